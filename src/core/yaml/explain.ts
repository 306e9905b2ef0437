import { YAMLException } from 'js-yaml'
import type { Problem } from './problem'

/** The reader's reason (a pattern) and what to tell a person who has never read the YAML specification. */
const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [
    /tab characters/,
    'This line is indented with a tab. YAML allows only spaces there: replace the tab with spaces.',
  ],
  [
    /bad indentation of a mapping entry/,
    'This line does not line up with the ones around it. Give it the same number of spaces as its siblings, or put a value with a colon in quotes.',
  ],
  [
    /bad indentation of a sequence entry/,
    'This list item does not line up with the others. Put its dash under the dash of its siblings.',
  ],
  [
    /deficient indentation/,
    'This line must be indented further than the one that opened the bracket or quote.',
  ],
  [/expected ':' after a mapping key|multiline key/, 'A colon is missing here: write a key as `key: value`.'],
  [/whitespace character is expected after the key-value/, 'Put a space after the colon: `key: value`.'],
  [/missed comma/, 'A comma is missing between two items inside brackets.'],
  [/found ','/, 'There is a comma too many: something should stand before it.'],
  [
    /within a flow collection/,
    'A bracket `[` or brace `{` is opened but never closed. Add the closing one, or put the text in quotes.',
  ],
  [/within a (double|single) quoted scalar/, 'A quote is opened but never closed. Add the closing quote.'],
  [
    /unknown escape sequence|hexadecimal/,
    'This backslash sequence is unknown. In double quotes write `\\\\` for a backslash, or use single quotes.',
  ],
  [
    /line break is expected/,
    'After `|` or `>` the text must begin on the next line. Put this in quotes instead.',
  ],
  [
    /end of the stream or a document separator/,
    'This does not belong to what stands before it. Check the indentation, or put `---` before a new document.',
  ],
  [
    /directives end mark/,
    'A line that begins with `%` must be followed by `---`; a value that begins with % needs quotes.',
  ],
  [/directive/, 'A `%` at the start of a line announces a directive. Put the value in quotes.'],
  [
    /unidentified alias|unknown anchor/,
    'This `*name` points to an `&name` that does not stand before it. Quotes make it a text.',
  ],
  [
    /name of an (alias|anchor)/,
    'After `*` or `&` YAML expects a name. Put the value in quotes if you mean the character itself.',
  ],
  [/alias node should not/, 'An alias (`*name`) can have neither a tag nor an anchor of its own.'],
  [
    /tag/,
    'YAML reads `!` as the start of a type tag. Put the value in quotes if you mean the character itself.',
  ],
  [
    /non-printable|null byte|valid JSON character/,
    'There is an invisible control character here. Delete it.',
  ],
  [
    /nesting exceeded|maxDepth/,
    'This is nested more than 100 levels deep. Kubernetes has nothing so deep: remove some levels.',
  ],
]

const FALLBACK = 'YAML can’t be read here. Check the indentation, colons and quotes on this line.'

/** Takes a text, an offset in it, and what to say; gives the problem with its line and column. */
export function problemAt(text: string, offset: number, message: string, reason: string): Problem {
  const at = Math.max(0, Math.min(offset, text.length))
  const before = text.slice(0, at)
  const lines = before.split(/\r\n|\r|\n/)
  return { message, reason, offset: at, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** What is opened on a line and not closed there: a value's quote, or bracket. */
const OPENERS: readonly { readonly opener: RegExp; readonly reasons: RegExp; readonly message: string }[] = [
  {
    opener: /^[^#'"]*?(?:[:-] +)("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/,
    reasons: /quoted scalar|bad indentation|expected ':'|key-value|document separator|multiline key/,
    message:
      'A quote is opened here, and not closed on this line. Add the closing quote at the end of the value.',
  },
  {
    opener: /^[^#'"[{]*?(?:[:-] +)([[{][^\]}]*)$/,
    reasons: /flow collection|missed comma|deficient indentation/,
    message:
      'A bracket `[` or brace `{` is opened here and never closed. Add the closing one, or put the text in quotes.',
  },
]
/** So many lines above an error are searched for what was left open. */
const LINES_ABOVE = 60

/** An error often shows far below the quote or bracket that was left open: there it can be mended. */
function leftOpen(text: string, problem: Problem): Problem | null {
  const lines = text.slice(0, problem.offset).split(/\r\n|\r|\n/)
  for (const { opener, reasons, message } of OPENERS) {
    if (!reasons.test(problem.reason)) continue
    for (let i = lines.length - 1; i >= Math.max(0, lines.length - LINES_ABOVE); i--) {
      const found = opener.exec(lines[i] ?? '')
      if (!found) continue
      const column = (lines[i] ?? '').length - (found[1] ?? '').length
      const isWhole = i === lines.length - 1 && problem.offset < text.length
      if (!isWhole)
        return { ...problem, message, line: i + 1, column: column + 1, offset: offsetOf(text, i) + column }
    }
  }
  return null
}

function offsetOf(text: string, lineIndex: number): number {
  const breaks = text.matchAll(/\r\n|\r|\n/g)
  for (let i = 0; i < lineIndex - 1; i++) breaks.next()
  const last = lineIndex === 0 ? undefined : breaks.next().value
  return last ? last.index + last[0].length : 0
}

/** Takes what js-yaml threw on a text; gives the problem in plain words. Anything else is a bug, and thrown on. */
export function explain(text: string, thrown: unknown): Problem {
  if (!(thrown instanceof YAMLException)) throw thrown
  const offset = thrown.mark?.position ?? 0
  const problem = problemAt(text, offset, FALLBACK, thrown.reason)
  const line = text.slice(offset - (problem.column - 1)).split(/[\r\n]/, 1)[0] ?? ''
  const reason = /^ *\t/.test(line) ? 'tab characters must not be used in indentation' : thrown.reason
  if (/^[@`%]/.test(line.slice(problem.column - 1)))
    return {
      ...problem,
      message: `A value can’t begin with \`${line[problem.column - 1]}\`. Put it in quotes.`,
    }
  const message = EXPLANATIONS.find(([pattern]) => pattern.test(reason))?.[1] ?? FALLBACK
  return leftOpen(text, { ...problem, reason }) ?? { ...problem, message, reason }
}
