import type { TextRange } from '../../core/yaml/source'
import { monaco } from './monaco'

/** Takes an editor's model and a stretch of its text; gives it as the editor counts, in lines and columns. */
export function rangeOf(model: monaco.editor.ITextModel, { start, end }: TextRange): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}
