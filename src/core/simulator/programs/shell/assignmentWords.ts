/** A word that looks like an assignment: `key=`, `key+=`, `key[0]=`. */
const LIKE_ASSIGNMENT = /(?<![\w\\])[A-Za-z_]\w*(?=(?:\[[^\]\s]*\])?\+?=)/g

/** What just-bash says where only a word may stand, and it took the word for an assignment. */
const MISTAKEN = /Expected word after 'case'|got ASSIGNMENT_WORD/

/**
 * Takes a script and what parses it; gives its tree. The parser of just-bash 3.4.2 takes `key=1` for an assignment where
 * there can be none: `case key=1 in key=*)`, `for each in a=1`. Such a word is read again with its first letter quoted,
 * which means the same: only the word that the parser has stopped at, so that no true assignment is touched. Throws what
 * the parser throws of a script that can't be read.
 */
export function parseMistaken<Tree>(script: string, parse: (text: string) => Tree): Tree {
  let text = script
  for (;;)
    try {
      return parse(text)
    } catch (error) {
      const message = textOf(error)
      const word = MISTAKEN.test(message) ? mistakenAt(text, message, parse) : undefined
      if (word === undefined) throw error
      text = `${text.slice(0, word)}\\${text.slice(word)}`
    }
}

/**
 * Where the word begins that the parser has stopped at. What it says of the place counts from the innermost `$(…)`, so it
 * is found by trying: with all candidates from one on quoted, the problem stays the same just as long as that one is
 * behind the word.
 */
function mistakenAt(text: string, message: string, parse: (text: string) => unknown): number | undefined {
  const starts = Array.from(text.matchAll(LIKE_ASSIGNMENT), ({ index }) => index)
  const staysFrom = (first: number) => {
    const from = starts[first] ?? text.length
    try {
      parse(text.slice(0, from) + text.slice(from).replace(LIKE_ASSIGNMENT, String.raw`\$&`))
      return false
    } catch (error) {
      return textOf(error) === message
    }
  }
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (staysFrom(middle)) high = middle
    else low = middle + 1
  }
  return low === 0 ? undefined : starts[low - 1]
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
