import type { Editor, monaco } from './monaco'

/** Holds what must reach beyond the pane: lists of suggestions, hovers. The class gives it the editor's colours. */
export const OVERFLOW = document.createElement('div')
OVERFLOW.className = 'monaco-editor'
OVERFLOW.style.cssText = 'position: absolute; inset: 0 auto auto 0; z-index: 20; font-family: inherit'

/** Takes an editor; gives its overflow a place outside of the panes, which clip what is in them. Until disposed of. */
export function attachOverflow(editor: Editor): monaco.IDisposable {
  const page = editor.getContainerDomNode().closest('main') ?? document.body
  page.append(OVERFLOW)
  return { dispose: () => OVERFLOW.remove() }
}
