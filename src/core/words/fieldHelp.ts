/** What fields are for, in a plain line each: by the type they are of and their name. */
export const HELP: Readonly<Record<string, string>> = {
  'ObjectMeta.labels': 'To find and group it.',
  'ObjectMeta.annotations': 'Notes for tools and people; nothing selects by them.',
  'Container.imagePullPolicy': 'When the image is fetched. Left out: Always for :latest, else IfNotPresent.',
  'Container.resources': 'What it is promised (requests) and what it may use at most (limits).',
  'Container.securityContext': 'Which user it runs as, and what it may do.',
  'Container.workingDir': 'The directory it starts in. Left out: the one of the image.',
}
