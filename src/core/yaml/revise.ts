import { dump } from 'js-yaml'
import type { Json } from '../kubernetes/json'
import { parse } from './parse'
import type { Source, TextEdit } from './source'
export function revise(
  source: Source,
  documents: readonly Json[],
): { source: Source; edits: readonly TextEdit[] } {
  const text = documents.map((d) => dump(d, { noRefs: true, lineWidth: -1 })).join('---\n')
  return {
    source: parse(text),
    edits: text === source.text ? [] : [{ start: 0, end: source.text.length, insert: text }],
  }
}
