/** What the fields are for that any object can have, and label selectors. */
export const OBJECT_HELP: Readonly<Record<string, string>> = {
  'ObjectMeta.name': 'Unique among objects of its kind in its namespace.',
  'ObjectMeta.generateName': 'The server makes a name that begins so.',
  'ObjectMeta.namespace': 'Left out: the one you apply to.',
  'ObjectMeta.labels': 'To find and group it.',
  'ObjectMeta.annotations': 'Notes for tools and people; nothing selects by them.',
  'ObjectMeta.finalizers': 'It is not gone before all of these are taken away.',
  'ObjectMeta.ownerReferences': 'It is deleted when these are.',
  'LabelSelector.matchLabels': 'All of these labels.',
  'LabelSelector.matchExpressions': 'And all of these conditions.',
  'LabelSelectorRequirement.key': 'Of the label.',
  'CrossVersionObjectReference.name': 'In the same namespace.',
}

/** The same for fields that mean the same in every type. */
export const HELP_BY_NAME: Readonly<Record<string, string>> = {
  fsType: 'The file system on it, such as ext4. Left out: as the storage has it.',
  readOnly: 'Nothing can be written to it.',
  optional: 'It may be missing.',
  defaultMode: 'Permission bits of the files, in octal. Left out: 0644.',
  mode: 'Permission bits of this file, in octal. Left out: those of the volume.',
  secretRef: 'A Secret that says how to log in.',
}
