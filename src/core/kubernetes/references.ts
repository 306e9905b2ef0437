import { containersIn } from './containers'
import type { EnvFrom, EnvVar } from './env'
import type { Json } from './json'
import { valueAt, type Path } from './path'
import { field, itemsOf, textOf } from './shape'
import { projectionsIn, volumesIn } from './volumes'

/** The kinds of things outside the pod that its containers read. */
export type ReferenceKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'DownwardAPI'

/** A use of something outside the pod, from inside it. */
export interface Reference {
  readonly kind: ReferenceKind
  /** The name of the object; '' for the downward API (and where none is written yet). */
  readonly name: string
  /** What refers to it: an env variable, an envFrom entry, a volume, or an imagePullSecrets entry. */
  readonly from: Path
  readonly optional: boolean
}

const ENV_KINDS: Readonly<Record<string, ReferenceKind>> = {
  configMapKeyRef: 'ConfigMap',
  secretKeyRef: 'Secret',
  fieldRef: 'DownwardAPI',
  resourceFieldRef: 'DownwardAPI',
}

const SOURCE_KINDS: Readonly<Record<string, { kind: ReferenceKind; names: readonly string[] }>> = {
  configMap: { kind: 'ConfigMap', names: ['name'] },
  // A secret volume says secretName, a projected secret says name.
  secret: { kind: 'Secret', names: ['secretName', 'name'] },
  persistentVolumeClaim: { kind: 'PersistentVolumeClaim', names: ['claimName'] },
  downwardAPI: { kind: 'DownwardAPI', names: [] },
}

/** Takes the documents and a pod spec's path; gives every use its containers and volumes make of things outside the pod. */
export function referencesIn(documents: readonly Json[], podSpec: Path): readonly Reference[] {
  const containers = containersIn(documents, podSpec)
  return [
    ...containers.flatMap((container) =>
      container.env.flatMap(envReference).concat(container.envFrom.flatMap(envFromReference)),
    ),
    ...volumesIn(documents, podSpec).flatMap((volume) =>
      volume.sourceId === 'projected'
        ? projectionsIn(documents, volume.path).flatMap((projection) =>
            sourceReference(projection.sourceId, projection.value, volume.path),
          )
        : sourceReference(volume.sourceId, volume.value, volume.path),
    ),
    ...pullSecrets(documents, podSpec),
  ]
}

function envReference(variable: EnvVar): Reference[] {
  const kind = Object.hasOwn(ENV_KINDS, variable.sourceId) ? ENV_KINDS[variable.sourceId] : undefined
  if (kind === undefined) return []
  const optional = field(variable.value, 'optional') === true
  return [{ kind, name: textOf(field(variable.value, 'name')), from: variable.path, optional }]
}

function envFromReference(entry: EnvFrom): Reference[] {
  return entry.source === null
    ? []
    : [{ kind: entry.source.names, name: entry.name, from: entry.path, optional: entry.optional }]
}

function sourceReference(sourceId: string, value: Json, from: Path): Reference[] {
  const row = Object.hasOwn(SOURCE_KINDS, sourceId) ? SOURCE_KINDS[sourceId] : undefined
  if (row === undefined) return []
  const name = row.names.map((key) => textOf(field(value, key))).find((text) => text !== '') ?? ''
  return [{ kind: row.kind, name, from, optional: field(value, 'optional') === true }]
}

function pullSecrets(documents: readonly Json[], podSpec: Path): Reference[] {
  const list = [...podSpec, 'imagePullSecrets']
  return itemsOf(valueAt(documents, list)).flatMap((entry, index) => {
    const name = textOf(field(entry, 'name'))
    return name === '' ? [] : [{ kind: 'Secret' as const, name, from: [...list, index], optional: true }]
  })
}
