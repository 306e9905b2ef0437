/** What a file of variables says, or why it can't be read. */
export type EnvFile = { readonly variables: ReadonlyMap<string, string> } | { readonly error: string }

const UNREADABLE = "couldn't parse env file"

/**
 * Takes the text of a file that a fileKeyRef names; gives its variables (pkg/kubelet/util/env/env_util.go, KEP-3721):
 * `KEY='value'`, the quotes are obligatory, nothing is escaped, a value may span lines; empty lines and comments are
 * skipped.
 */
export function readEnvFile(text: string): EnvFile {
  const variables = new Map<string, string>()
  let rest = text
  while (rest !== '') {
    const skipped = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(rest)
    if (skipped !== null && skipped[0] !== '') {
      rest = rest.slice(skipped[0].length)
      continue
    }
    const entry = /^[ \t]*([^\s='"#]+)=(?:'([^']*)')?[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(rest)
    if (entry === null) return { error: UNREADABLE }
    variables.set(entry[1] ?? '', entry[2] ?? '')
    rest = rest.slice(entry[0].length)
  }
  return { variables }
}
