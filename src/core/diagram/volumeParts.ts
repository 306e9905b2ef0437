import { isObject, type Json, type JsonObject } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { field, itemsOf, textOf } from '../kubernetes/shape'
import { sourceKeyOf } from '../kubernetes/volumes'
import {
  PROJECTED_SOURCES,
  VOLUME_SOURCES,
  type ProjectedSource,
  type VolumeSource,
} from '../kubernetes/volumeSources'
import type { Workload } from '../kubernetes/workloadKinds'
import { claimedStorage } from './claimFacts'
import { pathKey, shownName, type DiagramConcept, type VolumeNode } from './node'
import { volumeDetails } from './volumeDetails'

/** Words shorter than the field's own, where that has no room on a card. */
const SHORT: Readonly<Record<string, string | undefined>> = { persistentVolumeClaim: 'claim' }

/** A thing outside the pod that a volume shows: an object by kind and name, the downward API, a path on the node. */
export interface Backing {
  readonly concept: DiagramConcept
  readonly kind: string
  readonly name: string
}

/** A volume's card and what backs it. All of it is said by the volume itself. */
export interface VolumeParts {
  readonly node: VolumeNode
  readonly backings: readonly Backing[]
}

const seen = new WeakMap<object, VolumeParts>()

/** Takes the documents, a workload and its pod's id; gives its volumes, and the claim templates a StatefulSet mounts like volumes. */
export function volumePartsIn(
  documents: readonly Json[],
  workload: Workload,
  pod: string,
): readonly VolumeParts[] {
  const list = [...workload.podSpec, 'volumes']
  const prefix = `volume:${pathKey(list)}/`
  const volumes = itemsOf(valueAt(documents, list)).flatMap((value, index) => {
    if (!isObject(value)) return []
    const id = `${prefix}${index}`
    const old = seen.get(value)
    if (old?.node.id === id && old.node.pod === pod) return [old]
    const parts = volumeParts(value, [...list, index], id, pod)
    seen.set(value, parts)
    return [parts]
  })
  return [...volumes, ...claimTemplates(documents, workload, pod)]
}

function volumeParts(volume: JsonObject, path: Path, id: string, pod: string): VolumeParts {
  const name = textOf(field(volume, 'name'))
  const sourceId = sourceKeyOf(volume)
  const source = VOLUME_SOURCES.find((row) => row.id === sourceId)
  const value = field(volume, sourceId) ?? null
  const word = sourceId === '' ? 'no source' : (SHORT[sourceId] ?? sourceId)
  const details = volumeDetails(sourceId, value)
  return {
    node: {
      kind: 'volume',
      id,
      concept: source?.concept ?? 'volume',
      path,
      label: name,
      word,
      details,
      title: [`Volume ${shownName(name)}`, word, ...details].join(', '),
      pod,
      missing: false,
    },
    backings: backingsOf(sourceId, source, value),
  }
}

function backingsOf(sourceId: string, source: VolumeSource | undefined, value: Json): readonly Backing[] {
  if (sourceId === 'hostPath') return [{ concept: 'host', kind: 'Host', name: textOf(field(value, 'path')) }]
  if (sourceId === 'projected') {
    return itemsOf(field(value, 'sources')).flatMap((entry) =>
      PROJECTED_SOURCES.flatMap((row) => {
        const projected = field(entry, row.id)
        return projected === undefined ? [] : named(row, projected)
      }),
    )
  }
  return source === undefined ? [] : named(source, value)
}

/** What a source names: its table says which field holds the name, and of which kind of object. */
function named(source: VolumeSource | ProjectedSource, value: Json): readonly Backing[] {
  const { concept } = source
  if (concept === 'downward') return [{ concept, kind: 'DownwardAPI', name: '' }]
  return source.fields.flatMap((row) =>
    row.control === 'text' && row.names !== undefined
      ? [{ concept, kind: row.names, name: textOf(valueAt(value, row.path)) }]
      : [],
  )
}

/** A StatefulSet's claim templates: each pod gets a claim of its own from them, mounted by the template's name. */
function claimTemplates(documents: readonly Json[], workload: Workload, pod: string): readonly VolumeParts[] {
  if (workload.row.kind !== 'StatefulSet') return []
  const list = [...workload.path, 'spec', 'volumeClaimTemplates']
  return itemsOf(valueAt(documents, list)).map((template, index) => {
    const path = [...list, index]
    const name = textOf(field(field(template, 'metadata'), 'name'))
    const storage = claimedStorage(field(template, 'spec'))
    const details = storage === '' ? [] : [storage]
    return {
      node: {
        kind: 'volume',
        id: `volume:${pathKey(path)}`,
        concept: 'claim',
        path,
        label: name,
        word: 'claim per pod',
        details,
        title: [`Volume ${shownName(name)}`, 'a claim for each pod', ...details].join(', '),
        pod,
        missing: false,
      },
      backings: [],
    }
  })
}
