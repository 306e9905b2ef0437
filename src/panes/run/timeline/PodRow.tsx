import { ChevronDown, ChevronRight } from 'lucide-react'
import { podAt } from '../../../core/simulator/history/moment'
import type { PodLife } from '../../../core/simulator/history/podLife'
import { CONCEPTS } from '../../../ui/concepts'
import { LIFE_LOOKS } from '../../../ui/lifeStates'
import { ActMenu } from '../ActMenu'
import type { Drawn } from './drawn'
import { HEIGHTS } from './rows'
import styles from './timeline.module.css'

/** What a {@link PodRow} takes. */
export interface PodRowProps {
  readonly drawn: Drawn
  readonly pod: PodLife
  readonly isFolded: boolean
  readonly onFold: () => void
}

/** A pod: its name and what kubectl prints of it at the moment that is shown; folded, its containers as thin lines. */
export function PodRow({ drawn, pod, isFolded, onFold }: PodRowProps) {
  const now = podAt(drawn.history, pod, drawn.moment)
  const Chevron = isFolded ? ChevronRight : ChevronDown
  const { Icon } = CONCEPTS.pod
  return (
    <div className={styles.pod}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!isFolded}
        aria-label={`${pod.name}: containers and volumes`}
        onClick={onFold}
      >
        <Chevron aria-hidden />
        <Icon aria-hidden />
        <PodName name={pod.name} />
      </button>
      <span className={styles.columns} data-gone={now === null ? '' : undefined}>
        {now === null
          ? 'gone'
          : `${now.columns.ready}  ${now.columns.status}  ${restartWords(now.columns.restarts)}`}
      </span>
      {isFolded ? <Stripes drawn={drawn} pod={pod} /> : null}
      {now === null || drawn.moment !== drawn.now ? null : <ActMenu about="pod" pod={pod} />}
    </div>
  )
}

/** Where there is little room the beginning is cut: pods of one workload differ at their end. */
function PodName({ name }: { readonly name: string }) {
  const dash = name.lastIndexOf('-')
  return (
    <span className={styles.podName} title={name}>
      <span className={styles.podStart}>{name.slice(0, Math.max(0, dash))}</span>
      <span>{name.slice(Math.max(0, dash))}</span>
    </span>
  )
}

function restartWords(restarts: string): string {
  return restarts === '1' ? '1 restart' : `${restarts} restarts`
}

/** Below the words, a line a container. */
function Stripes({ drawn, pod }: { readonly drawn: Drawn; readonly pod: PodLife }) {
  const { width, place, now, stretch } = drawn
  const height = Math.max(1, Math.min(3, 7 / pod.containers.length - 1))
  const top = HEIGHTS.pod - 1 - pod.containers.length * (height + 1)
  return (
    <svg className={styles.stripes} width={width} height={HEIGHTS.pod} aria-hidden>
      {pod.containers.flatMap(({ lane }, index) =>
        lane.spans.map(({ time, end, state }) => {
          const [left, right] = [Math.max(0, place(time)), Math.min(width, place(end ?? now))]
          return right <= 0 || time > stretch.to ? null : (
            <rect
              key={`${index} ${time}`}
              x={left}
              y={top + index * (height + 1)}
              width={Math.max(1, right - left)}
              height={height}
              rx={1}
              fill={LIFE_LOOKS[state].ink}
            />
          )
        }),
      )}
    </svg>
  )
}
