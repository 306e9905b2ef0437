import { useState } from 'react'
import { renameFile } from '../../../core/kubernetes/edits/files'
import { configKey, requiredOr } from '../../../core/kubernetes/names'
import { TextField } from '../../../ui/TextField'
import { change, selectField } from '../change'
import { complaint } from '../fields/complaint'
import { pathKey } from '../pathKey'
import type { ShownFile } from './shownFiles'

/** No key of a file's value: the field of the key itself. */
export const KEY_FIELD = 'key'

/** The key of a file. What is typed stays where the object can't take it: it is empty, or another file has it. */
export function FileKey({ file }: { readonly file: ShownFile }) {
  const [typed, setTyped] = useState<{ readonly key: string; readonly text: string } | null>(null)
  const half = typed !== null && typed.key === file.key && typed.text !== file.key ? typed.text : null
  const refusal = half === '' ? 'A key is needed.' : `Another file has the key ${half}.`
  return (
    <TextField
      layout="cell"
      mono
      label="Key"
      value={half ?? file.key}
      field={pathKey([...file.path, KEY_FIELD])}
      error={half === null ? complaint(requiredOr(file.key, configKey)) : refusal}
      onFocus={() => selectField(file.path)}
      onChange={(text) => {
        setTyped({ key: file.key, text })
        if (text !== '' && text !== file.key)
          change(renameFile(file.path, text), [...file.path.slice(0, -1), file.index, KEY_FIELD])
      }}
    />
  )
}
