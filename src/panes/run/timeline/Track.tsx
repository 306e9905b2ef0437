import type { MouseEvent, PointerEvent, ReactNode } from 'react'
import { scrubTo } from '../../../store/runDeeds'
import type { Drawn, OnPoint } from './drawn'
import { marksAt, type MarkSet } from './laneMarks'
import { MarkCursor } from './MarkCursor'
import { MarkLine } from './MarkLine'
import { HEIGHTS, type Row } from './rows'
import styles from './timeline.module.css'

/** What a {@link Track} takes. */
export interface TrackProps {
  readonly drawn: Drawn
  readonly row: Row
  readonly sets: readonly MarkSet[]
  /** Whose marks they are, and how many. */
  readonly label: string
  readonly onPoint: OnPoint
  /** What lies below the marks. */
  readonly children?: ReactNode
}

/** What happened along a lane. What a mark means shows when it is pointed at; a click goes to its moment. */
export function Track({ drawn, row, sets, label, onPoint, children }: TrackProps) {
  const marksUnder = (event: MouseEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return marksAt(sets, drawn, event.clientX - left, event.clientY - top)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const marks = marksUnder(event)
    const { top } = event.currentTarget.getBoundingClientRect()
    if (marks.length > 0) return onPoint({ kind: 'marks', marks, anchor: { left: event.clientX, top } })
    const span = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-span]') : null
    if (span === null || row.kind !== 'container') return onPoint(null)
    const { pod, life } = row
    onPoint({
      kind: 'span',
      pod,
      life,
      index: Number(span.dataset.span),
      anchor: span.getBoundingClientRect(),
    })
  }
  return (
    <div
      className={styles.track}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onPoint(null)}
      // By keyboard the cursor does the same.
      onClickCapture={(event) => {
        const [mark] = marksUnder(event)
        if (mark === undefined || event.detail === 0) return
        event.stopPropagation()
        scrubTo(mark.time)
      }}
    >
      {children}
      <svg className={styles.marks} width={drawn.width} height={HEIGHTS[row.kind]} aria-hidden>
        {row.kind === 'container' ? null : (
          <line
            x1={0}
            x2={drawn.width}
            y1={HEIGHTS[row.kind] / 2}
            y2={HEIGHTS[row.kind] / 2}
            className={styles.rail}
          />
        )}
        {sets.map(({ shape, items }) => (
          <MarkLine key={shape} drawn={drawn} items={items} shape={shape} />
        ))}
      </svg>
      <MarkCursor drawn={drawn} sets={sets} label={label} onPoint={onPoint} />
    </div>
  )
}
