import { containerAt, containerPathOf, containersIn } from '../kubernetes/containers'
import { FIELD_PATHS, withSubscript } from '../kubernetes/fieldPaths'
import type { Json } from '../kubernetes/json'
import type { Mention } from '../kubernetes/mentions'
import { namingOf, type Naming } from '../kubernetes/namings'
import { objectsIn, sameNamespace } from '../kubernetes/objects'
import { valueAt, type Path } from '../kubernetes/path'
import { KINDS } from '../kubernetes/schema/schema'
import { labelsNear, type OfferedLabel } from '../kubernetes/selectors'
import { servicesIn } from '../kubernetes/services'
import { field, labelsOf, textOf } from '../kubernetes/shape'
import { WORKLOAD_KINDS, workloadAt, workloadsIn } from '../kubernetes/workloadKinds'
import { candidatesFor } from '../symbols/candidates'
import { declarationsOf } from '../symbols/declarations'

/** A value that could stand somewhere because something else in the design says so. */
export interface Declared {
  readonly value: string | number
  /** What it is, in a few words. */
  readonly about: string
}

type Look = (documents: readonly Json[], path: Path) => readonly Declared[]

/** Takes the documents, and the field and path of a value; gives what of the design could stand there. */
export function declaredFor(owner: string, name: string, documents: readonly Json[], path: Path): Declared[] {
  const found = lookFor(owner, name)?.(documents, path) ?? []
  return found.filter(
    ({ value }, index) => value !== '' && found.findIndex((other) => other.value === value) === index,
  )
}

/** Takes a field's type and name; says whether the design declares what could stand there. */
export function hasDeclared(owner: string, name: string): boolean {
  return lookFor(owner, name) !== null
}

function lookFor(owner: string, name: string): Look | null {
  const key = `${owner}.${name}`
  const own = Object.hasOwn(LOOKS, key) ? LOOKS[key] : undefined
  if (own !== undefined) return own
  const naming = namingOf(owner, name)
  return naming === null || naming.of === 'labels' ? null : names(naming)
}

/** The names that are declared of what a field names. */
const names =
  (naming: Exclude<Naming, { readonly of: 'labels' }>): Look =>
  (documents, path) => {
    const kind =
      naming.of === 'object'
        ? (naming.kind ?? textOf(valueAt(documents, [...path.slice(0, -1), 'kind'])))
        : ''
    const mention: Mention = { symbol: naming.of, path, part: 'value', name: '', kind, label: null }
    return candidatesFor(documents, mention, declarationsOf(documents, naming.of))
      .flat()
      .map(({ name, about }) => ({ value: name, about }))
  }

const portsOf = (documents: readonly Json[], paths: readonly Path[]): Declared[] =>
  paths.flatMap((path) => {
    const container = containerAt(documents, path)
    return (container?.ports ?? []).flatMap(({ name, containerPort }) => [
      { value: name, about: `Port ${containerPort ?? ''} of ${container?.name ?? ''}` },
      ...(containerPort === null
        ? []
        : [{ value: containerPort, about: `Port of ${container?.name ?? ''}` }]),
    ])
  })

/** The ports of the container that a probe or a hook is in. */
const ownPorts: Look = (documents, path) => {
  const container = containerPathOf(path)
  return container === null ? [] : portsOf(documents, [container])
}

const ownPortNumbers: Look = (documents, path) =>
  ownPorts(documents, path).filter(({ value }) => typeof value === 'number')

/** The ports of the pods that a Service selects; while it selects none, those of all pods. */
const targetPorts: Look = (documents, path) => {
  const service = servicesIn(documents).find((row) => row.path[0] === path[0])
  const workloads = workloadsIn(documents)
  const selected = workloads.filter((row) => service?.selects.some((other) => other[0] === row.path[0]))
  return (selected.length > 0 ? selected : workloads).flatMap(({ podSpec }) =>
    portsOf(
      documents,
      containersIn(documents, podSpec).map((container) => container.path),
    ),
  )
}

const objects =
  (...kinds: readonly string[]): Look =>
  (documents, path) => {
    const all = objectsIn(documents)
    const namespace = all.find((object) => object.path[0] === path[0])?.namespace ?? ''
    return all
      .filter((object) => kinds.includes(object.kind) && sameNamespace(object.namespace, namespace))
      .map((object) => ({ value: object.name, about: object.kind }))
  }

const fieldPaths: Look = (documents, path) => {
  const use = path.includes('env') ? 'env' : 'volume'
  const workload = workloadAt(documents, path)
  const metadata = workload && valueAt(documents, workload.podMetadata)
  return FIELD_PATHS.filter((row) => row.uses.includes(use)).flatMap((row) => {
    if (!row.subscript) return [{ value: row.path, about: row.gives }]
    const keys = Object.keys(labelsOf(field(metadata ?? undefined, row.path.replace('metadata.', ''))))
    return keys.map((key) => ({ value: withSubscript(row.path, key), about: row.gives }))
  })
}

const given =
  (about: string, ...values: readonly string[]): Look =>
  () =>
    values.map((value) => ({ value, about }))

/** Names of ports are declared as all names are; their numbers are not. */
const ingressPortNumbers: Look = (documents, path) => {
  const service = textOf(valueAt(documents, [...path.slice(0, -2), 'name']))
  return servicesIn(documents)
    .filter(({ name }) => name === service || service === '')
    .flatMap(({ name, ports }) =>
      ports.flatMap(({ port }) => (port === null ? [] : [{ value: port, about: `Port of ${name}` }])),
    )
}

const labelKeys: Look = (documents, path) =>
  labelsNear(documents, path, false).map(({ key, workload }) => ({
    value: key,
    about: `Label of ${workload}`,
  }))

/** The values of the label beside which they are asked for. */
const requirementValues: Look = (documents, path) => {
  const key = textOf(valueAt(documents, [...path.slice(0, -2), 'key']))
  return valuesOfLabel(labelsNear(documents, path, false), key)
}

/** The values of the label that is the key of the entry. */
const labelValues: Look = (documents, path) => valuesOfLabel(podLabels(documents, path), path.at(-1))

const valuesOfLabel = (labels: readonly OfferedLabel[], name: string | number | undefined): Declared[] =>
  labels
    .filter(({ key }) => key === name)
    .map(({ value, workload }) => ({ value, about: `Label of ${workload}` }))

/** The labels that a selector could mean: those of the workload it is in, else of all. */
const podLabels = (documents: readonly Json[], path: Path): readonly OfferedLabel[] =>
  labelsNear(documents, path, workloadAt(documents, path) !== null)

/** What a field may hold where it is not a name alone that is declared elsewhere: by the field's type and name. */
const LOOKS: Readonly<Record<string, Look>> = {
  'ResourceFieldSelector.resource': given(
    'Resource of the container',
    'limits.cpu',
    'limits.memory',
    'limits.ephemeral-storage',
    'requests.cpu',
    'requests.memory',
    'requests.ephemeral-storage',
  ),
  'HTTPGetAction.port': ownPorts,
  'TCPSocketAction.port': ownPorts,
  'GRPCAction.port': ownPortNumbers,
  'ServicePort.targetPort': targetPorts,
  'ServiceBackendPort.number': ingressPortNumbers,
  'ObjectFieldSelector.fieldPath': fieldPaths,
  'LabelSelectorRequirement.key': labelKeys,
  'LabelSelectorRequirement.values': requirementValues,
  'ServiceSpec.selector': labelValues,
  'LabelSelector.matchLabels': labelValues,
  'ResourceMetricSource.name': given('Resource of the pods', 'cpu', 'memory'),
  'ContainerResourceMetricSource.name': given('Resource of the container', 'cpu', 'memory'),
  'CrossVersionObjectReference.name': objects('Deployment', 'StatefulSet', 'ReplicaSet'),
  'CrossVersionObjectReference.kind': given('Kind that scales', 'Deployment', 'StatefulSet', 'ReplicaSet'),
  'CrossVersionObjectReference.apiVersion': given('Group of the kinds that scale', 'apps/v1'),
}

/** Takes the document of an object; gives the kinds it could be, as its apiVersion leaves them. */
export function kindsFor(document: Json | undefined): readonly Declared[] {
  const apiVersion = textOf(field(document, 'apiVersion'))
  return KINDS.filter((row) => apiVersion === '' || row.apiVersion === apiVersion).map(({ kind }) => ({
    value: kind,
    about: WORKLOAD_KINDS.find((row) => row.kind === kind)?.help ?? '',
  }))
}

/** Takes the document of an object; gives the apiVersions it could have, as its kind leaves them. */
export function apiVersionsFor(document: Json | undefined): readonly Declared[] {
  const kind = textOf(field(document, 'kind'))
  const rows = KINDS.filter((row) => kind === '' || row.kind === kind)
  return [...new Set(rows.map((row) => row.apiVersion))].map((value) => ({
    value,
    about: rows
      .filter((row) => row.apiVersion === value)
      .map((row) => row.kind)
      .join(', '),
  }))
}

/** Takes the documents and the path of a selector (a map of labels); gives the labels of the pods it could mean. */
export function labelsFor(documents: readonly Json[], path: Path): readonly Declared[] {
  return podLabels(documents, path).map(({ key, value, workload }) => ({
    value: `${key}: ${value}`,
    about: `Label of ${workload}`,
  }))
}
