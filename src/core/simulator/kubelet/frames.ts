import { humanDuration } from '../printing/humanDuration'
import { podColumns } from '../printing/podCells'
import type { Kubelet } from './kubelet'
import type { ContainerStatus } from './status/podStatusTypes'

/** How a container's last instance ended. */
export interface FrameEnd {
  readonly exitCode: number
  readonly reason: string
}

/** A container at a moment. */
export interface FrameContainer {
  readonly name: string
  readonly init?: true
  readonly state: 'Running' | 'Waiting' | 'Terminated'
  readonly reason?: string
  readonly message?: string
  readonly exitCode?: number
  readonly ready: boolean
  readonly started: boolean
  readonly restartCount: number
  readonly last?: FrameEnd
}

/** What `kubectl get pod` shows at a moment, and what is behind it. */
export interface PodFrame {
  readonly t: number
  readonly phase: string
  readonly ready: string
  readonly status: string
  readonly restarts: string
  readonly restartsColumn: string
  readonly age: string
  readonly conditions: Readonly<Record<string, string>>
  readonly containers: readonly FrameContainer[]
}

/** The pod at a moment, or that it is gone. */
export type Frame = PodFrame | { readonly t: number; readonly removed: true }

/** Takes the kubelet; gives what can be seen of its pod now. Times are seconds, to a tenth. */
export function frameOf(kubelet: Kubelet): Frame {
  const { clock, pod, spec, status, deletion, removed } = kubelet
  const t = Math.round(clock.now / 100) / 10
  if (removed) return { t, removed: true }
  const now = clock.epoch + t * 1000
  const metadata = deletion === null ? {} : { deletionTimestamp: clock.timestamp(deletion.time) }
  const columns = podColumns({ metadata: { name: pod.metadata?.name ?? '', ...metadata }, spec, status }, now)
  return {
    t,
    phase: status.phase ?? '',
    ...columns,
    age: humanDuration(t),
    conditions: Object.fromEntries((status.conditions ?? []).map((each) => [each.type, each.status])),
    containers: [
      ...(status.initContainerStatuses ?? []).map((each) => containerFrame(each, true)),
      ...(status.containerStatuses ?? []).map((each) => containerFrame(each, false)),
    ],
  }
}

function containerFrame(status: ContainerStatus, init: boolean): FrameContainer {
  const { name = '', state = {}, lastState, ready = false, started = false, restartCount = 0 } = status
  const { terminated, waiting } = state
  const reason = terminated?.reason ?? waiting?.reason
  const last = lastState?.terminated
  return {
    name,
    ...(init ? { init } : {}),
    state: terminated !== undefined ? 'Terminated' : state.running === undefined ? 'Waiting' : 'Running',
    ...(reason === undefined ? {} : { reason }),
    ...(waiting?.message === undefined ? {} : { message: waiting.message }),
    ...(terminated === undefined ? {} : { exitCode: terminated.exitCode ?? 0 }),
    ready,
    started,
    restartCount,
    ...(last === undefined ? {} : { last: { exitCode: last.exitCode ?? 0, reason: last.reason ?? '' } }),
  }
}

/** Takes a frame; gives READY, STATUS and RESTARTS in a line. */
export function lineOf(frame: Frame): string {
  return 'removed' in frame ? '(removed)' : `${frame.ready} ${frame.status} ${frame.restarts}`
}

/** Takes two frames; says whether the same can be seen in both, ages apart. */
export function looksTheSame(a: Frame, b: Frame): boolean {
  return JSON.stringify(withoutTime(a)) === JSON.stringify(withoutTime(b))
}

function withoutTime(frame: Frame): Frame {
  return 'removed' in frame ? { ...frame, t: 0 } : { ...frame, t: 0, age: '', restartsColumn: '' }
}
