import type { Diagnostic } from '../../core/rules/verdict'
import type { Level } from '../../ui/levels'
import { lineEndingsOf, toEditorOffset } from '../../core/yaml/lineEndings'
import { useDesigner } from '../../store/designer'
import { difference } from '../../store/difference'
import { mend } from '../../store/mend'
import { useProblems } from '../../store/problems'
import { monaco, type Editor } from './monaco'
import { problemRange } from './problemRange'
import { shiftOffset } from './textEdits'

const OWNER = 'judge'

const SEVERITIES: Readonly<Record<Level, monaco.MarkerSeverity>> = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
}

/**
 * Takes an editor; underlines what the judge says something of, and offers the fixes there are (Ctrl+. or the bulb).
 * Until disposed of.
 */
export function attachProblems(editor: Editor): monaco.IDisposable {
  const model = editor.getModel()
  if (model === null) return { dispose: () => {} }
  let marked: readonly { readonly problem: Diagnostic; readonly range: monaco.IRange }[] = []

  const mark = (): void => {
    marked = useProblems.getState().shown.flatMap((problem) => {
      const range = rangeNow(model, problem)
      return range === null ? [] : [{ problem, range }]
    })
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      marked.map(({ problem: { level, message, id, source }, range }) => ({
        ...range,
        severity: SEVERITIES[level],
        message,
        source: source === 'advice' ? id : source,
      })),
    )
  }
  mark()
  const stop = useProblems.subscribe(mark)
  const command = monaco.editor.addCommand({
    id: 'podwright.fix',
    run: (_, problem: Diagnostic) => {
      if (problem.fix !== undefined) mend(problem.fix)
    },
  })
  const actions = monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions: (asked, range) => ({
      actions:
        asked !== model
          ? []
          : marked.flatMap(({ problem, range: at }) =>
              problem.fix !== undefined && monaco.Range.areIntersectingOrTouching(at, range)
                ? [
                    {
                      title: problem.fix.label,
                      kind: 'quickfix',
                      command: { id: 'podwright.fix', title: problem.fix.label, arguments: [problem] },
                    },
                  ]
                : [],
            ),
      dispose: () => {},
    }),
  })
  return {
    dispose: () => {
      stop()
      command.dispose()
      actions.dispose()
      monaco.editor.setModelMarkers(model, OWNER, [])
    },
  }
}

/** Where a problem is in the text as it stands: what is said is of the last text that could be read. */
function rangeNow(model: monaco.editor.ITextModel, problem: Diagnostic): monaco.IRange | null {
  const { readable, source } = useDesigner.getState()
  const range = problem.range ?? problemRange(readable, problem.path)
  if (range === null) return null
  const edits = readable === source ? [] : difference(readable.text, source.text)
  const endings = lineEndingsOf(source.text)
  const place = (offset: number): monaco.Position =>
    model.getPositionAt(toEditorOffset(endings, shiftOffset(edits, offset)))
  return monaco.Range.fromPositions(place(range.start), place(range.end))
}
