import type { ContainerStatus } from '../kubelet/status/podStatusTypes'

/** How a container is, as a lane of the timeline shows it. */
export type LifeState = 'waiting' | 'running' | 'ready' | 'backOff' | 'terminating' | 'completed' | 'failed'

/** How a container is, and why. */
export interface StateNow {
  readonly state: LifeState
  /** The reason in its status: `ContainerCreating`, `CrashLoopBackOff`, `OOMKilled`; '' where it has none. */
  readonly reason: string
  readonly message: string
  /** Which run it is, or was, from 0. */
  readonly attempt: number
  /** Of one that has ended. */
  readonly exitCode: number | null
  /** When the back-off that it waits for is over; null where that is not said. */
  readonly until: number | null
  /** Whether its startup probe, if it has one, has passed. */
  readonly isStarted: boolean
}

/** What the container runtime did last with a container. */
export interface RuntimeNow {
  readonly attempt: number
  /** When it ended; null while it runs. */
  readonly endedAt: number | null
  readonly exitCode: number
  readonly reason: string
  /** A SIGTERM has been sent to it. */
  readonly isStopping: boolean
}

/** What is known of a container. */
export interface Known {
  readonly runtime: RuntimeNow | null
  readonly status: ContainerStatus | undefined
  /** The pod has a deletionTimestamp. */
  readonly isPodDeleted: boolean
}

/** Reasons of a status that was written before the container has ever run. */
const BEFORE_START: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing', ''])

/** Reasons that say: the kubelet waits before it tries again. */
const BACK_OFF: ReadonlySet<string> = new Set(['CrashLoopBackOff', 'ImagePullBackOff'])

/**
 * Takes what is known of a container; gives how it is. Whether its process runs is the runtime's word, at once;
 * whether it is ready, and why it waits, is its status's, which comes up to a second later (KUBELET A0.2).
 */
export function stateNow({ runtime, status, isPodDeleted }: Known): StateNow {
  if (runtime !== null && runtime.endedAt === null) return running(runtime, status, isPodDeleted)
  const waiting = status?.state?.waiting
  const reason = waiting?.reason ?? ''
  if (runtime !== null && (waiting === undefined || BEFORE_START.has(reason)))
    return ended(runtime.attempt, runtime.exitCode, runtime.reason)
  const terminated = status?.state?.terminated
  const attempt = status?.restartCount ?? 0
  if (terminated !== undefined) return ended(attempt, terminated.exitCode ?? 0, terminated.reason ?? '')
  const message = waiting?.message ?? ''
  return {
    ...QUIET,
    state: BACK_OFF.has(reason) ? 'backOff' : 'waiting',
    reason,
    message,
    attempt,
    until: reason === 'CrashLoopBackOff' ? backOffEnd(message, runtime?.endedAt ?? null) : null,
  }
}

const QUIET = { reason: '', message: '', exitCode: null, until: null, isStarted: false } as const

function running(runtime: RuntimeNow, status: ContainerStatus | undefined, isPodDeleted: boolean): StateNow {
  const isOfThisRun = status?.state?.running !== undefined && (status.restartCount ?? 0) >= runtime.attempt
  const isReady = isOfThisRun && status.ready === true
  const state = isPodDeleted || runtime.isStopping ? 'terminating' : isReady ? 'ready' : 'running'
  const isStarted = isOfThisRun && status.started === true
  return { ...QUIET, state, attempt: runtime.attempt, isStarted }
}

function ended(attempt: number, exitCode: number, reason: string): StateNow {
  const words = reason === '' ? (exitCode === 0 ? 'Completed' : 'Error') : reason
  return { ...QUIET, state: exitCode === 0 ? 'completed' : 'failed', reason: words, attempt, exitCode }
}

/** The kubelet's message says how long the back-off is; it counts from the end of the run (KUBELET A3.2). */
function backOffEnd(message: string, endedAt: number | null): number | null {
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^back-off (?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)/.exec(message) ?? []
  const delay = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
  return delay === 0 || endedAt === null ? null : endedAt + delay
}
