import { useState } from 'react'
import type { Change } from '../../../core/kubernetes/change'
import { containersIn } from '../../../core/kubernetes/containers'
import { addContainer } from '../../../core/kubernetes/edits/containers'
import { addPort } from '../../../core/kubernetes/edits/ports'
import { nameFromImage } from '../../../core/kubernetes/imageName'
import { dns1123Label, freshName } from '../../../core/kubernetes/names'
import { roleRow } from '../../../core/kubernetes/roles'
import { imageReference, portNumber } from '../../../core/kubernetes/values'
import { useDesigner } from '../../../store/designer'
import { TextField } from '../../../ui/TextField'
import type { AskProps } from './ask'
import { AskForm } from './AskForm'

/** Asks for a container's image; the name follows from it, the port may stay out. */
export function AskContainer({ ask: { at, role, podSpec }, onDone, onCancel }: AskProps<'container'>) {
  const [image, setImage] = useState('')
  const [typed, setTyped] = useState('')
  const [port, setPort] = useState('')
  const taken = useDesigner((designer) => designer.manifest)
  const names = containersIn(taken, podSpec).map((container) => container.name)
  const proposed = freshName(nameFromImage(image) || role, names)
  const name = typed === '' ? proposed : typed
  const label = roleRow(role).label.toLowerCase()
  const wrongImage = image === '' ? null : imageReference(image)
  const wrongName = names.includes(name) ? 'Another container of this pod has this name' : dns1123Label(name)
  const wrongPort = port === '' ? null : portNumber(port)
  const submit = (): void =>
    onDone(withPort(addContainer(podSpec, role, { name, image }), port), `Added ${label} ${name}`)
  return (
    <AskForm
      at={at}
      title={`Add ${role === 'init' || role === 'app' ? 'an' : 'a'} ${label}`}
      verb="Add"
      blocked={wrongName !== null || wrongPort !== null}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <TextField
        label="Image"
        mono
        value={image}
        onChange={setImage}
        placeholder="nginx:1.27"
        error={wrongImage}
      />
      <TextField
        label="Name"
        mono
        value={typed}
        onChange={setTyped}
        placeholder={proposed}
        error={wrongName}
      />
      {role === 'init' ? null : (
        <TextField label="Port" mono value={port} onChange={setPort} placeholder="none" error={wrongPort} />
      )}
    </AskForm>
  )
}

function withPort(add: Change, port: string): Change {
  return (documents) => {
    const container = add(documents)
    if (container !== undefined && port !== '') addPort(container, { containerPort: Number(port) })(documents)
    return container
  }
}
