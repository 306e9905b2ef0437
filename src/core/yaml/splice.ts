import { parse } from './parse'
import type { Source, TextEdit } from './source'
export function splice(source: Source, edits: readonly TextEdit[]): Source {
  let text = source.text
  for (const e of [...edits].sort((a, b) => b.start - a.start))
    text = text.slice(0, e.start) + e.insert + text.slice(e.end)
  return parse(text)
}
