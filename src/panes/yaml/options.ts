import type { editor } from 'monaco-editor/editor'
import { OVERFLOW } from './overflow'

/** What a screen reader says on entering the editor; it holds the way out again. */
const EDITOR_LABEL = 'YAML. Tab indents; press Escape, then Tab to leave the editor.'

/** How the editor behaves and looks. One object for ever: a new one would make Monaco lay itself out anew. */
export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: EDITOR_LABEL,
  automaticLayout: true,
  // A text area rather than EditContext: the same in every browser (Firefox and Safari have no EditContext), and
  // page-wide listeners see that somebody is typing: the diagram takes Space for itself otherwise.
  editContext: false,

  autoIndent: 'advanced',
  trimAutoWhitespace: false,
  // The text is shown to the letter, and a dropped file opens as a design, wherever it is dropped.
  unusualLineTerminators: 'off',
  dropIntoEditor: { enabled: false },

  fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSize: 13,
  lineHeight: 20,
  fontLigatures: false,
  wordWrap: 'off',
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  // Dimmed, the number of an empty last line is too faint to read.
  renderFinalNewline: 'on',
  scrollBeyondLastLine: false,
  padding: { top: 8, bottom: 8 },
  glyphMargin: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 14,
  folding: true,
  foldingStrategy: 'indentation',
  showFoldingControls: 'mouseover',
  renderLineHighlight: 'none',
  renderWhitespace: 'selection',
  guides: { indentation: true, highlightActiveIndentation: false },
  occurrencesHighlight: 'off',
  // Typographic quotes and dashes are common in comments; invisible characters are real trouble in YAML.
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  fixedOverflowWidgets: true,
  overflowWidgetsDomNode: OVERFLOW,
  // What could come next is offered while a word is typed; keys are one kind of word to the grammar, values another.
  quickSuggestions: { other: 'on', strings: 'on', comments: 'off' },
  wordBasedSuggestions: 'off',
  // Enter takes what is offered only where that changes the text: else it ends the line.
  acceptSuggestionOnEnter: 'smart',
  suggest: { insertMode: 'replace', showStatusBar: false, preview: false },
  smoothScrolling: false,
}

/** YAML is indented by two spaces, never by tabs, whatever the text does; and its brackets are plain. */
export const MODEL_OPTIONS: editor.ITextModelUpdateOptions = {
  tabSize: 2,
  indentSize: 'tabSize',
  insertSpaces: true,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
}
