import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import type { Mark } from '../../../core/simulator/history/marks/mark'
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

/** A place on the screen, in pixels. */
export interface Anchor {
  readonly left: number
  readonly top: number
}

/** What somebody points at or has the focus on, and where it is on the screen: a span, or the marks at a place of a lane. */
export type Pointed =
  | {
      readonly kind: 'span'
      readonly pod: PodLife
      readonly life: ContainerLife
      readonly index: number
      readonly anchor: Anchor
    }
  | { readonly kind: 'marks'; readonly marks: readonly Mark[]; readonly anchor: Anchor }

/** Told of what is pointed at; null: nothing any more. */
export type OnPoint = (pointed: Pointed | null) => void
