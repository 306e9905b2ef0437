import type { Change } from '../core/kubernetes/change'
import { containerPathOf } from '../core/kubernetes/containers'
import { duplicateContainer } from '../core/kubernetes/edits/containers'
import { removalAt } from '../core/kubernetes/edits/removal'
import { samePath, valueAt } from '../core/kubernetes/path'
import { workloadAt, workloadsIn, type Workload } from '../core/kubernetes/workloadKinds'
import type { Designer } from '../store/designer'

/** What of the designer decides about commands. */
export type Hand = Pick<Designer, 'selected' | 'manifest' | 'source'>

/** Takes the designer; gives the change that removes what is selected, or null when that is no thing one can remove. */
export function removalOf({ selected, manifest, source }: Hand): Change | null {
  if (selected === null || source.problem !== null || valueAt(manifest, selected) === undefined) return null
  return removalAt(selected)
}

/** Takes the designer; gives the change that duplicates the selected container, or null. */
export function duplicationOf({ selected, manifest, source }: Hand): Change | null {
  if (selected === null || source.problem !== null || valueAt(manifest, selected) === undefined) return null
  return samePath(containerPathOf(selected), selected) ? duplicateContainer(selected) : null
}

/** Takes the designer; gives the workload that is selected or holds what is, else the first; null when there is none. */
export function workloadInHand({ selected, manifest, source }: Hand): Workload | null {
  if (source.problem !== null) return null
  return (selected === null ? null : workloadAt(manifest, selected)) ?? workloadsIn(manifest)[0] ?? null
}
