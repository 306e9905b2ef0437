import { Editor as MonacoEditor } from '@monaco-editor/react'
import { useEffect, useMemo, useState } from 'react'
import type { Json } from '../../core/kubernetes/json'
import { toEditorText } from '../../core/yaml/lineEndings'
import { locate } from '../../core/yaml/locate'
import { revise } from '../../core/yaml/revise'
import type { Source, TextRange } from '../../core/yaml/source'
import { useDesigner } from '../../store/designer'
import { writtenRanges } from '../../store/typing'
import { monaco, type Editor } from './monaco'
import { EDITOR_OPTIONS, MODEL_OPTIONS } from './options'
import { THEME } from './theme'
import styles from './YamlPane.module.css'

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  ...EDITOR_OPTIONS,
  ariaLabel: 'The manifest as the server will store it, to read only',
  readOnly: true,
  domReadOnly: true,
  // Shown to be read: Tab goes on.
  tabFocusMode: true,
}

/** The text with what the server will fill in, which is grey. */
export function FilledView({ fill }: { readonly fill: (document: Json) => Json }) {
  const readable = useDesigner((designer) => designer.readable)
  const selected = useDesigner((designer) => designer.selected)
  const { filled, text, added } = useMemo(() => filledText(readable, fill), [readable, fill])
  const [editor, setEditor] = useState<Editor | null>(null)

  useEffect(() => {
    const model = editor?.getModel()
    if (!editor || !model) return
    const top = editor.getScrollTop()
    model.updateOptions(MODEL_OPTIONS)
    if (model.getValue() !== text) model.setValue(text)
    editor.setScrollTop(top)
    const grey = editor.createDecorationsCollection(
      added.map(({ start, end }) => ({
        range: monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)),
        options: { inlineClassName: styles.filledIn ?? null },
      })),
    )
    return () => grey.clear()
  }, [editor, text, added])

  useEffect(() => {
    const model = editor?.getModel()
    const range = selected === null || selected.length === 0 ? null : locate(filled, selected)
    if (!editor || !model || range === null) return
    const offset = toEditorText(filled.text.slice(0, range.start)).length
    editor.revealPositionNearTop(model.getPositionAt(offset), monaco.editor.ScrollType.Immediate)
  }, [editor, filled, selected])

  return (
    <section aria-label="As the server stores it" className={styles.filled}>
      <p className={styles.filledTitle}>As the server stores it: what it fills in is grey.</p>
      <div className={styles.editor}>
        <MonacoEditor
          defaultLanguage="yaml"
          defaultValue={text}
          path="filled.yaml"
          loading={null}
          onMount={setEditor}
          options={OPTIONS}
          theme={THEME}
        />
      </div>
    </section>
  )
}

/** Ranges in the text as the editor has it: always with `\n`. */
function filledText(
  source: Source,
  fill: (document: Json) => Json,
): { readonly filled: Source; readonly text: string; readonly added: readonly TextRange[] } {
  const { source: filled, edits } = revise(source, source.documents.map(fill))
  const length = (end: number): number => toEditorText(filled.text.slice(0, end)).length
  return {
    filled,
    text: toEditorText(filled.text),
    added: writtenRanges(edits).map(({ start, end }) => ({ start: length(start), end: length(end) })),
  }
}
