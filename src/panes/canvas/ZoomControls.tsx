import { useReactFlow, useStore } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import styles from './Canvas.module.css'

/** Smaller, larger, all of it; and how large it is now. */
export function ZoomControls({ onFit }: { readonly onFit: () => void }) {
  const { zoomIn, zoomOut } = useReactFlow()
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <div className={styles.zoom} role="toolbar" aria-label="Zoom">
      <IconButton label="Zoom out" keys="-" side="top" onClick={() => void zoomOut()}>
        <Minus aria-hidden />
      </IconButton>
      <span className={styles.percent}>{percent}%</span>
      <IconButton label="Zoom in" keys="+" side="top" onClick={() => void zoomIn()}>
        <Plus aria-hidden />
      </IconButton>
      <IconButton label="Fit the whole picture" keys="F" side="top" onClick={onFit}>
        <Maximize aria-hidden />
      </IconButton>
    </div>
  )
}
