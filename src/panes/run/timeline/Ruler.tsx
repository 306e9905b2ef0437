import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { scrubTo } from '../../../store/runDeeds'
import { clockText, spokenTime } from '../clockText'
import type { Drawn, OnPoint } from './drawn'
import { marksAt, type MarkSet } from './laneMarks'
import { MarkLine } from './MarkLine'
import { rulerMarks } from './stretch'
import styles from './timeline.module.css'

/** What a {@link Ruler} takes. */
export interface RulerProps {
  readonly drawn: Drawn
  readonly isLive: boolean
  /** Takes a factor, above 1 to show more, and the moment that stays where it is. */
  readonly onZoom: (factor: number, around: number) => void
  readonly onPoint: OnPoint
}

/** Where each key takes the playhead: in hundredths of what is shown, or a moment. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

/** The scale above the lanes, and the playhead on it: drag it, or move it with the arrow keys. */
export function Ruler({ drawn, isLive, onZoom, onPoint }: RulerProps) {
  const { stretch, width, place, moment, now, history } = drawn
  const isDragged = useRef(false)
  const length = stretch.to - stretch.from
  const interventions: MarkSet = { shape: 'intervention', items: history.interventions.all, band: [0, 9] }

  const point = (event: PointerEvent<HTMLElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const marks = marksAt([interventions], drawn, event.clientX - left, event.clientY - top)
    onPoint(marks.length === 0 ? null : { kind: 'marks', marks, anchor: { left: event.clientX, top } })
  }
  const scrub = (event: PointerEvent<HTMLElement>): void => {
    const left = event.currentTarget.getBoundingClientRect().left
    scrubTo(stretch.from + ((event.clientX - left) / Math.max(1, width)) * length)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined
    if (step !== undefined) scrubTo(Math.max(0, moment + (step * length) / 100))
    else if (event.key === 'Home') scrubTo(0)
    else if (event.key === 'End') scrubTo(now)
    else if (event.key === '+' || event.key === '=') onZoom(0.5, moment)
    else if (event.key === '-') onZoom(2, moment)
    else return
    event.preventDefault()
  }

  return (
    <div
      className={styles.ruler}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        isDragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        scrub(event)
      }}
      onPointerMove={(event) => {
        if (isDragged.current) scrub(event)
        else point(event)
      }}
      onPointerLeave={() => onPoint(null)}
      onPointerUp={() => (isDragged.current = false)}
      onPointerCancel={() => (isDragged.current = false)}
    >
      {rulerMarks(stretch, width).map((time) => (
        <span key={time} className={styles.scale} style={{ left: place(time) }} aria-hidden>
          {clockText(time, length < 3000)}
        </span>
      ))}
      <svg className={styles.marks} width={width} height={26} aria-hidden>
        <MarkLine drawn={drawn} items={interventions.items} shape={interventions.shape} />
      </svg>
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={Math.round(now)}
        value={Math.round(moment)}
        aria-label="Moment shown"
        onChange={({ currentTarget }) => scrubTo(currentTarget.valueAsNumber)}
        aria-valuetext={isLive ? `Now, ${spokenTime(now)}` : spokenTime(moment)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.playhead} style={{ left: place(moment) }} aria-hidden />
    </div>
  )
}
