import { useState, type KeyboardEvent } from 'react'
import { explainMark } from '../../../core/simulator/history/marks/explainMark'
import type { Mark } from '../../../core/simulator/history/marks/mark'
import { scrubTo } from '../../../store/runDeeds'
import { clockText, spokenTime } from '../clockText'
import type { Drawn, OnPoint } from './drawn'
import { inOrder, markBefore, markByKey, type MarkSet } from './laneMarks'
import styles from './timeline.module.css'

/** What a {@link MarkCursor} takes. */
export interface MarkCursorProps {
  readonly drawn: Drawn
  readonly sets: readonly MarkSet[]
  /** Whose marks they are, and how many. */
  readonly label: string
  readonly onPoint: OnPoint
}

/** The way along the marks of a lane by keyboard: the arrow keys go from one to the next, Enter goes to the moment of one. */
export function MarkCursor({ drawn, sets, label, onPoint }: MarkCursorProps) {
  const [current, setCurrent] = useState<Mark | null>(null)
  const { history, stretch, place, width } = drawn
  if (current === null && sets.every(({ items }) => items.length === 0)) return null

  const go = (mark: Mark | null, element: Element): void => {
    setCurrent(mark)
    if (mark === null) return onPoint(null)
    const { left, top } = element.getBoundingClientRect()
    const x = Math.min(width, Math.max(0, place(mark.time)))
    const alike = sets.find(({ items }) => items.includes(mark))?.items ?? []
    const marks = [mark, ...alike.filter((other) => other !== mark && other.time === mark.time)]
    onPoint({ kind: 'marks', marks, anchor: { left: left + x, top } })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = markByKey(inOrder(sets), current, event.key)
    if (next !== null) go(next, event.currentTarget)
    else if (current !== null && (event.key === 'Enter' || event.key === ' ')) scrubTo(current.time)
    else return
    event.preventDefault()
  }
  const said = current === null ? null : explainMark(history, current)
  return (
    <>
      <input
        type="range"
        className={styles.slider}
        aria-label={label}
        min={Math.round(stretch.from)}
        max={Math.round(stretch.to)}
        value={Math.round(current?.time ?? drawn.moment)}
        aria-valuetext={
          current === null || said === null
            ? spokenTime(drawn.moment)
            : [`${clockText(current.time, true)}: ${said.title}`, said.verbatim, ...said.words].join('. ')
        }
        onChange={({ currentTarget }) =>
          go(markBefore(inOrder(sets), currentTarget.valueAsNumber), currentTarget)
        }
        onKeyDown={onKeyDown}
        onFocus={({ currentTarget }) => go(markBefore(inOrder(sets), drawn.moment), currentTarget)}
        onBlur={() => {
          setCurrent(null)
          onPoint(null)
        }}
      />
      <span className={styles.cursor} aria-hidden>
        {current === null ? null : (
          <span className={styles.cursorMark} style={{ left: place(current.time) }} />
        )}
      </span>
    </>
  )
}
