import type { Json } from '../kubernetes/json'
import { podsOf, rolloutBounds } from '../kubernetes/rollout'
import { field, numberOf, textOf, wordOf } from '../kubernetes/shape'

/** Takes a number of pods; gives it in words. */
export const pods = (count: number): string => (count === 1 ? '1 pod' : `${count} pods`)

const UNREAD = 'How many pods that is can’t be read.'
const ON_DELETE = 'A pod changes only when somebody deletes it.'

/** Takes a Deployment's strategy and its number of pods; gives in words how pods are replaced. */
export function strategyInWords(strategy: Json | undefined, replicas: number): string {
  if (textOf(field(strategy, 'type')) === 'Recreate')
    return 'All old pods stop before the first new one starts: nothing answers in between.'
  const bounds = rolloutBounds(field(strategy, 'rollingUpdate'), replicas)
  if (bounds === null) return UNREAD
  const { least, most } = bounds
  return `Of ${pods(replicas)}, at least ${least} ${least === 1 ? 'is' : 'are'} ready at any time, and at most ${most} exist.`
}

/**
 * Takes a StatefulSet's updateStrategy and its number of pods; gives in words how pods get changes: from the last to
 * the first, those below the partition not at all (the comments of RollingUpdateStatefulSetStrategy in apps/v1).
 */
export function statefulSetStrategyInWords(strategy: Json | undefined, replicas: number): string {
  if (textOf(field(strategy, 'type')) === 'OnDelete') return ON_DELETE
  const rolling = field(strategy, 'rollingUpdate')
  const partition = Math.max(0, numberOf(field(rolling, 'partition')) ?? 0)
  const down = podsOf(field(rolling, 'maxUnavailable') ?? 1, replicas, Math.ceil)
  if (down === null) return UNREAD
  if (replicas === 0) return 'There are no pods to change.'
  if (partition >= replicas) return `No pod changes: all ${pods(replicas)} are below the partition.`
  const changed = replicas - partition
  const kept =
    partition === 0
      ? ''
      : partition === 1
        ? '; the first stays as it is'
        : `; the first ${partition} stay as they are`
  if (replicas === 1) return 'The pod is stopped, then started with the change.'
  if (changed === 1) return `Only the last of ${pods(replicas)} changes${kept}.`
  const pace = down <= 1 ? 'one by one, each ready before the next' : `${Math.min(down, changed)} at a time`
  return `${changed} of ${pods(replicas)} change from the last to the first, ${pace}${kept}.`
}

/**
 * Takes a DaemonSet's updateStrategy; gives in words how pods get changes. How many nodes there are only the cluster
 * knows (defaults: maxUnavailable 1, maxSurge 0; shares are rounded up: apps/v1 RollingUpdateDaemonSet).
 */
export function daemonSetStrategyInWords(strategy: Json | undefined): string {
  if (textOf(field(strategy, 'type')) === 'OnDelete') return ON_DELETE
  const rolling = field(strategy, 'rollingUpdate')
  const surge = wordOf(field(rolling, 'maxSurge') ?? 0)
  const missing = wordOf(field(rolling, 'maxUnavailable') ?? 1)
  if (![surge, missing].every((share) => /^\d+%?$/.test(share))) return UNREAD
  if (!isNone(surge))
    return `On ${nodesInWords(surge)} at a time: the new pod starts, and when it is ready the old one stops.`
  return isNone(missing)
    ? 'No pod may be missing and none be too many: refused.'
    : `On ${nodesInWords(missing)} at a time: the old pod stops, then the new one starts.`
}

const isNone = (share: string): boolean => /^0+%?$/.test(share)

function nodesInWords(share: string): string {
  return share === '1' ? '1 node' : share.endsWith('%') ? `${share} of the nodes` : `${share} nodes`
}
