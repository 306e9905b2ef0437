import type { Clock } from '../../clock'
import { OWN_CONDITIONS } from '../../kubelet/status/podStatus'
import { conditionOf, type PodCondition } from '../../kubelet/status/podStatusTypes'

/**
 * Takes the clock, the conditions of a pod that the kubelet has made, and those that are stored; gives those to store: with
 * the times since when they hold, and what others have written of the pod (mergePodStatus in pkg/kubelet/status).
 */
export function apiConditions(
  clock: Clock,
  made: readonly PodCondition[],
  stored: readonly PodCondition[],
): readonly PodCondition[] {
  const own = made.map((condition) => {
    const before = conditionOf(stored, condition.type)
    const lastTransitionTime =
      before?.status === condition.status ? before.lastTransitionTime : clock.timestamp()
    return { ...condition, ...(lastTransitionTime === undefined ? {} : { lastTransitionTime }) }
  })
  const foreign = stored.filter(
    ({ type }) => !OWN_CONDITIONS.has(type) && conditionOf(made, type) === undefined,
  )
  return [...own, ...foreign]
}
