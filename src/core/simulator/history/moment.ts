import { podColumns, type PodColumns } from '../printing/podCells'
import type { LifeState } from './containerState'
import type { ClusterHistory } from './clusterHistory'
import type { Span } from './lane'
import type { ContainerLife, Origin, PodLife } from './podLife'

/** A container at a moment; no span: there is nothing of it yet, or no more. */
export interface ContainerMoment {
  readonly life: ContainerLife
  readonly span: Span | null
}

/** A pod at a moment: what kubectl prints of it, and its containers. */
export interface PodMoment {
  readonly life: PodLife
  readonly columns: PodColumns
  /** Whether its condition Ready is true. */
  readonly isReady: boolean
  readonly containers: readonly ContainerMoment[]
}

/** Takes a history and a moment; gives the pods that are there at it. */
export function podsAt(history: ClusterHistory, time: number): readonly PodMoment[] {
  return history.pods.flatMap((life) =>
    life.isBetween(time, time) ? (podAt(history, life, time) ?? []) : [],
  )
}

/** Takes a history, a pod's life and a moment; gives the pod at it, or null where it is not there. */
export function podAt(history: ClusterHistory, life: PodLife, time: number): PodMoment | null {
  const pod = life.versions.at(time)
  if (pod === null) return null
  const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready')
  return {
    life,
    columns: podColumns(pod, history.epoch + time),
    isReady: ready?.status === 'True',
    containers: life.containers.map((container) => ({ life: container, span: container.lane.at(time) })),
  }
}

/** The worst comes first: what a card says of containers of several pods. */
const WORST_FIRST: readonly LifeState[] = [
  'failed',
  'backOff',
  'terminating',
  'waiting',
  'running',
  'ready',
  'completed',
]

/** How the containers of one name are, in all pods of a workload. */
export interface ContainerSummary {
  /** The state of the one that is worst off. */
  readonly state: LifeState
  readonly reason: string
  /** How many are in this state. */
  readonly count: number
  readonly of: number
}

/** Takes pods and a container's name; gives how the containers of that name are, or null where there is none. */
export function summaryOf(pods: readonly PodMoment[], container: string): ContainerSummary | null {
  const spans = pods.flatMap(
    ({ containers }) => containers.find(({ life }) => life.name === container)?.span ?? [],
  )
  for (const state of WORST_FIRST) {
    const alike = spans.filter((span) => span.state === state)
    const [first] = alike
    if (first !== undefined) return { state, reason: first.reason, count: alike.length, of: spans.length }
  }
  return null
}

/** Takes pods and what they come from; gives those that do. */
export function podsOf(
  pods: readonly PodMoment[],
  namespace: string,
  { kind, name }: Origin,
): readonly PodMoment[] {
  return pods.filter(
    ({ life }) => life.namespace === namespace && life.origin.kind === kind && life.origin.name === name,
  )
}
