/* Parts of Monaco that its types leave out, as far as they are used here. */

declare module 'monaco-editor/platform/storage/common/storage' {
  export interface StorageService {
    store(key: string, value: boolean, scope: number, target: number): void
  }
  /** The name by which the service is asked for. */
  export const IStorageService: { readonly serviceOf: StorageService }
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    get<Service>(name: { readonly serviceOf: Service }): Service
  }
}

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor/editor'
  /** Its comments, brackets and indentation. */
  export const conf: languages.LanguageConfiguration
  /** Its words and their colours. */
  export const language: languages.IMonarchLanguage
}
