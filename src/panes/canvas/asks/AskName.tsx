import { useState } from 'react'
import { nameAt, renameOf, wrongName } from '../renaming'
import { useDesigner } from '../../../store/designer'
import { TextField } from '../../../ui/TextField'
import type { AskProps } from './ask'
import { AskForm } from './AskForm'

/** Asks for another name of a container, a volume or an object; what refers to it follows. */
export function AskName({ ask: { at, path }, onDone, onCancel }: AskProps<'name'>) {
  const before = useDesigner(({ manifest }) => nameAt(manifest, path))
  const [name, setName] = useState(before)
  const wrong = useDesigner(({ manifest }) => (name === before ? null : wrongName(manifest, path, name)))
  return (
    <AskForm
      at={at}
      title="Rename"
      verb="Rename"
      blocked={name === '' || wrong !== null}
      onSubmit={() => onDone(renameOf(path, name), `Renamed to ${name}`)}
      onCancel={onCancel}
    >
      <TextField label="Name" mono value={name} onChange={setName} error={wrong} />
    </AskForm>
  )
}
