import { lineEndingsOf, toEditorEdits, toEditorText, toSourceEdits } from '../../core/yaml/lineEndings'
import { applyEdits, type TextEdit } from '../../core/yaml/source'
import { useDesigner, type Designer, type Revision } from '../../store/designer'
import { difference } from '../../store/difference'
import { monaco, type Editor } from './monaco'

const ARRIVED = 'yaml-model-changed'

/** What came from elsewhere into the editor: edits of the text it showed before. */
export type Arrival = (text: string, edits: readonly TextEdit[], origin: Revision['origin']) => void

/**
 * Takes an editor and whom to tell of edits from elsewhere; keeps its model and the store's text the same, both
 * ways, until disposed of. Each way compares the texts first and does nothing when they are the same already:
 * that, and no flag, is what ends the circle.
 */
export function attachText(editor: Editor, onArrival: Arrival): monaco.IDisposable {
  const model = editor.getModel()
  if (model === null) return { dispose: () => {} }
  // An empty text would get the platform's own line ends.
  model.setEOL(monaco.editor.EndOfLineSequence.LF)

  const pull = (state: Designer, textBefore: string): void => {
    const shown = model.getValue()
    const wanted = toEditorText(state.source.text)
    if (shown === wanted) return
    const { edits: raw, origin } = state.revision
    const mapped = toEditorEdits(lineEndingsOf(textBefore), raw)
    const edits = applyEdits(shown, mapped) === wanted ? mapped : difference(shown, wanted)
    // Past Monaco's undo stack: the timeline is the store's.
    model.applyEdits(edits.map((edit) => toOperation(model, edit)))
    // For the bench and the browser's profiler: from here on the editor has the text.
    performance.mark(ARRIVED)
    performance.clearMarks(ARRIVED)
    onArrival(wanted, edits, origin)
  }

  pull(useDesigner.getState(), '')
  const typed = model.onDidChangeContent(({ changes }) => {
    const { source, type } = useDesigner.getState()
    const known = toEditorText(source.text)
    const shown = model.getValue()
    if (shown === known) return
    const told = changes.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      insert: text,
    }))
    const edits = applyEdits(known, told) === shown ? told : difference(known, shown)
    type(toSourceEdits(source.text, lineEndingsOf(source.text), edits))
  })
  const unsubscribe = useDesigner.subscribe((state, before) => {
    if (state.source !== before.source) pull(state, before.source.text)
  })
  return {
    dispose: () => {
      typed.dispose()
      unsubscribe()
    },
  }
}

function toOperation(
  model: monaco.editor.ITextModel,
  { start, end, insert }: TextEdit,
): monaco.editor.IIdentifiedSingleEditOperation {
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
  return { range, text: insert }
}
