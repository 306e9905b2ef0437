import { decodeBase64, type Decoded } from './base64'
import { isObject, type Json } from './json'
import { valueAt, type Path } from './path'
import { field, textOf } from './shape'

/** The kinds whose objects are sets of files. */
export type FilesKind = 'ConfigMap' | 'Secret'

/** A field that holds files by their keys. */
export interface FileList {
  readonly field: 'data' | 'binaryData' | 'stringData'
  /** How a file is written there. */
  readonly encoding: 'text' | 'base64'
}

/** Where an object of that kind has its files (core/v1 ConfigMap and Secret). */
export const FILE_LISTS: Readonly<Record<FilesKind, readonly FileList[]>> = {
  ConfigMap: [
    { field: 'data', encoding: 'text' },
    { field: 'binaryData', encoding: 'base64' },
  ],
  Secret: [
    { field: 'data', encoding: 'base64' },
    { field: 'stringData', encoding: 'text' },
  ],
}

/** A file of a ConfigMap or a Secret. */
export interface ConfigFile {
  readonly path: Path
  readonly key: string
  readonly list: FileList
  /** What it holds; `invalid` where the value is no text, or no base64 where it must be. */
  readonly content: Decoded
  /** The value as written. */
  readonly value: Json
}

/** Takes the documents and an object's path; gives its kind where it is a set of files. */
export function filesKindOf(documents: readonly Json[], object: Path): FilesKind | null {
  const kind = textOf(field(valueAt(documents, object), 'kind'))
  return kind === 'ConfigMap' || kind === 'Secret' ? kind : null
}

/** Takes the documents and the path of a ConfigMap or a Secret; gives its files, list by list. */
export function filesIn(documents: readonly Json[], object: Path): readonly ConfigFile[] {
  const kind = filesKindOf(documents, object)
  return (kind === null ? [] : FILE_LISTS[kind]).flatMap((list) => {
    const mapping = valueAt(documents, [...object, list.field])
    const entries = isObject(mapping) ? Object.entries(mapping) : []
    return entries.map(([key, value]) => ({
      path: [...object, list.field, key],
      key,
      list,
      content: contentOf(value, list),
      value,
    }))
  })
}

/**
 * Takes the documents and one of their files; gives the lists of its object that can hold it: its own, and where it is
 * text and the key is free, the others.
 */
export function listsFor(documents: readonly Json[], file: ConfigFile): readonly FileList[] {
  const object = file.path.slice(0, -2)
  const kind = filesKindOf(documents, object)
  const isFree = (list: FileList): boolean =>
    file.content.is === 'text' && valueAt(documents, [...object, list.field, file.key]) === undefined
  return kind === null ? [] : FILE_LISTS[kind].filter((list) => list === file.list || isFree(list))
}

/** A null is the server's empty text. */
function contentOf(value: Json, { encoding }: FileList): Decoded {
  if (value === null) return { is: 'text', text: '' }
  if (typeof value !== 'string') return { is: 'invalid' }
  return encoding === 'base64' ? decodeBase64(value) : { is: 'text', text: value }
}
