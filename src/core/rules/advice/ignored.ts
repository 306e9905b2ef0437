import { isWithin, valueAt, type Path } from '../../kubernetes/path'
import { locateValue, pathAt } from '../../yaml/locate'
import type { Source } from '../../yaml/source'
import { afterSpace, startOfLine } from '../../yaml/spacing'

/** A rule that is switched off by a comment, below a path (`[]`: in the whole design). */
interface Ignored {
  readonly id: string
  readonly within: Path
}

const COMMENT = /#[ \t]*podwright-ignore:[ \t]*([a-z0-9-]+)/g

/**
 * Takes a text with its documents; gives whether a rule is switched off at a path, by a comment
 * `# podwright-ignore: <id> reason`. The comment is about the entry whose lines follow it; behind an entry, about that
 * one; before the first document, about the whole design; before another document, about that document.
 */
export function ignoredIn(source: Source): (id: string, path: Path) => boolean {
  const all = ignoredList(source)
  return (id, path) => all.some((ignored) => ignored.id === id && isWithin(path, ignored.within))
}

function ignoredList(source: Source): readonly Ignored[] {
  if (!source.text.includes('podwright-ignore')) return []
  return [...source.text.matchAll(COMMENT)].flatMap((match): Ignored[] => {
    const [, id = ''] = match
    return isComment(source, match.index) ? [{ id, within: scopeOf(source, match.index) }] : []
  })
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
