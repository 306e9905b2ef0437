import { useState } from 'react'
import type { PodLife } from '../../core/simulator/history/podLife'
import { intervene } from '../../store/runDeeds'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { SelectField } from '../../ui/SelectField'
import { TextField } from '../../ui/TextField'
import { ROLLING } from './interventions'

/** Asks for a container and its new image; sets it in what the pod comes from, as `kubectl set image` does. */
export function SetImage({ pod, onClose }: { readonly pod: PodLife; readonly onClose: () => void }) {
  const [first] = pod.containers
  const [container, setContainer] = useState(first?.name ?? '')
  const [image, setImage] = useState(first?.container.image ?? '')
  const kind = ROLLING.find((each) => each === pod.origin.kind)
  const { namespace, origin } = pod
  const isRight = image.trim() !== ''
  const set = (): void => {
    if (kind !== undefined && isRight)
      intervene({ do: 'setImage', kind, namespace, name: origin.name, container, image: image.trim() })
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Set an image"
      description={`Changes the running ${origin.kind} ${origin.name}, not the design: its pods are replaced.`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!isRight} onClick={set}>
            Set the image
          </Button>
        </>
      }
    >
      <SelectField
        label="Container"
        layout="cell"
        value={container}
        options={pod.containers.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => {
          setContainer(name)
          setImage(pod.containers.find((each) => each.name === name)?.container.image ?? '')
        }}
      />
      <TextField label="Image" layout="cell" value={image} onChange={setImage} />
    </Dialog>
  )
}
