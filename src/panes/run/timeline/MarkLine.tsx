import type { Timed } from '../../../core/simulator/history/recent'
import type { Drawn } from './drawn'
import { marksOf, outline } from './marks'
import { MARK_SHAPES, type MarkShape } from './markShapes'
import styles from './timeline.module.css'

/** What a {@link MarkLine} takes. */
export interface MarkLineProps {
  readonly drawn: Drawn
  readonly items: readonly Timed[]
  readonly shape: MarkShape
}

/** Marks along a lane, drawn as one path. */
export function MarkLine({ drawn, items, shape }: MarkLineProps) {
  const marks = marksOf(items, drawn.stretch, drawn.now, drawn.place)
  return marks.length === 0 ? null : (
    <path d={outline(marks, MARK_SHAPES[shape])} className={styles[shape]} data-shape={shape} />
  )
}
