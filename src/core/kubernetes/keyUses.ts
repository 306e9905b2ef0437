import { containersIn } from './containers'
import { isObject, type Json } from './json'
import { objectsIn, sameNamespace } from './objects'
import { valueAt, type Path } from './path'
import { field, itemsOf, textOf } from './shape'
import { projectionsIn, volumesIn } from './volumes'
import { workloadsIn, type Workload } from './workloadKinds'

/** A use of a ConfigMap or a Secret, or of one key of it. */
export interface KeyUse {
  /** What uses it: a variable, a set of variables, a volume, an entry of imagePullSecrets. */
  readonly from: Path
  readonly is: 'variable' | 'variables' | 'volume' | 'pull secret'
  /** The container or the volume that uses it, and the workload it is in. */
  readonly by: string
  readonly workload: string
  /** What the key is called there: the variable, or the file; '' where it keeps its name. */
  readonly called: string
  /** Where the key is written; null where every key is used. */
  readonly keyPath: Path | null
}

/**
 * Takes the documents, the path of a ConfigMap or a Secret and one of its keys; gives what in the same namespace
 * uses that key, by its name or with all others.
 */
export function keyUsesIn(documents: readonly Json[], object: Path, key: string): readonly KeyUse[] {
  const target = objectsIn(documents).find((candidate) => candidate.path[0] === object[0])
  if (target === undefined || target.name === '') return []
  const { kind, name, namespace } = target
  if (kind !== 'ConfigMap' && kind !== 'Secret') return []
  const here = workloadsIn(documents).filter((workload) => sameNamespace(workload.namespace, namespace))
  const uses = here.flatMap((workload) => [
    ...inContainers(documents, workload, kind, name),
    ...inVolumes(documents, workload, kind, name),
    ...(kind === 'Secret' ? asPullSecret(documents, workload, name) : []),
  ])
  return uses.filter((use) => use.keyPath === null || valueAt(documents, use.keyPath) === key)
}

/** How variables and volumes name the object, by its kind. */
const NAMED = {
  ConfigMap: { variable: 'configMapKeyRef', source: 'configMap', names: ['name'] },
  // A secret volume says secretName, a projected secret says name.
  Secret: { variable: 'secretKeyRef', source: 'secret', names: ['secretName', 'name'] },
} as const

type Kind = keyof typeof NAMED

function inContainers(
  documents: readonly Json[],
  { podSpec, name: workload }: Workload,
  kind: Kind,
  name: string,
) {
  return containersIn(documents, podSpec).flatMap((container): KeyUse[] => [
    ...container.env.flatMap((variable): KeyUse[] =>
      variable.sourceId === NAMED[kind].variable && field(variable.value, 'name') === name
        ? [
            {
              from: variable.path,
              is: 'variable',
              by: container.name,
              workload,
              called: variable.name,
              keyPath: [...variable.valuePath, 'key'],
            },
          ]
        : [],
    ),
    ...container.envFrom.flatMap((set): KeyUse[] =>
      set.source?.names === kind && set.name === name
        ? [
            {
              from: set.path,
              is: 'variables',
              by: container.name,
              workload,
              called: set.prefix,
              keyPath: null,
            },
          ]
        : [],
    ),
  ])
}

function inVolumes(
  documents: readonly Json[],
  { podSpec, name: workload }: Workload,
  kind: Kind,
  name: string,
) {
  return volumesIn(documents, podSpec).flatMap((volume): KeyUse[] => {
    const sources =
      volume.sourceId === 'projected'
        ? projectionsIn(documents, volume.path).map(({ path, sourceId, value }) => ({
            path,
            sourceId,
            value,
          }))
        : [volume]
    return sources
      .filter(({ sourceId, value }) => sourceId === NAMED[kind].source && isNamed(value, kind, name))
      .flatMap(({ path, sourceId, value }): KeyUse[] => {
        const use = { from: volume.path, is: 'volume' as const, by: volume.name, workload }
        const items = itemsOf(field(value, 'items'))
        if (items.length === 0) return [{ ...use, called: '', keyPath: null }]
        return items.flatMap((item, index) =>
          isObject(item)
            ? [
                {
                  ...use,
                  called: textOf(field(item, 'path')),
                  keyPath: [...path, sourceId, 'items', index, 'key'],
                },
              ]
            : [],
        )
      })
  })
}

function isNamed(value: Json, kind: Kind, name: string): boolean {
  return NAMED[kind].names.some((key) => field(value, key) === name)
}

function asPullSecret(
  documents: readonly Json[],
  { podSpec, name: workload }: Workload,
  name: string,
): KeyUse[] {
  const list = [...podSpec, 'imagePullSecrets']
  return itemsOf(valueAt(documents, list)).flatMap((entry, index): KeyUse[] =>
    field(entry, 'name') === name
      ? [{ from: [...list, index], is: 'pull secret', by: workload, workload, called: '', keyPath: null }]
      : [],
  )
}
