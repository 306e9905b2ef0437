import type { Json } from '../kubernetes/json'
import { podsOf } from '../kubernetes/rollout'
import { field } from '../kubernetes/shape'
import type { Workload } from '../kubernetes/workloadKinds'
import { pods } from './strategyInWords'

/** Takes workloads; gives how many pods they have together, or null where only the cluster knows (a DaemonSet, a Job). */
export function podCountOf(workloads: readonly Workload[]): number | null {
  let count = 0
  for (const { row, replicas } of workloads) {
    if (row.replicas === null && row.kind !== 'Pod') return null
    count += row.replicas === null ? 1 : (replicas ?? 1)
  }
  return count
}

/**
 * Takes the spec of a PodDisruptionBudget and the number of pods it selects (null where it is not known); gives in
 * words what it lets happen. Shares are rounded up, of both fields (getExpectedPodCount in pkg/controller/disruption).
 */
export function disruptionInWords(spec: Json | undefined, count: number | null): string {
  const [least, most] = [field(spec, 'minAvailable'), field(spec, 'maxUnavailable')]
  const isGiven = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== ''
  if (isGiven(least) && isGiven(most)) return 'Only one of the two may be there.'
  if (!isGiven(least) && !isGiven(most)) return 'It says nothing yet: set one of the two.'
  const share = isGiven(least) ? least : most
  if (count === null || count === 0) {
    const words = typeof share === 'number' || typeof share === 'string' ? String(share) : 'some'
    return isGiven(least)
      ? `While nodes are drained, at least ${words} of its pods stay up.`
      : `While nodes are drained, at most ${words} of its pods are down at a time.`
  }
  const number = podsOf(share, count, Math.ceil)
  if (number === null) return 'How many pods that is can’t be read.'
  const up = isGiven(least) ? number : Math.max(0, count - number)
  const down = Math.max(0, count - up)
  const limit = `Of ${pods(count)}, at least ${up} ${up === 1 ? 'stays' : 'stay'} up: `
  return down === 0
    ? `${limit}none may be evicted, so draining a node waits for ever.`
    : `${limit}${down} may be down at a time while nodes are drained.`
}
