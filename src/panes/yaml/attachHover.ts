import { cardOf, hoverAt } from '../../core/completion/hover'
import { documentation, NO_DOCUMENTATION } from '../../core/kubernetes/schema/documentation'
import { cardMarkdown } from './cardMarkdown'
import { monaco, type Editor } from './monaco'
import { rangeOf } from './rangeOf'

/** Takes an editor; says what a field is where the pointer rests on it, or the cursor is when Shift+F1 is pressed. Until disposed of. */
export function attachHover(editor: Editor): monaco.IDisposable {
  // Monaco's own keys for it begin with the page's: Ctrl+K finds commands.
  const keys = monaco.editor.addKeybindingRule({
    keybinding: monaco.KeyMod.Shift | monaco.KeyCode.F1,
    command: 'editor.action.showHover',
    when: 'editorTextFocus',
  })
  const provider = monaco.languages.registerHoverProvider('yaml', {
    provideHover: async (model, position) => {
      if (model !== editor.getModel()) return null
      const hover = hoverAt(model.getValue(), model.getOffsetAt(position))
      if (hover === null) return null
      const range = rangeOf(model, hover.range)
      // Offline there is still what the shape tells.
      const texts = await documentation().catch(() => NO_DOCUMENTATION)
      return { range, contents: [{ value: cardMarkdown(cardOf(hover.field, texts, hover.value)) }] }
    },
  })
  return {
    dispose: () => {
      keys.dispose()
      provider.dispose()
    },
  }
}
