import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import type { ContainerLife, PodLife } from '../../../core/simulator/history/podLife'
import type { Stretch } from './stretch'

/** What all rows of the timeline are drawn with. */
export interface Drawn {
  readonly history: ClusterHistory
  readonly stretch: Stretch
  /** Of the part that shows time, in pixels. */
  readonly width: number
  readonly now: number
  /** The moment that is shown. */
  readonly moment: number
  /** Where a moment is, in pixels. */
  readonly place: (time: number) => number
}

/** A span that somebody points at or has the focus on, and where it is on the screen. */
export interface Pointed {
  readonly pod: PodLife
  readonly life: ContainerLife
  readonly index: number
  readonly element: Element
}

/** Told of the span that is pointed at; null: none any more. */
export type OnPoint = (pointed: Pointed | null) => void
