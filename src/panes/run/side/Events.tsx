import { Info, TriangleAlert } from 'lucide-react'
import { placeKey } from '../../../core/simulator/history/place'
import type { EventHappening } from '../../../core/simulator/history/happening'
import { countUpTo, type Timed } from '../../../core/simulator/history/recent'
import { clockText } from '../clockText'
import type { SideTabProps } from './sideTab'
import styles from './side.module.css'

/** How many events are shown. */
const SHOWN = 200

type Recorded = EventHappening & Timed

/** Each event as it was counted last, the newest first. */
function newest(all: readonly Recorded[]): readonly Recorded[] {
  const events = new Map(all.map((recorded) => [recorded.event.metadata?.name ?? '', recorded]))
  return [...events.values()].toSorted((a, b) => b.time - a.time).slice(0, SHOWN)
}

/** What Kubernetes recorded about the pod, the newest first: what `kubectl describe` ends with. */
export function Events({ history, place, moment }: SideTabProps) {
  const all = history.events.at(placeKey(place.namespace, place.pod))
  const events = newest(all.slice(0, countUpTo(all, moment)))
  if (events.length === 0) return <p className={styles.none}>Nothing has been recorded about this pod yet.</p>
  return (
    <ul className={styles.lines} aria-label="Events">
      {events.map(({ time, event }) => {
        const isNormal = event.type === 'Normal'
        const Icon = isNormal ? Info : TriangleAlert
        return (
          <li key={event.metadata?.name} className={styles.entry}>
            <span className={styles.time}>{clockText(time)}</span>
            <Icon aria-label={event.type} style={{ color: isNormal ? 'var(--text-2)' : 'var(--warn)' }} />
            <span className={styles.text}>
              <strong>{event.reason}</strong> {event.message}
              {event.count > 1 ? <span className={styles.quiet}>{` ×${event.count}`}</span> : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
