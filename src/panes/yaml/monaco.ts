import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import './monacoFeatures'
import './language'

/*
 * Monaco as this page ships it: the bundled one (the loader would fetch it from another origin), its worker from
 * the page's own folder, and no language but YAML. Importing this file is what makes it so.
 */
self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
loader.config({ monaco })

/** The pane's editor, in short. */
export type Editor = monaco.editor.IStandaloneCodeEditor
export { monaco }
