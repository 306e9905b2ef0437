import { languages } from 'monaco-editor/editor'
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml'

/*
 * YAML, known from the first key on. Monaco's own registration fetches it when the first text of it is shown:
 * Enter after a key would not indent until that has come.
 */
languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'], aliases: ['YAML', 'yaml'] })
languages.setLanguageConfiguration('yaml', conf)
languages.setMonarchTokensProvider('yaml', language)
