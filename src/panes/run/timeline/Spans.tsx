import type { FocusEvent, KeyboardEvent } from 'react'
import type { Span } from '../../../core/simulator/history/lane'
import type { ContainerLife, PodLife } from '../../../core/simulator/history/podLife'
import { LIFE_LOOKS } from '../../../ui/lifeStates'
import { spokenTime } from '../clockText'
import type { Drawn, OnPoint } from './drawn'
import { chooseContainer } from './selectInDesign'
import styles from './timeline.module.css'

/** From this width on (pixels) a span has room for its icon, and for its word. */
const ROOM = { icon: 20, word: 62 } as const

/** What {@link Spans} take. */
export interface SpansProps {
  readonly drawn: Drawn
  readonly pod: PodLife
  readonly life: ContainerLife
  readonly onPoint: OnPoint
}

/** The life of a container as a row of spans, each a button that selects it. */
export function Spans({ drawn, pod, life, onPoint }: SpansProps) {
  const { stretch, moment, now } = drawn
  const { spans } = life.lane
  const current = life.lane.indexAt(moment)
  return spans.map((span, index) =>
    (span.end ?? now) < stretch.from || span.time > Math.min(stretch.to, now) ? null : (
      <SpanButton
        key={span.time}
        drawn={drawn}
        name={life.name}
        span={span}
        isCurrent={index === current}
        index={index}
        onClick={() => chooseContainer(pod, life.name)}
        onFocus={({ currentTarget }) =>
          onPoint({ kind: 'span', pod, life, index, anchor: currentTarget.getBoundingClientRect() })
        }
        onBlur={() => onPoint(null)}
      />
    ),
  )
}

interface SpanButtonProps {
  readonly drawn: Drawn
  readonly name: string
  readonly span: Span
  readonly index: number
  readonly isCurrent: boolean
  readonly onClick: () => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: () => void
}

function SpanButton({ drawn, name, span, index, isCurrent, ...handlers }: SpanButtonProps) {
  const { place, width, now } = drawn
  const { word, Icon, ink, soft } = LIFE_LOOKS[span.state]
  const left = Math.max(-2, place(span.time))
  const right = Math.min(width + 2, place(span.end ?? now))
  const wide = right - left
  const shown = span.reason === '' ? word : span.reason
  return (
    <button
      type="button"
      className={styles.span}
      style={{ left, width: Math.max(2, wide), '--ink': ink, '--soft': soft }}
      data-state={span.state}
      data-span={index}
      data-current={isCurrent ? '' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={`${name}: ${inWords(span)}`}
      {...handlers}
      onKeyDown={goToNeighbour}
    >
      {wide < ROOM.icon ? null : <Icon aria-hidden />}
      {wide < ROOM.word ? null : <span className={styles.word}>{shown}</span>}
    </button>
  )
}

/** Takes a span; gives it in words, with its times. */
function inWords({ state, reason, time, end, exitCode, attempt }: Span): string {
  const { word } = LIFE_LOOKS[state]
  const why = [reason, exitCode === null ? '' : `exit code ${exitCode}`].filter((each) => each !== '')
  const times = end === null ? `since ${spokenTime(time)}` : `from ${spokenTime(time)} to ${spokenTime(end)}`
  const run = attempt === 0 ? '' : `, restart ${attempt}`
  return `${word}${why.length === 0 ? '' : ` (${why.join(', ')})`}${run}, ${times}`
}

/** The arrow keys go along the lane. */
function goToNeighbour(event: KeyboardEvent<HTMLElement>): void {
  const neighbour =
    event.key === 'ArrowRight'
      ? event.currentTarget.nextElementSibling
      : event.key === 'ArrowLeft'
        ? event.currentTarget.previousElementSibling
        : null
  if (!(neighbour instanceof HTMLButtonElement)) return
  event.preventDefault()
  neighbour.focus()
}
