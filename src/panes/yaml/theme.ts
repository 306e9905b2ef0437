import { followPageTheme, type PageColours } from '../../ui/pageTheme'
import { monaco } from './monaco'

/** The name of the theme that {@link followTheme} keeps. */
export const THEME = 'podwright'

/** Monaco's colours, each a token of the page. */
const COLOURS = {
  'editor.background': '--surface',
  'editor.foreground': '--text',
  'editorCursor.foreground': '--text',
  'editor.selectionBackground': '--accent-soft',
  'editor.inactiveSelectionBackground': '--surface-3',
  'editor.findMatchBackground': '--glow',
  'editor.findMatchHighlightBackground': '--warn-soft',
  'editorLineNumber.foreground': '--text-2',
  'editorLineNumber.activeForeground': '--text',
  'editorIndentGuide.background1': '--line',
  'editorWhitespace.foreground': '--line-strong',
  'editorGutter.foldingControlForeground': '--text-2',
  'editorBracketMatch.background': '--surface-3',
  'editorBracketMatch.border': '--line-strong',
  'editorError.foreground': '--danger',
  'editorOverviewRuler.errorForeground': '--danger',
  'editorWidget.background': '--surface',
  'editorWidget.border': '--line',
  'editorHoverWidget.background': '--surface',
  'editorHoverWidget.border': '--line',
  'editorSuggestWidget.background': '--surface',
  'editorSuggestWidget.border': '--line',
  'editorSuggestWidget.foreground': '--text',
  'editorSuggestWidget.selectedBackground': '--accent-soft',
  'editorSuggestWidget.selectedForeground': '--text',
  'editorSuggestWidget.selectedIconForeground': '--text-2',
  'editorSuggestWidget.highlightForeground': '--accent',
  'editorSuggestWidget.focusHighlightForeground': '--accent',
  'editorHoverWidget.foreground': '--text',
  'list.hoverBackground': '--surface-3',
  'textLink.foreground': '--accent',
  'textLink.activeForeground': '--accent',
  'textCodeBlock.background': '--surface-3',
  'symbolIcon.propertyForeground': '--text-2',
  'symbolIcon.enumeratorMemberForeground': '--text-2',
  'symbolIcon.referenceForeground': '--text-2',
  'menu.background': '--surface',
  'menu.foreground': '--text',
  'menu.selectionBackground': '--surface-3',
  'menu.selectionForeground': '--text',
  'peekView.border': '--accent',
  'peekViewEditor.background': '--surface-2',
  'peekViewEditor.matchHighlightBackground': '--glow',
  'peekViewResult.background': '--surface',
  'peekViewResult.fileForeground': '--text',
  'peekViewResult.lineForeground': '--text',
  'peekViewResult.matchHighlightBackground': '--glow',
  'peekViewResult.selectionBackground': '--accent-soft',
  'peekViewResult.selectionForeground': '--text',
  'peekViewTitle.background': '--surface-2',
  'peekViewTitleDescription.foreground': '--text-2',
  'peekViewTitleLabel.foreground': '--text',
  'quickInput.background': '--surface',
  'input.background': '--bg',
  'input.border': '--line-strong',
  'input.foreground': '--text',
  focusBorder: '--accent',
  'scrollbarSlider.background': '--surface-3',
  'scrollbarSlider.hoverBackground': '--line-strong',
} as const

/** The parts of YAML as Monaco's grammar names them, each in a token of the page. */
const SYNTAX = {
  '': '--text',
  type: '--app-ink',
  string: '--text',
  number: '--init-ink',
  keyword: '--init-ink',
  comment: '--text-2',
  operators: '--text-2',
  delimiter: '--text-2',
  tag: '--sidecar-ink',
  namespace: '--sidecar-ink',
  'string.invalid': '--danger',
} as const

/** Makes Monaco wear the page's colours, and change with them, until disposed of. */
export function followTheme(): monaco.IDisposable {
  return { dispose: followPageTheme(wear) }
}

function wear({ isDark, hexOf }: PageColours): void {
  const colors = Object.fromEntries(Object.entries(COLOURS).map(([id, token]) => [id, hexOf(token)]))
  const rules = Object.entries(SYNTAX).map(([token, name]) => ({ token, foreground: hexOf(name).slice(1) }))
  monaco.editor.defineTheme(THEME, { base: isDark ? 'vs-dark' : 'vs', inherit: false, rules, colors })
  monaco.editor.setTheme(THEME)
}
