import type { PodFailurePolicyRule } from '../../../kubernetes/schema/types-1.36'
import type { ClusterPod } from '../podStates'
import type { Job } from './job'

/** What a Job's policy says of a pod that failed. */
export interface Judgement {
  readonly action: string
  /** Which rule says so, and why, in the controller's words. */
  readonly message: string
}

/** Takes a Job and a pod of it that failed; gives what the first rule says that fits, or null: then it just counts (matchPodFailurePolicy in pkg/controller/job/pod_failure_policy.go). */
export function judgePod({ spec }: Job, pod: ClusterPod): Judgement | null {
  if (pod.status?.phase !== 'Failed') return null
  const { namespace, name } = pod.metadata ?? {}
  for (const [index, rule] of (spec?.podFailurePolicy?.rules ?? []).entries()) {
    const what = fittingExit(rule, pod) ?? fittingCondition(rule, pod)
    if (what === null) continue
    const { action = '' } = rule
    const why = `matching ${action} rule at index ${index}`
    const message =
      'condition' in what
        ? `Pod ${namespace}/${name} has condition ${what.condition} ${why}`
        : `Container ${what.container} for pod ${namespace}/${name} failed with exit code ${what.code} ${why}`
    return { action, message }
  }
  return null
}

function fittingExit(
  { onExitCodes }: PodFailurePolicyRule,
  { status }: ClusterPod,
): { readonly container: string; readonly code: number } | null {
  if (onExitCodes === undefined) return null
  const { containerName, operator, values = [] } = onExitCodes
  for (const { name = '', state } of [
    ...(status?.containerStatuses ?? []),
    ...(status?.initContainerStatuses ?? []),
  ]) {
    const code = state?.terminated?.exitCode ?? 0
    if (code === 0 || (containerName !== undefined && containerName !== name)) continue
    if (values.includes(code) === (operator === 'In')) return { container: name, code }
  }
  return null
}

function fittingCondition(
  { onPodConditions = [] }: PodFailurePolicyRule,
  { status }: ClusterPod,
): { readonly condition: string } | null {
  const found = onPodConditions.find((pattern) =>
    status?.conditions?.some(
      (each) => each.type === pattern.type && each.status === (pattern.status ?? 'True'),
    ),
  )
  return found === undefined ? null : { condition: found.type ?? '' }
}
