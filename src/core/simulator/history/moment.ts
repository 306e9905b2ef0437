import { podColumns, type PodColumns } from '../printing/podCells'
import type { ClusterHistory } from './clusterHistory'
import type { Span } from './lane'
import type { ContainerLife, PodLife } from './podLife'

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
