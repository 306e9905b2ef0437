import { FieldLine } from '../../../ui/FieldLine'
import type { ReactNode } from 'react'
import { addPort, removePort, renamePort } from '../../../core/kubernetes/edits/ports'
import { portName } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { itemsOf } from '../../../core/kubernetes/shape'
import { portNumber } from '../../../core/kubernetes/values'
import { useDesigner } from '../../../store/designer'
import { ListEditor } from '../../../ui/ListEditor'
import { act } from '../change'
import { ChoiceAt } from '../fields/ChoiceAt'
import { NumberAt } from '../fields/NumberAt'
import { TextAt } from '../fields/TextAt'
import { useValue } from '../fields/useValue'
import { PROTOCOLS } from '../protocols'
import { useMoreFields } from '../schema/MoreFields'
import { portClash } from './portClash'
import styles from './container.module.css'

const OWN = ['containerPort', 'name', 'protocol']

/** The ports a container says it listens on. */
export function PortsSection({ container, podSpec }: { readonly container: Path; readonly podSpec: Path }) {
  const list = [...container, 'ports']
  const count = itemsOf(useValue(list)).length
  const row = (index: number): ReactNode => <PortRow path={[...list, index]} podSpec={podSpec} />
  return (
    <ListEditor
      title="Ports"
      help="Where it listens. A name lets Services and probes speak of the port."
      noun="port"
      count={count}
      row={row}
      onAdd={() => act(addPort(container))}
      onRemove={(index) => act(removePort([...list, index]))}
    />
  )
}

function PortRow({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  const clash = useDesigner(({ manifest }) => portClash(manifest, podSpec, path))
  const more = useMoreFields('ContainerPort', path, OWN, `port ${Number(path.at(-1)) + 1}`)
  return (
    <>
      <FieldLine columns className={styles.port}>
        <NumberAt
          layout="cell"
          label="Port"
          path={[...path, 'containerPort']}
          required
          check={portNumber}
          error={clash}
          min={1}
          max={65_535}
        />
        <TextAt
          layout="cell"
          label="Name"
          path={[...path, 'name']}
          hold
          check={portName}
          placeholder="http"
          write={(name) => renamePort(path, name)}
          refusal="Another port of the container has this name. The manifest keeps the old one."
        />
        <ChoiceAt layout="cell" label="Protocol" path={[...path, 'protocol']} choices={PROTOCOLS} />
        <span data-mark>{more.button}</span>
      </FieldLine>
      {more.fields}
    </>
  )
}
