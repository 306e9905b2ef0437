import { isWithin, valueAt, type Path } from '../../kubernetes/path'
import { locateValue, pathAt } from '../../yaml/locate'
import type { Source, TextRange } from '../../yaml/source'
import { afterSpace, startOfLine } from '../../yaml/spacing'

/** A rule that is switched off by a comment, below a path (`[]`: in the whole design). */
export interface Ignored {
  readonly id: string
  readonly within: Path
  /** Where the comment names the rule; where it names none, the comment. */
  readonly range: TextRange
}

const COMMENT = /#[ \t]*podwright-ignore:[ \t]*([^\s#]*)/g

/**
 * Takes a text with its documents; gives what is switched off in it by comments `# podwright-ignore: <id> reason`, in the
 * order of the text. A comment is about the entry whose lines follow it; behind an entry, about that one; before the first
 * document, about the whole design; before another document, about that document.
 */
export function ignoredIn(source: Source): readonly Ignored[] {
  if (!source.text.includes('podwright-ignore')) return []
  return [...source.text.matchAll(COMMENT)].flatMap((match): Ignored[] => {
    const [comment, id = ''] = match
    if (!isComment(source, match.index)) return []
    const end = match.index + comment.trimEnd().length
    const start = id === '' ? match.index : end - id.length
    return [{ id, within: scopeOf(source, match.index), range: { start, end } }]
  })
}

/** Takes what is switched off, a rule's id and a path; gives what of it switches the rule off there. */
export function ignoringOf(all: readonly Ignored[], id: string, path: Path): readonly Ignored[] {
  return all.filter((ignored) => ignored.id === id && isWithin(path, ignored.within))
}

/** A `#` that stands in a value's text is no comment. */
function isComment(source: Source, offset: number): boolean {
  if (offset > startOfLine(source.text, offset) && !/\s/.test(source.text.charAt(offset - 1))) return false
  const path = pathAt(source, offset)
  const value = valueAt(source.documents, path)
  if (value === undefined || (typeof value === 'object' && value !== null)) return true
  const range = locateValue(source, path)
  return range === null || offset < range.start || offset >= range.end
}

/** What stands before the comment on its line, else what follows it; before a document begins, all of that document. */
function scopeOf(source: Source, offset: number): Path {
  const { text, trees } = source
  const index = trees.findLastIndex(({ start }) => start <= offset)
  const tree = trees[index]
  if (tree === undefined || index < 0) return []
  if (offset < tree.at) return index === 0 ? [] : [index]
  return pathAt(source, afterSpace(text, startOfLine(text, offset)))
}
