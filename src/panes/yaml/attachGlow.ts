import type { Arrival } from './attachText'
import { writtenRanges } from '../../store/typing'
import { monaco, type Editor } from './monaco'
import { changedLines } from './textEdits'
import styles from './YamlPane.module.css'

const GLOW_MILLISECONDS = 1200

/**
 * Takes an editor; gives what lights up, for a moment, the lines that an edit from elsewhere changed, and brings
 * them into view. Another design begins at its top instead.
 */
export function attachGlow(editor: Editor): { glow: Arrival } & monaco.IDisposable {
  const decorations = editor.createDecorationsCollection()
  let end: ReturnType<typeof setTimeout> | undefined
  // Two names for one look: a line that glows already begins anew when its class changes.
  let name = styles.glow

  const glow: Arrival = (text, edits, origin) => {
    if (origin === 'open') {
      editor.setPosition({ lineNumber: 1, column: 1 })
      editor.setScrollPosition({ scrollTop: 0, scrollLeft: 0 })
      return
    }
    const lines = changedLines(text, edits)
    name = name === styles.glow ? styles.glowAgain : styles.glow
    decorations.set(
      lines.map(({ first, last }) => ({
        range: new monaco.Range(first, 1, last, 1),
        options: { isWholeLine: true, className: name ?? null },
      })),
    )
    clearTimeout(end)
    end = setTimeout(() => decorations.clear(), GLOW_MILLISECONDS)
    const [target] = lines
    const last = writtenRanges(edits).at(-1)
    const position = last === undefined ? null : (editor.getModel()?.getPositionAt(last.end) ?? null)
    if (origin === 'history' && editor.hasTextFocus() && position !== null) {
      // Undone where one is typing: the cursor goes where the text came back.
      editor.setPosition(position)
      editor.revealPositionInCenterIfOutsideViewport(position, monaco.editor.ScrollType.Immediate)
    } else if (target !== undefined) {
      editor.revealLinesInCenterIfOutsideViewport(
        target.first,
        target.last,
        monaco.editor.ScrollType.Immediate,
      )
    }
  }
  return {
    glow,
    dispose: () => {
      clearTimeout(end)
      decorations.clear()
    },
  }
}
