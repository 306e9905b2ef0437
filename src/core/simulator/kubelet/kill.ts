import type { Container } from '../../kubernetes/schema/types-1.36'
import type { ContainerRuntimeStatus } from './runtimeStatus'

/** Why a container is killed. */
export type KillReason = 'StartupProbe' | 'LivenessProbe' | 'Unknown' | 'Changed'

/** A container that has to be killed, and the kubelet's words for it. */
export interface Kill {
  readonly container: Container
  readonly status: ContainerRuntimeStatus
  readonly message: string
  readonly reason: KillReason
}

const KILL_WORDS: Readonly<Record<Exclude<KillReason, 'Unknown'>, string>> = {
  Changed: 'definition changed',
  LivenessProbe: 'failed liveness probe',
  StartupProbe: 'failed startup probe',
}

/** Takes whether a container is an "Init container" or a "Container", its name and why it is killed; gives the event's words. */
export function killMessage(kind: string, name: string, reason: Exclude<KillReason, 'Unknown'>): string {
  return `${kind} ${name} ${KILL_WORDS[reason]}`
}

/** Takes a container in an unknown state; gives its kill: it may run still. */
export function unknownKill(kind: string, container: Container, status: ContainerRuntimeStatus): Kill {
  return {
    container,
    status,
    reason: 'Unknown',
    message: `${kind} is in "${status.state}" state, try killing it before restart`,
  }
}
