import type { PodSpec } from '../../kubernetes/schema/types-1.36'
import type { PodRuntimeStatus } from './runtimeStatus'

/** Takes a pod's spec and what the runtime says; says whether a sandbox has to be made (PodSandboxChanged): there is none, more than one is ready, or the newest has no network. */
export function needsSandbox(spec: PodSpec, { sandboxes }: PodRuntimeStatus): boolean {
  const [newest] = sandboxes
  if (newest === undefined || !newest.ready) return true
  if (sandboxes.filter(({ ready }) => ready).length > 1) return true
  return spec.hostNetwork !== true && newest.ip === ''
}

/** Takes what the runtime says; gives the number of the next sandbox. */
export function nextSandboxAttempt({ sandboxes }: PodRuntimeStatus): number {
  const [newest] = sandboxes
  return newest === undefined ? 0 : newest.attempt + 1
}
