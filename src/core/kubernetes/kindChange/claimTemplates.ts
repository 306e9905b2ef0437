import { append } from '../edits/list'
import { isObject, type Json, type JsonObject } from '../json'
import { valueAt, type Path } from '../path'
import { field, itemsOf, textOf } from '../shape'
import type { FieldNote } from './fieldNote'

/**
 * Takes what was a StatefulSet, the document it becomes and the way to the pod spec there; gives each volume that its
 * pods had by a claim template as an ephemeral volume of the same claim, so that mounts still find it. (A claim of a
 * generic ephemeral volume lives and dies with its pod: kubernetes.io/docs/concepts/storage/ephemeral-volumes.) Gives a
 * note for each.
 */
export function carryClaimTemplates(document: Json, next: JsonObject, podSpec: Path): readonly FieldNote[] {
  const changed: FieldNote[] = []
  const documents = [next]
  const list = [0, ...podSpec, 'volumes']
  for (const template of itemsOf(valueAt(document, ['spec', 'volumeClaimTemplates']))) {
    const name = textOf(field(field(template, 'metadata'), 'name'))
    const spec = field(template, 'spec')
    const taken = itemsOf(valueAt(documents, list)).some((volume) => field(volume, 'name') === name)
    if (name === '' || taken || !isObject(spec)) continue
    append(documents, list, { name, ephemeral: { volumeClaimTemplate: { ...metadataOf(template), spec } } })
    changed.push({
      path: [...podSpec, 'volumes'],
      why: `Gets ${name}, which was made by a claim template: its data will end with each pod.`,
    })
  }
  return changed
}

function metadataOf(template: Json): JsonObject {
  const kept = ['labels', 'annotations'].flatMap((key) => {
    const value = field(field(template, 'metadata'), key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return kept.length === 0 ? {} : { metadata: Object.fromEntries(kept) }
}
