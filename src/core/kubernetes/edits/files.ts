import { bytesOfText, encodeBase64, textOfBytes } from '../base64'
import type { Change } from '../change'
import { FILE_LISTS, filesIn, filesKindOf, listsFor, type FileList } from '../files'
import { keyUsesIn } from '../keyUses'
import { freshName } from '../names'
import { samePath, valueAt, type Path } from '../path'
import { objectAt, place } from './ensure'
import { renameKey } from './mapping'
import { removeAt } from './remove'
import type { Json } from '../json'

/*
 * The files of a ConfigMap or a Secret. A file is addressed by its path: the object, the list (`data`, …), the key.
 */

/**
 * Takes the object's path and perhaps a key and bytes; adds a file and selects it. It goes where the others are: to
 * a Secret's `data` only where that is the one list there is, for `stringData` is readable; bytes that are no text
 * go to the list for them.
 */
export function addFile(object: Path, key = 'file', bytes: Uint8Array = new Uint8Array()): Change {
  return (documents) => {
    const kind = filesKindOf(documents, object)
    if (kind === null) return undefined
    const isWritten = (list: FileList): boolean =>
      Object.keys(objectAt(documents, [...object, list.field]) ?? {}).length > 0
    const lists = FILE_LISTS[kind]
    const text = textOfBytes(bytes)
    const [asText, asBytes] = ['text', 'base64'].map((encoding) =>
      lists.find((list) => list.encoding === encoding),
    )
    const isOnlyBytes = kind === 'Secret' && asBytes !== undefined && isWritten(asBytes)
    const list = text === null || (isOnlyBytes && asText && !isWritten(asText)) ? asBytes : asText
    if (list === undefined) return undefined
    const taken = filesIn(documents, object).map((file) => file.key)
    const path = [...object, list.field, freshName(key, taken)]
    place(documents, path, list.encoding === 'text' ? (text ?? '') : encodeBase64(bytes))
    return path
  }
}

/** Takes a file's path and a text; makes it the file's content, in base64 where its list wants that. */
export function setFileText(file: Path, text: string): Change {
  return (documents) => {
    const list = listOf(documents, file)
    if (list === null) return undefined
    place(documents, file, list.encoding === 'text' ? text : encodeBase64(bytesOfText(text)))
    return undefined
  }
}

/** Takes a file's path and bytes; makes them the file's content. What is no text moves to the list for bytes. Selects the file. */
export function setFileBytes(file: Path, bytes: Uint8Array): Change {
  return (documents) => {
    const text = textOfBytes(bytes)
    const list = listOf(documents, file)
    const key = file.at(-1)
    if (list === null || key === undefined) return undefined
    if (text !== null && list.encoding === 'text') {
      place(documents, file, text)
      return file
    }
    if (list.encoding === 'text') takeOut(documents, file)
    const object = file.slice(0, -2)
    const kind = filesKindOf(documents, object)
    const target = kind === null ? undefined : FILE_LISTS[kind].find(({ encoding }) => encoding === 'base64')
    if (target === undefined) return undefined
    const path = [...object, target.field, key]
    place(documents, path, encodeBase64(bytes))
    return path
  }
}

/**
 * Takes a file's path and a list of its object; moves the file there, written as that list wants it. Nothing changes
 * where the list can't hold it. Selects the file.
 */
export function setFileList(file: Path, list: FileList): Change {
  return (documents) => {
    const object = file.slice(0, -2)
    const moved = filesIn(documents, object).find(({ path }) => samePath(path, file))
    if (moved === undefined || moved.content.is !== 'text' || moved.list === list) return undefined
    if (!listsFor(documents, moved).includes(list)) return undefined
    const { text } = moved.content
    takeOut(documents, file)
    const path = [...object, list.field, moved.key]
    place(documents, path, list.encoding === 'text' ? text : encodeBase64(bytesOfText(text)))
    return path
  }
}

/**
 * Takes a file's path and a key; renames the file in its place, and what names the key follows: variables, and items
 * of volumes. A key that another file has is not taken (nothing changes). Selects the file.
 */
export function renameFile(file: Path, key: string): Change {
  return (documents) => {
    const old = file.at(-1)
    const object = file.slice(0, -2)
    const mapping = objectAt(documents, file.slice(0, -1))
    const isTaken = filesIn(documents, object).some((other) => other.key === key)
    if (mapping === null || typeof old !== 'string' || isTaken) return undefined
    const uses = keyUsesIn(documents, object, old)
    if (!renameKey(mapping, old, key)) return undefined
    if (old !== '' && key !== '') for (const { keyPath } of uses) if (keyPath) place(documents, keyPath, key)
    return [...file.slice(0, -1), key]
  }
}

/** Takes a file's path; removes it, and the list with its last one. Selects the file now in its place, else the object. */
export function removeFile(file: Path): Change {
  return (documents) => {
    const object = file.slice(0, -2)
    const index = filesIn(documents, object).findIndex(({ path }) => samePath(path, file))
    takeOut(documents, file)
    const left = filesIn(documents, object)
    return (left[index] ?? left.at(-1))?.path ?? object
  }
}

/** A list goes with its last file. */
function takeOut(documents: Json[], file: Path): void {
  const list = file.slice(0, -1)
  removeAt(documents, file)
  const mapping = objectAt(documents, list)
  if (mapping !== null && Object.keys(mapping).length === 0) removeAt(documents, list)
}

function listOf(documents: readonly Json[], file: Path): FileList | null {
  const kind = filesKindOf(documents, file.slice(0, -2))
  if (kind === null || valueAt(documents, file) === undefined) return null
  return FILE_LISTS[kind].find((list) => list.field === file.at(-2)) ?? null
}
