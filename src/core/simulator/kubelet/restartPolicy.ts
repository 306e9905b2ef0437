import type { Container, ContainerRestartRule, PodSpec } from '../../kubernetes/schema/types-1.36'
import { newestOf, type PodRuntimeStatus } from './runtimeStatus'

/** Takes a container of `initContainers`; says whether it is a native sidecar (IsRestartableInitContainer, KEP-753). */
export function isSidecar(container: Container): boolean {
  return container.restartPolicy === 'Always'
}

/** Takes a container and an exit code; gives the first of its rules that fits (findMatchingContainerRestartRule, KEP-5307). */
export function matchingRule(container: Container, exitCode: number): ContainerRestartRule | undefined {
  return container.restartPolicyRules?.find(({ exitCodes }) => {
    if (exitCodes === undefined) return false
    const listed = exitCodes.values?.includes(exitCode) ?? false
    return exitCodes.operator === 'In' ? listed : exitCodes.operator === 'NotIn' && !listed
  })
}

/** Takes a container, its pod's spec and how it exited; says whether it is started again (ContainerShouldRestart): by its rules, else its own policy, else the pod's. */
export function shouldRestart(container: Container, spec: PodSpec, exitCode: number): boolean {
  const rule = matchingRule(container, exitCode)
  if (rule !== undefined) return rule.action === 'Restart' || rule.action === 'RestartAllContainers'
  const policy = container.restartPolicy ?? spec.restartPolicy
  return policy === 'OnFailure' ? exitCode !== 0 : policy !== 'Never'
}

/** Takes a container and its pod's spec; says whether it can be started again at all (IsContainerRestartable). */
export function isRestartable(container: Container, spec: PodSpec): boolean {
  if (
    container.restartPolicyRules?.some(
      ({ action }) => action === 'Restart' || action === 'RestartAllContainers',
    )
  )
    return true
  return (container.restartPolicy ?? spec.restartPolicy) !== 'Never'
}

/** Takes a container, its pod's spec, whether the pod is deleted, and what the runtime says; says whether the container has to be started (ShouldContainerBeRestarted). */
export function shouldBeStarted(
  container: Container,
  spec: PodSpec,
  deleted: boolean,
  status: PodRuntimeStatus,
): boolean {
  if (deleted) return false
  const newest = newestOf(status, container.name ?? '')
  if (newest === undefined || newest.state === 'unknown' || newest.state === 'created') return true
  return newest.state === 'exited' && shouldRestart(container, spec, newest.exitCode)
}

/** Takes a pod's spec; says whether a rule of any container can restart them all (AllContainersCouldRestart, KEP-5532). */
export function allCouldRestart(spec: PodSpec): boolean {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])].some((container) =>
    container.restartPolicyRules?.some(({ action }) => action === 'RestartAllContainers'),
  )
}

/** Takes a pod's spec and what the runtime says; gives the container whose exit restarts them all, if any. */
export function restartsAll(spec: PodSpec, status: PodRuntimeStatus): Container | undefined {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])].find((container) => {
    const newest = newestOf(status, container.name ?? '')
    return (
      newest?.state === 'exited' &&
      matchingRule(container, newest.exitCode)?.action === 'RestartAllContainers'
    )
  })
}
