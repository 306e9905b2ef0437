import { lineEndingsOf, toEditorOffset, toEditorText, toSourceOffset } from '../../core/yaml/lineEndings'
import { locate, pathAt } from '../../core/yaml/locate'
import { useDesigner, type Designer } from '../../store/designer'
import { difference } from '../../store/difference'
import { monaco, type Editor } from './monaco'
import { shiftOffset, type LineRange } from './textEdits'
import styles from './YamlPane.module.css'

/**
 * Takes an editor; marks the lines of what is selected and brings them into view when somebody selected it
 * elsewhere; and selects what the cursor is moved to. Until disposed of.
 */
export function attachSelection(editor: Editor): monaco.IDisposable {
  const model = editor.getModel()
  if (model === null) return { dispose: () => {} }
  const decorations = editor.createDecorationsCollection()

  const mark = (state: Designer, isNew: boolean): void => {
    const lines = selectedLines(model, state)
    if (lines === null) {
      decorations.clear()
      return
    }
    decorations.set([
      {
        range: new monaco.Range(lines.first, 1, lines.last, 1),
        options: {
          isWholeLine: true,
          className: styles.selected ?? null,
          linesDecorationsClassName: styles.selectedBar ?? null,
        },
      },
    ])
    // Whoever has the cursor in the text is looking at the right place already.
    if (isNew && !editor.hasTextFocus()) {
      const { first } = lines
      const last = Math.min(lines.last, first + 8)
      editor.revealLinesInCenterIfOutsideViewport(first, last, monaco.editor.ScrollType.Immediate)
    }
  }

  mark(useDesigner.getState(), true)
  const unsubscribe = useDesigner.subscribe((state, before) => {
    const isNew = state.selected !== before.selected
    if (isNew || state.source !== before.source) mark(state, isNew)
  })
  const moved = editor.onDidChangeCursorPosition(({ position, reason }) => {
    const { ContentFlush, RecoverFromMarkers } = monaco.editor.CursorChangeReason
    // Text that came from elsewhere pushes the cursor; only the user moves it.
    if (reason === ContentFlush || reason === RecoverFromMarkers || !editor.hasTextFocus()) return
    const { source, select } = useDesigner.getState()
    if (source.problem !== null || model.getValue() !== toEditorText(source.text)) return
    select(pathAt(source, toSourceOffset(lineEndingsOf(source.text), model.getOffsetAt(position))))
  })
  return {
    dispose: () => {
      unsubscribe()
      moved.dispose()
      decorations.clear()
    },
  }
}

/** The lines of the selected thing. While the text can't be read they are where the last readable text had them. */
function selectedLines(
  model: monaco.editor.ITextModel,
  { selected, readable, source }: Designer,
): LineRange | null {
  const range = selected === null || selected.length === 0 ? null : locate(readable, selected)
  if (range === null) return null
  const edits = readable === source ? [] : difference(readable.text, source.text)
  const endings = lineEndingsOf(source.text)
  const lineAt = (offset: number): number =>
    model.getPositionAt(toEditorOffset(endings, shiftOffset(edits, offset))).lineNumber
  const first = lineAt(range.start)
  return { first, last: Math.max(first, lineAt(range.end)) }
}
