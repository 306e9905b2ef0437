import { FieldLine } from '../../../ui/FieldLine'
import type { ReactNode } from 'react'
import { containersIn } from '../../../core/kubernetes/containers'
import { addServicePort, removeServicePort } from '../../../core/kubernetes/edits/services'
import type { Json } from '../../../core/kubernetes/json'
import { dns1123Label } from '../../../core/kubernetes/names'
import type { Service, ServicePort } from '../../../core/kubernetes/services'
import { nodePort, portNumber, targetPort } from '../../../core/kubernetes/values'
import { workloadAt } from '../../../core/kubernetes/workloadKinds'
import { ListEditor } from '../../../ui/ListEditor'
import type { Suggestion } from '../../../ui/SuggestField'
import { act } from '../change'
import { ChoiceAt } from '../fields/ChoiceAt'
import { NumberAt } from '../fields/NumberAt'
import { TextAt } from '../fields/TextAt'
import { PROTOCOLS } from '../protocols'
import { useManifest } from '../useManifest'
import { useMoreFields } from '../schema/MoreFields'
import styles from './forms.module.css'

/** The ports of a Service, each with the container port it leads to. */
export function ServicePorts({ service }: { readonly service: Service }) {
  const { path, ports, type } = service
  const declared = declaredPorts(useManifest(), service)
  const row = (index: number): ReactNode => {
    const port = ports[index]
    return port === undefined ? null : (
      <PortRow
        port={port}
        declared={declared}
        several={ports.length > 1}
        nodePorts={type?.nodePorts === true}
      />
    )
  }
  return (
    <ListEditor
      title="Ports"
      help="Port: where the Service listens. Target: the container's port, by number or name; left out, the same number."
      noun="port"
      count={ports.length}
      row={row}
      onAdd={() => act(addServicePort(path))}
      onRemove={(index) => act(removeServicePort(ports[index]?.path ?? path))}
    />
  )
}

const OWN = ['port', 'targetPort', 'nodePort', 'name', 'protocol']

function PortRow({
  port,
  declared,
  several,
  nodePorts,
}: {
  readonly port: ServicePort
  /** null: no pod of the manifest is behind the Service. */
  readonly declared: readonly DeclaredPort[] | null
  readonly several: boolean
  readonly nodePorts: boolean
}) {
  const { path } = port
  const more = useMoreFields('ServicePort', path, OWN, `port ${Number(path.at(-1)) + 1}`)
  return (
    <div data-labelled>
      <FieldLine className={styles.servicePort}>
        <NumberAt
          layout="cell"
          label="Port"
          path={[...path, 'port']}
          required
          check={portNumber}
          min={1}
          max={65_535}
        />
        <TextAt
          layout="cell"
          label="Target"
          path={[...path, 'targetPort']}
          numeric
          check={targetPort}
          error={targetProblem(port, declared)}
          placeholder={port.port === null ? '' : String(port.port)}
          suggestions={suggestionsFor(declared ?? [])}
        />
        {nodePorts ? (
          <NumberAt
            layout="cell"
            label="Node port"
            path={[...path, 'nodePort']}
            check={nodePort}
            placeholder="auto"
            min={30_000}
            max={32_767}
          />
        ) : null}
        <TextAt
          layout="cell"
          label="Name"
          path={[...path, 'name']}
          required={several}
          check={dns1123Label}
          placeholder="http"
        />
        <ChoiceAt layout="cell" label="Protocol" path={[...path, 'protocol']} choices={PROTOCOLS} />
      </FieldLine>
      <div className={styles.morePort}>{more.button}</div>
      {more.fields}
    </div>
  )
}

interface DeclaredPort {
  readonly name: string
  readonly number: number | null
  readonly container: string
}

/** The ports that the pods behind a Service say they listen on. */
function declaredPorts(documents: readonly Json[], service: Service): readonly DeclaredPort[] | null {
  if (service.selects.length === 0) return null
  return service.selects.flatMap((path) => {
    const workload = workloadAt(documents, path)
    if (workload === null) return []
    return containersIn(documents, workload.podSpec).flatMap((container) =>
      container.ports.map((port) => ({
        name: port.name,
        number: port.containerPort,
        container: container.name,
      })),
    )
  })
}

function suggestionsFor(declared: readonly DeclaredPort[]): readonly Suggestion[] {
  const seen = new Set<string>()
  return declared
    .flatMap(({ name, number, container }): Suggestion[] => [
      ...(name === '' ? [] : [{ value: name, hint: `${container}, port ${number ?? ''}` }]),
      ...(number === null
        ? []
        : [{ value: String(number), hint: name === '' ? container : `${container}, ${name}` }]),
    ])
    .filter(({ value }) => !seen.has(value) && seen.add(value))
}

/** What is wrong with where a port leads: a name must be declared; a number need not be, but should. */
function targetProblem(
  { targetPort: target, port }: ServicePort,
  declared: readonly DeclaredPort[] | null,
): string | null {
  if (declared === null) return null
  if (typeof target === 'string' && target !== '' && targetPort(target) === null) {
    const found = declared.some(({ name }) => name === target)
    return found ? null : `No container behind the Service has a port named ${target}.`
  }
  const number = target === null ? port : target
  if (typeof number !== 'number' || declared.length === 0) return null
  return declared.some((each) => each.number === number)
    ? null
    : `No container behind the Service declares port ${number}.`
}
