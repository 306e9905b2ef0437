import { useState } from 'react'
import { shownName } from '../../../core/diagram/node'
import { containerAt, containerPathOf } from '../../../core/kubernetes/containers'
import { mount, setMount } from '../../../core/kubernetes/edits/volumes'
import { mountsIn } from '../../../core/kubernetes/mounts'
import { samePath, type Path } from '../../../core/kubernetes/path'
import { absolutePath } from '../../../core/kubernetes/values'
import { useDesigner } from '../../../store/designer'
import { SwitchField } from '../../../ui/SwitchField'
import { TextField } from '../../../ui/TextField'
import type { AskProps } from './ask'
import { AskForm } from './AskForm'

/** Asks where a container sees a volume. */
export function AskMount({ ask: { at, container, volume }, onDone, onCancel }: AskProps<'mount'>) {
  const [path, setPath] = useState(`/${volume}`)
  const [readOnly, setReadOnly] = useState(false)
  const name = useNameOf(container)
  const wrong = useWrong(container, path, null)
  return (
    <AskForm
      at={at}
      title={`Mount ${shownName(volume)} in ${name}`}
      verb="Mount"
      blocked={path === '' || wrong !== null}
      onSubmit={() =>
        onDone(
          mount(container, volume, path, readOnly ? { readOnly } : {}),
          `Mounted ${volume} in ${name} at ${path}`,
        )
      }
      onCancel={onCancel}
    >
      <TextField label="Mount path" mono value={path} onChange={setPath} error={wrong} />
      <SwitchField label="Read-only" value={readOnly} onChange={setReadOnly} />
    </AskForm>
  )
}

/** Asks for another path of a mount. */
export function AskMountPath({ ask: { at, path }, onDone, onCancel }: AskProps<'mountPath'>) {
  const container = containerPathOf(path) ?? path
  const documents = useDesigner((designer) => designer.manifest)
  const before = mountsIn(documents, container).find((each) => samePath(each.path, path))
  const [typed, setTyped] = useState(before?.mountPath ?? '')
  const name = useNameOf(container)
  const wrong = useWrong(container, typed, path)
  return (
    <AskForm
      at={at}
      title={`Where ${name} sees ${shownName(before?.volumeName ?? '')}`}
      verb="Change"
      blocked={typed === '' || wrong !== null}
      onSubmit={() => onDone(setMount(path, { mountPath: typed }), `Mount path is ${typed}`)}
      onCancel={onCancel}
    >
      <TextField label="Mount path" mono value={typed} onChange={setTyped} error={wrong} />
    </AskForm>
  )
}

function useNameOf(container: Path): string {
  return useDesigner(({ manifest }) => shownName(containerAt(manifest, container)?.name ?? ''))
}

function useWrong(container: Path, path: string, own: Path | null): string | null {
  const taken = useDesigner(({ manifest }) =>
    mountsIn(manifest, container).some((each) => each.mountPath === path && !samePath(each.path, own)),
  )
  if (path === '') return null
  return taken ? 'Another volume is mounted at this path' : absolutePath(path)
}
