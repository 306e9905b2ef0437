import type { Json } from '../../kubernetes/json'
import type { Source, TextEdit, TextRange } from '../../yaml/source'
import { startOfLine } from '../../yaml/spacing'
import type { Diagnostic, Fix } from '../verdict'
import { nearestOf } from './design/similar'
import { ignoredIn, type Ignored } from './ignored'

/**
 * Takes the documents of a text, what its comments switch off, what of that kept something from being said, and the ids
 * of the rules there are; gives what is to be said of the comments: a rule that is none is warned of, a comment that
 * switches nothing off is worth a hint.
 */
export function remarksOfIgnored(
  documents: readonly Json[],
  all: readonly Ignored[],
  used: ReadonlySet<Ignored>,
  ids: readonly string[],
): readonly Diagnostic[] {
  const first = documents.findIndex((document) => document !== null)
  if (first < 0) return []
  return all.flatMap((ignored, place) => {
    const { id, within, range } = ignored
    if (used.has(ignored)) return []
    const about = { path: within.length === 0 ? [first] : within, range, source: 'advice' } as const
    return [{ ...about, ...(ids.includes(id) ? nothingIgnored(id, place) : unknownRule(id, place, ids)) }]
  })
}

type Said = Pick<Diagnostic, 'id' | 'level' | 'reason' | 'message' | 'fix'>

function nothingIgnored(id: string, place: number): Said {
  return {
    id: 'ignores-nothing',
    level: 'info',
    reason: 'Nothing here to ignore',
    message: `There is nothing here to ignore: ${id} says nothing of what follows.`,
    fix: { label: 'Take the comment away', rewrite: (source) => withoutComment(source, id, place) },
  }
}

function unknownRule(id: string, place: number, ids: readonly string[]): Said {
  const said = { id: 'ignores-unknown-rule', level: 'warning', reason: 'No such rule' } as const
  if (id === '') {
    const message = 'The comment ignores nothing: it names no rule. Write `# podwright-ignore: <id> reason`.'
    return { ...said, message }
  }
  const nearest = nearestOf(id, ids)
  if (nearest === null) return { ...said, message: `There is no rule ${id}: the comment ignores nothing.` }
  const fix: Fix = {
    label: `Write ${nearest}`,
    rewrite: (source) => {
      const named = rangeOf(source, id, place)
      return named === null ? [] : [{ ...named, insert: nearest }]
    },
  }
  return {
    ...said,
    message: `There is no rule ${id}: the comment ignores nothing. Did you mean ${nearest}?`,
    fix,
  }
}

/** The text may be another one by now: null where the comment is not there any more. */
function rangeOf(source: Source, id: string, place: number): TextRange | null {
  const ignored = ignoredIn(source)[place]
  return ignored?.id === id ? ignored.range : null
}

/** A line that says nothing else goes as a whole. */
function withoutComment(source: Source, id: string, place: number): readonly TextEdit[] {
  const { text } = source
  const named = rangeOf(source, id, place)
  if (named === null) return []
  const line = startOfLine(text, named.start)
  const before = text.slice(line, text.lastIndexOf('#', named.start)).trimEnd()
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(named.end)) ?? []
  const end = named.end + rest.length
  if (before !== '') return [{ start: line + before.length, end, insert: '' }]
  const [lineBreak = ''] = /^\r?\n?/.exec(text.slice(end)) ?? []
  return [{ start: line, end: end + lineBreak.length, insert: '' }]
}
