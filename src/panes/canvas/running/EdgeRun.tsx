import { useEffect, useState } from 'react'
import type { DiagramEdge } from '../../../core/diagram/node'
import { useDesigner } from '../../../store/designer'
import { shownMoment, useRun, type Run } from '../../../store/run'
import { isOfOpenDesign } from '../../../store/runRelation'
import { drawingOf } from '../drawing'
import { edgeMovement } from './edgeMovement'
import styles from './running.module.css'

/** How long a movement is shown, in real milliseconds. */
const SHOWN = 600

/** What an {@link EdgeRun} takes. */
export interface EdgeRunProps {
  readonly edge: DiagramEdge
  /** The line's way. */
  readonly d: string
}

/** While the design runs: a dot goes along the line when a file is read or written, or a request is made. */
export function EdgeRun(props: EdgeRunProps) {
  const isOn = useRun((run) => run.history !== null)
  return isOn ? <Dot {...props} /> : null
}

function Dot({ edge, d }: EdgeRunProps) {
  const [shown, setShown] = useState('')
  useEffect(() => {
    let last = ''
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = useRun.subscribe((run) => {
      // One at a time: what comes while a dot is on its way is not shown.
      if (timer !== undefined) return
      const movement = movementText(run, edge)
      if (movement === '' || movement === last) return
      last = movement
      setShown(movement)
      timer = setTimeout(() => {
        timer = undefined
        setShown('')
      }, SHOWN)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [edge])
  if (shown === '') return null
  const [, way = '', direction = ''] = shown.split(' ')
  return (
    <>
      <path d={d} className={styles.glow} data-way={way} />
      <circle
        key={shown}
        r={4}
        className={styles.dot}
        data-way={way}
        data-direction={direction}
        style={{ offsetPath: `path("${d}")` }}
      />
    </>
  )
}

/** As one text, which is the same as long as nothing else goes along the line. */
function movementText(run: Run, edge: DiagramEdge): string {
  if (!isOfOpenDesign(run)) return ''
  const { manifest } = useDesigner.getState()
  const movement = edgeMovement(run, manifest, drawingOf(manifest), edge)
  if (movement === null || shownMoment(run) - movement.time > SHOWN * run.speed) return ''
  return `${movement.time} ${movement.way} ${movement.isForth ? 'forth' : 'back'}`
}
