import { FileCode2, SlidersHorizontal, Workflow } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { PANES, useScreen, type PaneId } from '../store/screen'
import styles from './PaneTabs.module.css'

const ICONS = { inspector: SlidersHorizontal, canvas: Workflow, yaml: FileCode2 } as const

/** What {@link PaneTabs} take. */
export interface PaneTabsProps {
  readonly panes: readonly PaneId[]
  readonly front: PaneId
  readonly place: 'top' | 'bottom'
}

/** Tabs that bring a pane to the front: a strip above, or a bar below on a small screen. */
export function PaneTabs({ panes, front, place }: PaneTabsProps) {
  const show = useScreen((screen) => screen.show)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step === undefined ? undefined : panes[panes.indexOf(front) + step]
    if (next === undefined) return
    show(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div
      className={styles.tabs}
      data-place={place}
      role="tablist"
      tabIndex={-1}
      aria-label="Panes"
      onKeyDown={onKeyDown}
    >
      {PANES.filter(({ id }) => panes.includes(id)).map(({ id, label }) => {
        const Icon = ICONS[id]
        return (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            aria-selected={id === front}
            tabIndex={id === front ? 0 : -1}
            className={styles.tab}
            onClick={() => show(id)}
          >
            <Icon aria-hidden />
            {label}
          </button>
        )
      })}
    </div>
  )
}
