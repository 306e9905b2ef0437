import { isObject } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { equalJson } from './equal'
import { locate } from './locate'
import { parse } from './parse'
import type { Source, TextEdit, TextRange } from './source'

/**
 * Takes a source and the paths of two entries of one mapping; gives the edits that make them change places in the
 * text, or null where that can't be had by exchanging their texts. What the documents mean stays: the order of keys
 * has no meaning, and so no edit of the documents can change it.
 */
export function swapEntries(source: Source, one: Path, other: Path): readonly TextEdit[] | null {
  const [first, second] = [one, other]
    .flatMap((path) => entryRange(source, path) ?? [])
    .toSorted((a, b) => a.start - b.start)
  if (first === undefined || second === undefined || first.end > second.start) return null
  const { text } = source
  const [firstText, secondText] = [first, second].map(({ start, end }) => text.slice(start, end))
  if (firstText === undefined || secondText === undefined) return null
  const edits = [
    { ...first, insert: secondText },
    { ...second, insert: firstText },
  ]
  const swapped = parse(
    text.slice(0, first.start) +
      secondText +
      text.slice(first.end, second.start) +
      firstText +
      text.slice(second.end),
  )
  const mapping = one.slice(0, -1)
  const [before, after] = [source, swapped].map(({ documents }) => keysAt(documents, mapping))
  const isSwapped =
    swapped.problem === null &&
    source.documents.every((document, index) => equalJson(document, swapped.documents[index])) &&
    before?.indexOf(String(one.at(-1))) === after?.indexOf(String(other.at(-1)))
  return isSwapped ? edits : null
}

/** An entry with the comment behind it and those right above it; without the line end that a block of text ends with. */
function entryRange(source: Source, path: Path): TextRange | null {
  const range = locate(source, path)
  if (range === null) return null
  const { text } = source
  const end = range.start + text.slice(range.start, range.end).trimEnd().length
  const behind = /^[ \t]+#[^\r\n]*/.exec(text.slice(end))
  const above = /(?:^|\n)[ \t]*(#[^\n]*\n(?:[ \t]*#[^\n]*\n)*)[ \t]*$/.exec(text.slice(0, range.start))
  const start = above === null ? range.start : above.index + above[0].indexOf('#')
  return { start, end: end + (behind?.[0].length ?? 0) }
}

function keysAt(documents: Source['documents'], path: Path): readonly string[] {
  const mapping = valueAt(documents, path)
  return isObject(mapping) ? Object.keys(mapping) : []
}
