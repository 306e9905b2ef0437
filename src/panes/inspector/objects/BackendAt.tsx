import { setBackendPort } from '../../../core/kubernetes/edits/ingress'
import { ingressServices, ingressTargetAt, targetPortProblem } from '../../../core/kubernetes/ingress'
import { dns1123Label } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { switchMember, unionOf } from '../../../core/kubernetes/unions'
import { labelOf } from '../../../core/words/fieldLabels'
import { fieldOf } from '../../../core/kubernetes/schema/schema'
import { FieldLine } from '../../../ui/FieldLine'
import { SelectField } from '../../../ui/SelectField'
import { SuggestField, type Suggestion } from '../../../ui/SuggestField'
import { change, selectField } from '../change'
import { placeProps } from '../fields/at'
import { TextAt } from '../fields/TextAt'
import { pathKey } from '../pathKey'
import type { ControlProps } from '../schema/control'
import { useManifest } from '../useManifest'
import styles from './objects.module.css'

const UNION = unionOf('IngressBackend')

/** Where an Ingress leads to: a Service and one of its ports, chosen from those of the design; or another object. */
export function BackendAt({
  path,
  fields,
}: {
  readonly path: Path
  readonly fields: ControlProps['fields']
}) {
  const manifest = useManifest()
  const target = ingressTargetAt(manifest, path)
  const services = ingressServices(manifest, path)
  return (
    <div className={styles.stack}>
      <FieldLine className={styles.backend}>
        {UNION === null ? null : (
          <SelectField
            layout="cell"
            label={UNION.label}
            value={target.isResource ? 'resource' : 'service'}
            field={pathKey([...path, UNION.label])}
            options={UNION.members.flatMap((name) => {
              const member = fieldOf(UNION.type, name)
              return member === null ? [] : [{ value: name, label: labelOf(member) }]
            })}
            onFocus={() => selectField(path)}
            onChange={(next) => change(switchMember(path, UNION, next), path)}
          />
        )}
        {target.isResource ? null : (
          <>
            <TextAt
              layout="cell"
              label="Name"
              path={[...path, 'service', 'name']}
              required
              check={dns1123Label}
              suggestions={services.map(({ name, ports }) => ({
                value: name,
                hint: ports.length === 0 ? 'Service' : `Service with port ${ports.map(portWords).join(', ')}`,
              }))}
            />
            <SuggestField
              layout="cell"
              mono
              label="Port"
              help="The Service's port, by number or name."
              value={target.port}
              error={target.port === '' ? 'Required value' : targetPortProblem(target)}
              suggestions={portSuggestions(target.found?.ports ?? [])}
              {...placeProps([...path, 'service', 'port'])}
              onChange={(next) => change(setBackendPort(path, next), [...path, 'service', 'port'])}
            />
          </>
        )}
      </FieldLine>
      {target.isResource ? fields('TypedLocalObjectReference', [...path, 'resource']) : null}
    </div>
  )
}

interface Port {
  readonly name: string
  readonly port: number | null
}

const portWords = ({ name, port }: Port): string => (name === '' ? String(port) : `${name} ${port}`)

function portSuggestions(ports: readonly Port[]): readonly Suggestion[] {
  return ports.flatMap(({ name, port }) => [
    ...(name === '' ? [] : [{ value: name, hint: `Port ${port}` }]),
    ...(port === null ? [] : [{ value: String(port), hint: name === '' ? undefined : `Named ${name}` }]),
  ])
}
