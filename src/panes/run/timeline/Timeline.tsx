import { ChevronsRight, Minus, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { shownMoment, useRun } from '../../../store/run'
import { scrubTo } from '../../../store/runDeeds'
import { IconButton } from '../../../ui/IconButton'
import { useSize } from '../useSize'
import type { Drawn } from './drawn'
import { LaneRow } from './LaneRow'
import { Legend } from './Legend'
import { PodRow } from './PodRow'
import { PointedCard } from './PointedCard'
import { HEIGHTS, podRowKey, rowsInView, rowsOf } from './rows'
import { Ruler } from './Ruler'
import { following, moved, placing, zoomed, type Stretch } from './stretch'
import styles from './timeline.module.css'
import { usePointed } from './usePointed'

/** How much is shown at first; more where time goes fast. */
const FIRST_LENGTH = 60_000

/** How wide the heads of the lanes are: beside a wide timeline, and beside a narrow one. */
const HEAD = { wide: 216, narrow: 132, from: 620 } as const

/** The lives of all containers side by side: a lane each, with volumes, Services and the node. */
export function Timeline({ history }: { readonly history: ClusterHistory }) {
  const now = useRun((run) => run.now)
  const moment = useRun(shownMoment)
  const isLive = useRun((run) => run.shown === null)
  useRun((run) => run.version)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [list, setList] = useState<HTMLElement | null>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const speed = useRun((run) => run.speed)
  const [zoomedLength, setLength] = useState<number | null>(null)
  const length = zoomedLength ?? FIRST_LENGTH * Math.max(1, speed / 10)
  /** Where somebody has moved to; null: it follows now. */
  const [fixed, setFixed] = useState<Stretch | null>(null)
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const { pointed, point, hold } = usePointed()
  const size = useSize(list)
  const head = size.width < HEAD.from ? HEAD.narrow : HEAD.wide
  const width = Math.max(0, size.width - head)
  const stretch = fixed ?? following(length, now)
  const drawn: Drawn = { history, stretch, width, now, moment, place: placing(stretch, width) }
  const rows = rowsOf(history, stretch, now, turned)
  const { placed, total } = rowsInView(rows, scrollTop, size.height)

  const zoom = (factor: number, around: number): void => {
    const next = zoomed(stretch, factor, around)
    setLength(next.to - next.from)
    setFixed(fixed === null && isLive ? null : next)
  }
  const pan = (pixels: number): void => {
    const next = moved(stretch, (pixels / Math.max(1, width)) * (stretch.to - stretch.from))
    setFixed(next)
  }
  useWheel(box, (event) => {
    const { deltaX, deltaY } = event
    const onRuler = event.target instanceof Element && event.target.closest(`.${styles.ruler}`) !== null
    if (event.ctrlKey || event.metaKey || (onRuler && deltaX === 0)) {
      const left = (list?.getBoundingClientRect().left ?? 0) + head
      const around =
        stretch.from + ((event.clientX - left) / Math.max(1, width)) * (stretch.to - stretch.from)
      zoom(Math.exp(deltaY / 300), isLive && fixed === null ? now : around)
    } else if (deltaX !== 0 || event.shiftKey) pan(deltaX === 0 ? deltaY : deltaX)
    else return false
    return true
  })
  const follow = (): void => {
    setFixed(null)
    scrubTo(now)
  }
  const turn = (key: string): void => {
    const next = new Set(turned)
    if (!next.delete(key)) next.add(key)
    setTurned(next)
  }

  return (
    <div ref={setBox} className={styles.timeline} style={{ '--head': `${head}px` }}>
      <div className={styles.top}>
        <div className={styles.zoom}>
          <IconButton label="Zoom out" onClick={() => zoom(2, isLive ? now : moment)}>
            <Minus aria-hidden />
          </IconButton>
          <IconButton label="Zoom in" onClick={() => zoom(0.5, isLive ? now : moment)}>
            <Plus aria-hidden />
          </IconButton>
          <IconButton label="Follow now" aria-pressed={fixed === null && isLive} onClick={follow}>
            <ChevronsRight aria-hidden />
          </IconButton>
        </div>
        <Ruler drawn={drawn} isLive={isLive} onZoom={zoom} onPoint={point} />
      </div>
      <div className={styles.stage}>
        <div
          ref={setList}
          className={styles.list}
          onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
        >
          <ol className={styles.rows} aria-label="Lanes" style={{ height: total }}>
            {placed.map(({ row, top }) => (
              <li
                key={row.key}
                className={styles.row}
                data-kind={row.kind}
                style={{ top, height: HEIGHTS[row.kind] }}
              >
                {row.kind === 'pod' ? (
                  <PodRow
                    drawn={drawn}
                    pod={row.pod}
                    isFolded={row.isFolded}
                    onFold={() => turn(podRowKey(row.pod))}
                  />
                ) : (
                  <LaneRow drawn={drawn} row={row} onPoint={point} />
                )}
              </li>
            ))}
          </ol>
          <Legend />
        </div>
        <div className={styles.overlay} aria-hidden>
          {isLive ? null : <div className={styles.later} style={{ left: drawn.place(moment) }} />}
          <div
            className={styles.needle}
            data-live={isLive ? '' : undefined}
            style={{ left: drawn.place(moment) }}
          />
        </div>
      </div>
      {pointed === null ? null : (
        <PointedCard
          history={history}
          pointed={pointed}
          right={box?.getBoundingClientRect().right ?? window.innerWidth}
          onHold={hold}
        />
      )}
    </div>
  )
}

/** Takes an element and what to do with the wheel over it, which says whether it has used it: the page then does not scroll. */
function useWheel(element: HTMLElement | null, onWheel: (event: WheelEvent) => boolean): void {
  const latest = useRef(onWheel)
  useEffect(() => {
    latest.current = onWheel
  })
  useEffect(() => {
    if (element === null) return undefined
    const listen = (event: WheelEvent): void => {
      if (latest.current(event)) event.preventDefault()
    }
    element.addEventListener('wheel', listen, { passive: false })
    return () => element.removeEventListener('wheel', listen)
  }, [element])
}
