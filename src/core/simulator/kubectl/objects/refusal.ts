/** What an error of one field begins with (k8s.io/apimachinery/pkg/util/validation/field). */
const FIELD_ERROR =
  /, (?=[a-z][\w.[\]/"$-]*: (?:Invalid value|Required value|Forbidden|Not found|Duplicate value|Unsupported value|Too long|Too many|Internal error))/

/** The status reasons that kubectl says before the server's words. */
const STATUS_REASONS = [
  [/ cannot be handled as a /, 'BadRequest'],
  [/^[\w.]+ "[^"]*" is forbidden: /, 'Forbidden'],
] as const

/** The object that is refused, as its manifest names it: '' where it does not. */
interface RefusedObject {
  readonly name: string
  readonly namespace: string
}

/**
 * Takes the words with which the server refuses an object, the file that it comes from ('' where it comes from none), and
 * the object; gives what kubectl makes of them (StandardErrorMessage in k8s.io/kubectl/pkg/cmd/util): several faults of fields are a
 * list, and what no kind is known of has no mapping (k8s.io/cli-runtime/pkg/resource/mapper.go).
 */
export function refusalText(words: string, source: string, { name, namespace }: RefusedObject): string {
  if (words.startsWith('no matches for kind '))
    return `error: resource mapping not found for name: "${name}" namespace: "${namespace}" from "${source}": ${words}\nensure CRDs are installed first`
  const invalid = /^(\w+)(?:\.[\w.-]+)? ("[^"]*") is invalid: ([^]*)$/.exec(words)
  if (invalid !== null) {
    const [, kind = '', called = '', faults = ''] = invalid
    const listed = /^\[([^]*)\]$/.exec(faults)?.[1]
    const begin = `The ${kind} ${called} is invalid:`
    if (listed === undefined) return `${begin} ${faults}`
    return [`${begin} `, ...listed.split(FIELD_ERROR).map((fault) => `* ${fault}`)].join('\n')
  }
  const [, status] = STATUS_REASONS.find(([pattern]) => pattern.test(words)) ?? []
  if (status !== undefined)
    return `Error from server (${status}): ${source === '' ? '' : `error when creating "${source}": `}${words}`
  return /^error/i.test(words) ? words : `error: ${words}`
}
