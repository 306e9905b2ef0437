/** What an error of one field begins with (k8s.io/apimachinery/pkg/util/validation/field). */
const FIELD_ERROR =
  /, (?=[a-z][\w.[\]/"$-]*: (?:Invalid value|Required value|Forbidden|Not found|Duplicate value|Unsupported value|Too long|Too many|Internal error))/

/** The status reasons that kubectl says before the server's words. */
const STATUS_REASONS = [
  [/ cannot be handled as a /, 'BadRequest'],
  [/^[\w.]+ "[^"]*" is forbidden: /, 'Forbidden'],
] as const

/**
 * Takes the words with which the server refuses an object, and the file that it comes from ('' where it comes from none);
 * gives what kubectl makes of them (StandardErrorMessage in k8s.io/kubectl/pkg/cmd/util): several faults of fields are a
 * list.
 */
export function refusalText(words: string, source: string): string {
  const invalid = /^(\w+)(?:\.[\w.-]+)? ("[^"]*") is invalid: ([^]*)$/.exec(words)
  if (invalid !== null) {
    const [, kind = '', name = '', faults = ''] = invalid
    const listed = /^\[([^]*)\]$/.exec(faults)?.[1]
    const begin = `The ${kind} ${name} is invalid:`
    if (listed === undefined) return `${begin} ${faults}`
    return [`${begin} `, ...listed.split(FIELD_ERROR).map((fault) => `* ${fault}`)].join('\n')
  }
  const [, status] = STATUS_REASONS.find(([pattern]) => pattern.test(words)) ?? []
  if (status !== undefined)
    return `Error from server (${status}): ${source === '' ? '' : `error when creating "${source}": `}${words}`
  return /^error/i.test(words) ? words : `error: ${words}`
}
