import { ArrowDownLeft, ArrowUpRight, Send } from 'lucide-react'
import { containerKey } from '../../../core/simulator/history/place'
import { countUpTo } from '../../../core/simulator/history/recent'
import type { ContainerPlace, RequestHappening } from '../../../core/simulator/history/happening'
import { clockText } from '../clockText'
import type { SideTabProps } from './sideTab'
import styles from './side.module.css'

/** How many requests are shown. */
const SHOWN = 200

/** What the container asked others and what it was asked, and the lines it shipped; the newest first. */
export function Requests({ history, place, moment }: SideTabProps) {
  const key = containerKey(place)
  const requests = history.requests.at(key)
  const shipped = history.shipped.at(key)
  const entries = [
    ...requests.slice(0, countUpTo(requests, moment)).slice(-SHOWN),
    ...shipped.slice(0, countUpTo(shipped, moment)).slice(-SHOWN),
  ].toSorted((a, b) => b.time - a.time)
  if (entries.length === 0)
    return <p className={styles.none}>It has neither asked anybody nor been asked anything yet.</p>
  return (
    <ul className={styles.lines} aria-label="Requests">
      {entries.map((entry, index) =>
        entry.type === 'shipped' ? (
          <li key={`${entry.time} ${entries.length - index}`} className={styles.entry}>
            <span className={styles.time}>{clockText(entry.time)}</span>
            <Send aria-label="Sent" />
            <span className={styles.text}>
              <strong>{entry.sink}</strong> {entry.text}
            </span>
          </li>
        ) : (
          <RequestEntry key={`${entry.time} ${entries.length - index}`} place={place} request={entry} />
        ),
      )}
    </ul>
  )
}

interface RequestEntryProps {
  readonly place: ContainerPlace
  readonly request: RequestHappening & { readonly time: number }
}

function RequestEntry({ place, request }: RequestEntryProps) {
  const { from, to, host, port, path, result, time, service } = request
  const isFromHere = from !== null && containerKey(from) === containerKey(place)
  const Icon = isFromHere ? ArrowUpRight : ArrowDownLeft
  const answer =
    'status' in result ? (result.status === 0 ? 'connected' : String(result.status)) : result.error
  const other = isFromHere
    ? to === null
      ? 'nobody'
      : `${to.container} of ${to.pod}`
    : from === null
      ? 'outside'
      : `${from.container} of ${from.pod}`
  const isWrong = 'error' in result || result.status >= 400
  return (
    <li className={styles.entry}>
      <span className={styles.time}>{clockText(time)}</span>
      <Icon aria-label={isFromHere ? 'Asked' : 'Was asked'} />
      <span className={styles.text}>
        <code>{`${host}:${port}${path}`}</code>{' '}
        <strong data-wrong={isWrong ? '' : undefined}>{answer}</strong>{' '}
        <span className={styles.quiet}>
          {`${isFromHere ? 'from' : 'by'} ${other}${service === null ? '' : `, through ${service.name}`}`}
        </span>
      </span>
    </li>
  )
}
