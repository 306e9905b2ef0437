/** A line as it is typed: its text, where the cursor is, and which line of the history it came from. */
export interface Typed {
  readonly text: string
  readonly cursor: number
  /** How far back in the history; 0: the new line. */
  readonly back: number
  /** The new line, while another of the history is shown. */
  readonly draft: string
}

export const NOTHING_TYPED: Typed = { text: '', cursor: 0, back: 0, draft: '' }

type Edit = (typed: Typed, history: readonly string[]) => Typed

/** Takes what is typed and text; gives it with the text at the cursor. */
export function inserted(typed: Typed, text: string): Typed {
  const { text: old, cursor } = typed
  return { ...typed, text: old.slice(0, cursor) + text + old.slice(cursor), cursor: cursor + text.length }
}

const goTo =
  (place: (typed: Typed) => number): Edit =>
  (typed) => ({ ...typed, cursor: Math.min(typed.text.length, Math.max(0, place(typed))) })

/** Takes a way to find the ends of what goes; gives the edit. */
const cut =
  (range: (typed: Typed) => readonly [from: number, to: number]): Edit =>
  (typed) => {
    const [from, to] = range(typed)
    if (from < 0 || to > typed.text.length) return typed
    return { ...typed, text: typed.text.slice(0, from) + typed.text.slice(to), cursor: from }
  }

const travel =
  (by: 1 | -1): Edit =>
  (typed, history) => {
    const back = typed.back + by
    if (back < 0 || back > history.length) return typed
    const draft = typed.back === 0 ? typed.text : typed.draft
    const text = back === 0 ? draft : (history[history.length - back] ?? '')
    return { text, cursor: text.length, back, draft }
  }

/** Where the word before the cursor begins. */
function wordStart({ text, cursor }: Typed): number {
  return text.slice(0, cursor).search(/\S+\s*$/)
}

/** Where the word after the cursor ends. */
function wordEnd({ text, cursor }: Typed): number {
  return cursor + (/^\s*\S*/.exec(text.slice(cursor))?.[0].length ?? 0)
}

const home = goTo(() => 0)
const end = goTo(({ text }) => text.length)
const wordBack = goTo((typed) => Math.max(0, wordStart(typed)))
const wordForward = goTo(wordEnd)

/** What each key does to the line, by what a terminal sends for it. */
export const LINE_KEYS: Readonly<Record<string, Edit>> = {
  '\x1b[A': travel(1),
  '\x1b[B': travel(-1),
  '\x10': travel(1),
  '\x0e': travel(-1),
  '\x1b[C': goTo(({ cursor }) => cursor + 1),
  '\x1b[D': goTo(({ cursor }) => cursor - 1),
  '\x06': goTo(({ cursor }) => cursor + 1),
  '\x02': goTo(({ cursor }) => cursor - 1),
  '\x1b[H': home,
  '\x1bOH': home,
  '\x01': home,
  '\x1b[F': end,
  '\x1bOF': end,
  '\x05': end,
  '\x1b[1;5D': wordBack,
  '\x1b[1;5C': wordForward,
  '\x1bb': wordBack,
  '\x1bf': wordForward,
  '\x7f': cut(({ cursor }) => [cursor - 1, cursor]),
  '\b': cut(({ cursor }) => [cursor - 1, cursor]),
  '\x1b[3~': cut(({ cursor }) => [cursor, cursor + 1]),
  '\x0b': cut(({ cursor, text }) => [cursor, text.length]),
  '\x15': cut(({ cursor }) => [0, cursor]),
  '\x17': cut((typed) => [Math.max(0, wordStart(typed)), typed.cursor]),
}

/** Takes words; gives what they all begin with. */
function commonStart(words: readonly string[]): string {
  const [first = ''] = words
  let length = first.length
  for (const word of words) while (!word.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}

/**
 * Takes what is typed and what may stand from a place on to the cursor; gives it completed: by the whole word and a
 * space where there is only one, else by what all begin with.
 */
export function completed(typed: Typed, from: number, words: readonly string[]): Typed {
  if (words.length === 0) return typed
  const [only] = words
  // A folder goes on.
  const word =
    words.length === 1 && only !== undefined ? (/[/=]$/.test(only) ? only : `${only} `) : commonStart(words)
  const start = typed.text.slice(0, from)
  return { ...typed, text: start + word + typed.text.slice(typed.cursor), cursor: from + word.length }
}
