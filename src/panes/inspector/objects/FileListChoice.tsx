import { setFileList } from '../../../core/kubernetes/edits/files'
import { listsFor, type FileList } from '../../../core/kubernetes/files'
import { SelectField } from '../../../ui/SelectField'
import { addAndFocus } from '../change'
import { placeProps } from '../fields/at'
import { useManifest } from '../useManifest'
import type { ShownFile } from './shownFiles'

/** No key of a file's value: the choice of its list. */
const LIST_FIELD = 'list'

const HINTS: Readonly<Record<FileList['encoding'], string>> = {
  base64: 'Written in base64, as the cluster gives it back.',
  text: 'Written as plain text; the server packs it into data.',
}

/** Which of the Secret's fields has the file, where another one could have it too. */
export function FileListChoice({ file }: { readonly file: ShownFile }) {
  const lists = listsFor(useManifest(), file)
  if (lists.length < 2) return null
  return (
    <SelectField
      layout="cell"
      mono
      label="Written in"
      value={file.list.field}
      options={lists.map(({ field, encoding }) => ({ value: field, label: field, hint: HINTS[encoding] }))}
      {...placeProps([...file.path, LIST_FIELD])}
      onChange={(field) => {
        const list = lists.find((each) => each.field === field)
        if (list !== undefined) addAndFocus(setFileList(file.path, list), [LIST_FIELD])
      }}
    />
  )
}
