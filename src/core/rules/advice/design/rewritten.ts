import type { Change } from '../../../kubernetes/change'
import { setValue } from '../../../kubernetes/edits/setValue'
import { valueAt, type Path } from '../../../kubernetes/path'
import { wordOf } from '../../../kubernetes/shape'

/** Takes how to rewrite a text; gives the fix that does so to the value at a path (a number as it reads). */
export function rewritten(rewrite: (text: string) => string): (path: Path) => Change {
  return (path) => (documents) => setValue(path, rewrite(wordOf(valueAt(documents, path))))(documents)
}
