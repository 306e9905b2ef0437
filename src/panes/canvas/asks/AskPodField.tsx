import { useState } from 'react'
import { shownName } from '../../../core/diagram/node'
import { containerAt } from '../../../core/kubernetes/containers'
import { addEnv } from '../../../core/kubernetes/edits/env'
import { FIELD_PATHS, withSubscript } from '../../../core/kubernetes/fieldPaths'
import { envName, labelKey } from '../../../core/kubernetes/names'
import { useDesigner } from '../../../store/designer'
import { SelectField } from '../../../ui/SelectField'
import { TextField } from '../../../ui/TextField'
import type { AskProps } from './ask'
import { AskForm } from './AskForm'
import { variableForField } from './variableName'

const FIELDS = FIELD_PATHS.filter((row) => row.uses.includes('env'))

const OPTIONS = FIELDS.map((row) => ({
  value: row.path,
  label: row.subscript ? `${row.path}['…']` : row.path,
  hint: row.gives,
}))

/** Asks which fact about the pod becomes which variable. */
export function AskPodField({ ask: { at, container }, onDone, onCancel }: AskProps<'podField'>) {
  const [path, setPath] = useState(FIELDS[0]?.path ?? '')
  const [key, setKey] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const name = useDesigner(({ manifest }) => shownName(containerAt(manifest, container)?.name ?? ''))
  const row = FIELDS.find((each) => each.path === path)
  const fieldPath = row?.subscript === true ? withSubscript(path, key) : path
  const variable = typed ?? variableForField(fieldPath)
  const wrongKey = row?.subscript === true && key !== '' ? labelKey(key) : null
  const wrongVariable = variable === '' ? null : envName(variable)
  const blocked =
    variable === '' || wrongVariable !== null || wrongKey !== null || (row?.subscript === true && key === '')
  return (
    <AskForm
      at={at}
      title={`Pod field to ${name}`}
      verb="Add"
      blocked={blocked}
      onSubmit={() =>
        onDone(
          addEnv(container, variable, 'fieldRef', { fieldPath }),
          `Added variable ${variable} to ${name}`,
        )
      }
      onCancel={onCancel}
    >
      <SelectField label="Field" mono value={path} options={OPTIONS} onChange={setPath} />
      {row?.subscript === true ? (
        <TextField label="Key" mono value={key} onChange={setKey} error={wrongKey} />
      ) : null}
      <TextField label="Variable" mono value={variable} onChange={setTyped} error={wrongVariable} />
    </AskForm>
  )
}
