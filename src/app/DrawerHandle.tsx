import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useScreen } from '../store/screen'
import styles from './Drawer.module.css'

/** By how much a key moves the edge, in pixels. */
const KEYS: Readonly<Record<string, number>> = { ArrowUp: 24, ArrowDown: -24, PageUp: 120, PageDown: -120 }

/** The drawer's upper edge: drag it, or move it with the arrow keys. */
export function DrawerHandle() {
  const height = useScreen((screen) => screen.drawerHeight)
  const setHeight = useScreen((screen) => screen.setDrawerHeight)
  const isDragged = useRef(false)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined
    if (step === undefined) return
    event.preventDefault()
    setHeight(height + step)
  }
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (isDragged.current) setHeight(window.innerHeight - event.clientY)
  }
  return (
    <input
      type="range"
      aria-orientation="vertical"
      className={styles.handle}
      aria-label="Height of what stands below the panes"
      min={120}
      max={900}
      value={height}
      onChange={({ currentTarget }) => setHeight(currentTarget.valueAsNumber)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        isDragged.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
      }}
      onPointerMove={drag}
      onPointerUp={() => (isDragged.current = false)}
      onPointerCancel={() => (isDragged.current = false)}
    />
  )
}
