import { filesIn, type ConfigFile } from '../../../core/kubernetes/files'
import type { Path } from '../../../core/kubernetes/path'
import { locate } from '../../../core/yaml/locate'
import { swapEntries } from '../../../core/yaml/swapEntries'
import { useDesigner } from '../../../store/designer'

/** A file, what it is called, its place among those of its list, and how many these are. */
export interface ShownFile extends ConfigFile {
  /** Its key; with its list, where another list has that key too. */
  readonly name: string
  readonly index: number
  readonly count: number
}

/** Takes the path of a ConfigMap or a Secret; gives its files in the order in which the text has them. */
export function useShownFiles(object: Path): readonly ShownFile[] {
  const readable = useDesigner((designer) => designer.readable)
  const inText = (file: ConfigFile): number => locate(readable, file.path)?.start ?? 0
  const files = filesIn(readable.documents, object).toSorted((a, b) => inText(a) - inText(b))
  return files.map((file) => {
    const list = files.filter((other) => other.list === file.list)
    const hasTwin = files.some(({ key, path }) => key === file.key && path !== file.path)
    const name = hasTwin ? `${file.key} (${file.list.field})` : file.key
    return { ...file, name, index: list.indexOf(file), count: list.length }
  })
}

/**
 * Takes the files shown, one of them, and which way; lets it change places in the text with its neighbour in the same
 * list. The order of keys is no meaning, so that no edit of the documents could do it.
 */
export function moveFile(files: readonly ShownFile[], file: ShownFile, by: -1 | 1): void {
  const other = files.find((each) => each.list === file.list && each.index === file.index + by)
  const { source, type, select } = useDesigner.getState()
  const edits =
    other === undefined || source.problem !== null ? null : swapEntries(source, file.path, other.path)
  if (edits === null) return
  type(edits)
  select(file.path)
}
