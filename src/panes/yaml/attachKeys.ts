import { useDesigner } from '../../store/designer'
import { monaco, type Editor } from './monaco'
import { OVERFLOW } from './overflow'

/** The list of suggestions, or what it says instead: its class comes a tenth of a second after its rows. */
const SHOWN_LIST = '.suggest-widget.visible, .suggest-widget .monaco-list-row'

/**
 * Takes an editor; makes Escape let the next Tab leave it, so that nobody is caught who has only a keyboard.
 * Any other key, or leaving, gives Tab back its meaning. Until disposed of.
 */
export function attachTabExit(editor: Editor, onChange: (leaves: boolean) => void): monaco.IDisposable {
  let leaves = false
  const set = (value: boolean): void => {
    if (value === leaves) return
    leaves = value
    editor.updateOptions({ tabFocusMode: value })
    onChange(value)
  }
  const pressed = editor.onKeyDown(({ keyCode }) => {
    const { Escape, Tab, Shift, Ctrl, Alt, Meta } = monaco.KeyCode
    // The Escape that closes the list of suggestions is about the list.
    if (keyCode === Escape) set(OVERFLOW.querySelector(SHOWN_LIST) === null)
    else if (![Tab, Shift, Ctrl, Alt, Meta].includes(keyCode)) set(false)
  })
  const left = editor.onDidBlurEditorText(() => set(false))
  return {
    dispose: () => {
      pressed.dispose()
      left.dispose()
    },
  }
}

/**
 * Takes an editor; its undo and redo, by whatever key, menu or command, become the store's: one timeline for the
 * text, the form and the diagram. In the find box they stay the browser's. Until disposed of.
 */
export function attachUndo(editor: Editor): monaco.IDisposable {
  const { undo, redo } = useDesigner.getState()
  const commands = [
    { ids: ['undo', 'default:undo'], run: undo, inBox: 'undo' },
    { ids: ['redo', 'default:redo'], run: redo, inBox: 'redo' },
  ].flatMap(({ ids, run, inBox }) =>
    ids.map((id) =>
      monaco.editor.addCommand({
        id,
        run: () => {
          if (editor.hasWidgetFocus() && !editor.hasTextFocus()) document.execCommand(inBox)
          else run()
        },
      }),
    ),
  )
  return { dispose: () => commands.forEach((command) => command.dispose()) }
}

/**
 * Takes an editor; makes Enter indent and brackets close however fast somebody types. Both go by the line's tokens,
 * which Monaco reads while it is idle: on a key that comes before them it would do neither. Until disposed of.
 */
export function attachTokens(editor: Editor): monaco.IDisposable {
  return editor.onKeyDown(() => {
    const model = editor.getModel()
    const line = editor.getPosition()?.lineNumber
    // What it gives is not needed; asking is the public way to have the line read at once.
    if (model !== null && line !== undefined) monaco.editor.colorizeModelLine(model, line)
  })
}
