import { Editor as MonacoEditor } from '@monaco-editor/react'
import { useCallback, useEffect, useState } from 'react'
import { lineEndingsOf, toEditorOffset, toEditorText } from '../../core/yaml/lineEndings'
import type { Problem } from '../../core/yaml/problem'
import { useDesigner } from '../../store/designer'
import { useLens } from '../../store/lens'
import { attachCompletion } from './attachCompletion'
import { attachGlow } from './attachGlow'
import { attachHover } from './attachHover'
import { attachTabExit, attachTokens, attachUndo } from './attachKeys'
import { attachProblems } from './attachProblems'
import { attachSelection } from './attachSelection'
import { attachSymbols } from './attachSymbols'
import { attachText } from './attachText'
import { FilledView } from './FilledView'
import { Breadcrumbs } from './Breadcrumbs'
import { monaco, type Editor } from './monaco'
import { EDITOR_OPTIONS, MODEL_OPTIONS } from './options'
import { attachOverflow } from './overflow'
import { ProblemLine } from './ProblemLine'
import { followTheme, THEME } from './theme'
import { useStanding } from './useStanding'
import styles from './YamlPane.module.css'

/** How long a text must be unreadable before the pane says so. */
const PATIENCE_MILLISECONDS = 400

/** The manifest's text, live: what is typed here is read, and what is changed elsewhere shows here. */
export function YamlPane() {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [tabLeaves, setTabLeaves] = useState(false)
  const problem = useDesigner((state) => state.source.problem)
  const fill = useLens((lens) => lens.fill)
  const isStanding = useStanding(problem !== null, PATIENCE_MILLISECONDS)
  const shownProblem = isStanding ? problem : null

  useEffect(() => {
    if (editor === null) return
    editor.getModel()?.updateOptions(MODEL_OPTIONS)
    const { glow, ...light } = attachGlow(editor)
    const attached = [
      light,
      attachOverflow(editor),
      followTheme(),
      attachText(editor, glow),
      attachSelection(editor),
      attachUndo(editor),
      attachCompletion(editor),
      attachHover(editor),
      attachProblems(editor),
      attachSymbols(editor),
      attachTabExit(editor, setTabLeaves),
      attachTokens(editor),
    ]
    void rememberFont()
    return () => attached.forEach((part) => part.dispose())
  }, [editor])

  useEffect(() => {
    const model = editor?.getModel()
    if (!model) return
    const markers = shownProblem === null ? [] : [toMarker(model, shownProblem)]
    monaco.editor.setModelMarkers(model, 'yaml', markers)
  }, [editor, shownProblem])

  const holdText = useCallback((pixels: number) => editor && keepInPlace(editor, pixels), [editor])

  const goToProblem = (): void => {
    const model = editor?.getModel()
    if (!editor || !model || problem === null) return
    const position = placeOf(model, problem)
    editor.setPosition(position)
    editor.revealPositionInCenterIfOutsideViewport(position)
    editor.focus()
  }

  return (
    <section aria-label="YAML" className={styles.pane} data-lens={fill === null ? undefined : ''}>
      <Breadcrumbs />
      <ProblemLine problem={shownProblem} onGo={goToProblem} onShift={holdText} />
      <div className={styles.editor}>
        <MonacoEditor
          defaultLanguage="yaml"
          defaultValue={textNow()}
          loading={<p className={styles.loading}>Loading the editor…</p>}
          onMount={setEditor}
          options={EDITOR_OPTIONS}
          theme={THEME}
        />
        <p className={styles.hint} aria-hidden>
          {tabLeaves ? 'Tab leaves the editor now' : 'Esc, then Tab leaves the editor'}
        </p>
      </div>
      {fill === null ? null : <FilledView fill={fill} />}
    </section>
  )
}

function textNow(): string {
  return toEditorText(useDesigner.getState().source.text)
}

/** Monaco measures letters once; when the font comes later than the editor it has to measure again. */
async function rememberFont(): Promise<void> {
  await document.fonts.load("13px 'JetBrains Mono Variable'")
  monaco.editor.remeasureFonts()
}

/**
 * The editor begins further down, or up again: scrolls it so that the text stays under the eye of who is typing.
 * Who is elsewhere does not see it move, but would miss the first lines.
 */
function keepInPlace(editor: Editor, pixels: number): void {
  if (!editor.hasTextFocus()) return
  editor.layout()
  editor.setScrollTop(editor.getScrollTop() + pixels)
  const cursor = editor.getPosition()
  if (cursor !== null) editor.revealPosition(cursor)
}

function placeOf(model: monaco.editor.ITextModel, { offset }: Problem): monaco.Position {
  const { text } = useDesigner.getState().source
  return model.getPositionAt(toEditorOffset(lineEndingsOf(text), offset))
}

function toMarker(model: monaco.editor.ITextModel, problem: Problem): monaco.editor.IMarkerData {
  const { lineNumber, column } = placeOf(model, problem)
  const word = model.getWordAtPosition({ lineNumber, column })
  const endColumn = Math.max(word?.endColumn ?? 0, Math.min(column + 1, model.getLineMaxColumn(lineNumber)))
  return {
    severity: monaco.MarkerSeverity.Error,
    message: problem.message,
    startLineNumber: lineNumber,
    startColumn: Math.min(column, Math.max(1, endColumn - 1)),
    endLineNumber: lineNumber,
    endColumn,
  }
}
