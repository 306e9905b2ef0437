import { containersIn } from '../kubernetes/containers'
import { filesIn, filesKindOf } from '../kubernetes/files'
import type { Json } from '../kubernetes/json'
import type { SymbolKind } from '../kubernetes/namings'
import { objectsIn } from '../kubernetes/objects'
import { valueAt, type Path } from '../kubernetes/path'
import { servicesIn } from '../kubernetes/services'
import { field, itemsOf, textOf } from '../kubernetes/shape'
import { volumesIn } from '../kubernetes/volumes'
import { workloadsIn } from '../kubernetes/workloadKinds'

/** A place that declares a name. */
export interface Declaration {
  readonly symbol: SymbolKind
  readonly path: Path
  /** Whether the name is the value at that path, or its key. */
  readonly part: 'key' | 'value'
  readonly name: string
  /** What it is, in a few words. */
  readonly about: string
  /** The label that this is, or is the value of; null for anything else. */
  readonly label: { readonly key: string; readonly value: string } | null
  /** Among the declarations of this symbol and scope no two may have one name. */
  readonly scope: string
}

type Declare = (documents: readonly Json[]) => readonly Omit<Declaration, 'symbol'>[]

const value = (path: Path, name: string, about: string, scope: string): Omit<Declaration, 'symbol'> => ({
  path,
  part: 'value',
  name,
  about,
  label: null,
  scope,
})

const objects: Declare = (documents) =>
  objectsIn(documents).map(({ path, kind, name, namespace }) =>
    value([...path, 'metadata', 'name'], name, kind, `${kind} ${namespace === '' ? 'default' : namespace}`),
  )

const keys: Declare = (documents) =>
  objectsIn(documents).flatMap(({ path, name }) =>
    filesIn(documents, path).map((file) => ({
      ...value(file.path, file.key, `Key of ${filesKindOf(documents, path) ?? ''} ${name}`, String(path[0])),
      part: 'key',
    })),
  )

/** A claim template comes before a volume of its name (apps/v1 StatefulSetSpec.volumeClaimTemplates). */
const volumes: Declare = (documents) =>
  workloadsIn(documents).flatMap(({ path, podSpec }) => {
    const templates = [...path, 'spec', 'volumeClaimTemplates']
    const scope = String(path[0])
    return [
      ...itemsOf(valueAt(documents, templates)).map((template, index) =>
        value(
          [...templates, index, 'metadata', 'name'],
          textOf(field(field(template, 'metadata'), 'name')),
          'Claim template',
          scope,
        ),
      ),
      ...volumesIn(documents, podSpec).map((volume) =>
        value([...volume.path, 'name'], volume.name, volume.source?.label ?? 'Volume', scope),
      ),
    ]
  })

const containers: Declare = (documents) =>
  workloadsIn(documents).flatMap(({ path: pod, podSpec }) =>
    containersIn(documents, podSpec).map(({ path, name, image }) =>
      value([...path, 'name'], name, image === '' ? 'Container' : `Container, ${image}`, String(pod[0])),
    ),
  )

/** App containers first, as a Service looks for its port (FindPort in pkg/api/v1/pod). */
const ports: Declare = (documents) =>
  workloadsIn(documents).flatMap(({ path: pod, podSpec }) => {
    const all = containersIn(documents, podSpec)
    return [...all.filter(({ role }) => role === 'app'), ...all.filter(({ role }) => role !== 'app')].flatMap(
      (container) =>
        container.ports.map(({ path, name, containerPort }) =>
          value([...path, 'name'], name, `Port ${containerPort ?? ''} of ${container.name}`, String(pod[0])),
        ),
    )
  })

const servicePorts: Declare = (documents) =>
  servicesIn(documents).flatMap((service) =>
    service.ports.map(({ path, name }) =>
      value([...path, 'name'], name, `Port of ${service.name}`, String(path[0])),
    ),
  )

const resourceClaims: Declare = (documents) =>
  workloadsIn(documents).flatMap(({ path, podSpec }) => {
    const list = [...podSpec, 'resourceClaims']
    return itemsOf(valueAt(documents, list)).map((claim, index) =>
      value([...list, index, 'name'], textOf(field(claim, 'name')), 'Resource claim', String(path[0])),
    )
  })

const labelsOfPods =
  (part: 'key' | 'value'): Declare =>
  (documents) =>
    workloadsIn(documents).flatMap(({ podMetadata, labels, name }) =>
      Object.entries(labels).map(([key, word]) => {
        const mapping = [...podMetadata, 'labels']
        const path = [...mapping, key]
        return {
          path,
          part,
          name: part === 'key' ? key : word,
          about: `Label of ${name}`,
          label: { key, value: word },
          // Two labels of a pod may have one value, but not one key.
          scope: JSON.stringify(part === 'key' ? mapping : path),
        }
      }),
    )

/** What declares each kind of symbol. */
const DECLARED: Readonly<Record<SymbolKind, Declare>> = {
  object: objects,
  key: keys,
  volume: volumes,
  container: containers,
  'container port': ports,
  'Service port': servicePorts,
  'resource claim': resourceClaims,
  label: labelsOfPods('key'),
  'label value': labelsOfPods('value'),
}

/** Every kind of symbol. */
export const SYMBOL_KINDS: readonly SymbolKind[] = [
  'object',
  'key',
  'volume',
  'container',
  'container port',
  'Service port',
  'resource claim',
  'label',
  'label value',
]

/** Takes the documents and a kind of symbol; gives what declares one, in the order in which names are looked up. */
export function declarationsOf(documents: readonly Json[], symbol: SymbolKind): readonly Declaration[] {
  return DECLARED[symbol](documents).flatMap((declaration) =>
    declaration.name === '' && symbol !== 'label value' ? [] : [{ ...declaration, symbol }],
  )
}
