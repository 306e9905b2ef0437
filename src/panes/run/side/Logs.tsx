import { useEffect, useRef } from 'react'
import { containerKey } from '../../../core/simulator/history/place'
import { countUpTo } from '../../../core/simulator/history/recent'
import { clockText } from '../clockText'
import type { SideTabProps } from './sideTab'
import styles from './side.module.css'

/** How many lines are shown. */
const SHOWN = 500

/** What a container has written, up to the moment that is shown. It follows the end, unless somebody reads further up. */
export function Logs({ history, place, moment }: SideTabProps) {
  const all = history.logs.at(containerKey(place))
  const end = countUpTo(all, moment)
  const lines = all.slice(Math.max(0, end - SHOWN), end)
  const list = useRef<HTMLOListElement>(null)
  const isAtEnd = useRef(true)
  const last = lines.at(-1)
  useEffect(() => {
    const element = list.current
    // Only where there is a new end: asking for the height makes the browser lay all lines out.
    if (last !== undefined && element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight
  }, [last])
  if (lines.length === 0) return <p className={styles.none}>It has written nothing yet.</p>
  return (
    <ol
      ref={list}
      className={`${styles.lines} ${styles.log}`}
      aria-label="Log"
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - 24
      }}
    >
      {lines.map(({ time, text, stream, attempt }, index) => (
        <li
          key={`${time} ${end - lines.length + index}`}
          className={styles.line}
          data-stream={stream}
          data-run={lines[index - 1] !== undefined && lines[index - 1]?.attempt !== attempt ? '' : undefined}
        >
          <span className={styles.time}>{clockText(time)}</span>
          <span className={styles.text}>{text}</span>
        </li>
      ))}
    </ol>
  )
}
