import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import styles from './TabBar.module.css'

/** One tab. */
export interface Tab {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** Something in it is wrong: said in words for screen readers, a dot for eyes. */
  readonly wrong?: boolean
}

/** What a {@link TabBar} takes. */
export interface TabBarProps {
  /** Names the bar. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly chosen: string
  /** The id of the element that shows what is chosen. */
  readonly panel: string
  readonly onChoose: (id: string) => void
  /** Given: Alt with the arrow keys moves a tab. */
  readonly onMove?: (id: string, by: -1 | 1) => void
}

/** Where each key goes from a place among several. */
const GOES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowLeft: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Tabs over a panel. Arrow keys choose; they wrap onto more lines where there are many. */
export function TabBar({ label, tabs, chosen, panel, onChoose, onMove }: TabBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const focusChosen = (): void => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const go = Object.hasOwn(GOES, event.key) ? GOES[event.key] : undefined
    if (go === undefined || event.ctrlKey || event.metaKey) return
    const index = tabs.findIndex(({ id }) => id === chosen)
    const next = tabs[go(index, tabs.length)]
    event.preventDefault()
    event.stopPropagation()
    if (next === undefined) return
    if (!event.altKey) flushSync(() => onChoose(next.id))
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      flushSync(() => onMove?.(chosen, event.key === 'ArrowLeft' ? -1 : 1))
    focusChosen()
  }

  return (
    <div
      ref={bar}
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      className={styles.bar}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.id === chosen}
          aria-controls={tab.id === chosen ? panel : undefined}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.icon}
          <span>{tab.label === '' ? 'No key yet' : tab.label}</span>
          {tab.wrong === true ? (
            <span className={styles.wrong}>
              <span className="visually-hidden">Not right</span>
            </span>
          ) : null}
        </button>
      ))}
    </div>
  )
}
