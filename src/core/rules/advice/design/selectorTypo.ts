import type { Labels } from '../../../kubernetes/shape'
import type { Workload } from '../../../kubernetes/workloadKinds'
import { sameNamespace } from '../../../kubernetes/objects'
import { isOneEditAway } from './similar'

/** A selector's entry that is one edit away from the labels of a workload's pods. */
export interface Typo {
  readonly workload: Workload
  /** The entry as the selector has it, and as it was likely meant. */
  readonly key: string
  readonly meantKey: string
  readonly value: string
  readonly meantValue: string
}

/**
 * Takes a selector that matches no pod, its namespace and the workloads; gives the one entry that is a letter away from
 * what a workload's pods have, all others being right; null where nothing is that near.
 */
export function typoIn(selector: Labels, namespace: string, workloads: readonly Workload[]): Typo | null {
  for (const workload of workloads) {
    if (!sameNamespace(workload.namespace, namespace)) continue
    const wrong = Object.entries(selector).filter(
      ([key, value]) => !Object.hasOwn(workload.labels, key) || workload.labels[key] !== value,
    )
    const [entry] = wrong
    if (entry === undefined || wrong.length > 1) continue
    const [key, value] = entry
    const meant = Object.entries(workload.labels).find(
      ([labelKey, label]) =>
        (labelKey === key && isOneEditAway(label, value)) ||
        (label === value && isOneEditAway(labelKey, key)),
    )
    if (meant === undefined) continue
    const [meantKey, meantValue] = meant
    return { workload, key, meantKey, value, meantValue }
  }
  return null
}
