import type { Change } from '../change'
import type { Json } from '../json'
import { samePath, valueAt, type Path } from '../path'
import { matchLabelsFor } from '../podSelectors'
import { servicesIn } from '../services'
import { field } from '../shape'
import { workloadAt } from '../workloadKinds'
import { ensureObject, objectAt } from './ensure'
import { renameKey, setKey } from './mapping'
import { removeAt } from './remove'

/*
 * Labels, selectors and annotations: entries of a mapping, addressed by the mapping's path. Editing a pod's labels
 * or a workload's matchLabels takes the entries along that were equal: matchLabels ⇄ pod labels ⇄ the selectors and
 * labels of Services that select these pods alone ⇄ the workload's own labels; and what else selects these pods alone
 * (disruption budgets, network policies, affinities). Editing any other mapping (a Service's selector, an object's own
 * labels, annotations) changes that mapping alone.
 */

/** Takes a mapping's path, a key and a value; sets the entry, and those bound to it follow. In matchLabels a new entry goes to the pod's labels too. */
export function setLabel(mapping: Path, key: string, value: string): Change {
  return (documents) => {
    const bound = boundTo(documents, mapping, key)
    const target = ensureObject(documents, mapping)
    if (target === null) return undefined
    setKey(target, mapping, key, value)
    for (const path of bound) {
      const other = objectAt(documents, path)
      if (other !== null) setKey(other, path, key, value)
    }
    addToPod(documents, mapping, key, value)
    return undefined
  }
}

/** Takes a mapping's path and two keys; renames the entry in its place, and those bound to it follow. A taken key is not taken (nothing changes). */
export function renameLabel(mapping: Path, from: string, to: string): Change {
  return (documents) => {
    const target = objectAt(documents, mapping)
    if (target === null) return undefined
    const bound = boundTo(documents, mapping, from)
    const taken = [mapping, ...bound].some((path) => field(valueAt(documents, path), to) !== undefined)
    if (taken || !renameKey(target, from, to)) return undefined
    for (const path of bound) {
      const other = objectAt(documents, path)
      if (other !== null) renameKey(other, from, to)
    }
    return undefined
  }
}

/**
 * Takes a mapping's path and a key; removes the entry. Off a pod's labels it goes from what selects by it as well
 * (matchLabels, Services), since they would find nothing any more; not from budgets and policies, which would guard
 * every pod once they ask for nothing. Off a selector it goes from there alone.
 */
export function removeLabel(mapping: Path, key: string): Change {
  return (documents) => {
    const workload = workloadAt(documents, mapping)
    const isPod = workload !== null && samePath(mapping, [...workload.podMetadata, 'labels'])
    const bound = isPod
      ? boundTo(documents, mapping, key).filter(
          (path) => samePath(path, workload.selectorPath) || isServiceSelector(documents, path),
        )
      : []
    removeAt(documents, [...mapping, key])
    if (isServiceSelector(documents, mapping) && !hasEntries(documents, mapping)) removeAt(documents, mapping)
    for (const path of bound) removeAt(documents, [...path, key])
    return undefined
  }
}

/** Emptied it says what an absent one does: the Service selects nothing (core/v1 ServiceSpec.selector). */
function isServiceSelector(documents: readonly Json[], mapping: Path): boolean {
  return servicesIn(documents).some(({ path }) => samePath(mapping, [...path, 'spec', 'selector']))
}

function hasEntries(documents: readonly Json[], mapping: Path): boolean {
  return Object.keys(valueAt(documents, mapping) ?? {}).length > 0
}

/** The mappings whose entry for the key equals that of the given mapping, and that follow it. */
function boundTo(documents: readonly Json[], mapping: Path, key: string): readonly Path[] {
  const workload = workloadAt(documents, mapping)
  const value = field(valueAt(documents, mapping), key)
  if (workload === null || value === undefined) return []
  const podLabels = [...workload.podMetadata, 'labels']
  const binding = [podLabels, ...(workload.selectorPath === null ? [] : [workload.selectorPath])]
  if (!binding.some((path) => samePath(path, mapping))) return []
  const services = servicesIn(documents)
    .filter(({ selects }) => selects.length === 1 && samePath(selects[0] ?? null, workload.path))
    .flatMap(({ path }) => [
      [...path, 'spec', 'selector'],
      [...path, 'metadata', 'labels'],
    ])
  const others = matchLabelsFor(documents, workload, key)
  const all = [...binding, [...workload.path, 'metadata', 'labels'], ...services, ...others]
  return all.filter(
    (path, index) =>
      !samePath(path, mapping) &&
      all.findIndex((other) => samePath(other, path)) === index &&
      field(valueAt(documents, path), key) === value,
  )
}

/** What matchLabels asks for the pods must have, or the server refuses the workload. */
function addToPod(documents: Json[], mapping: Path, key: string, value: string): void {
  const workload = workloadAt(documents, mapping)
  if (workload === null || !samePath(workload.selectorPath, mapping)) return
  const podLabels = [...workload.podMetadata, 'labels']
  if (field(valueAt(documents, podLabels), key) !== undefined) return
  const labels = ensureObject(documents, podLabels)
  if (labels !== null) setKey(labels, podLabels, key, value)
}
