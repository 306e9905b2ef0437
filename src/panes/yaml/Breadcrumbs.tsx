import { ChevronRight } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { pathSteps } from '../../core/kubernetes/pathSteps'
import { useDesigner } from '../../store/designer'
import styles from './Breadcrumbs.module.css'

/** Keys that move along the steps, and how far. */
const MOVES: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
}

/** The path of what is selected (where the cursor is, while one types), each step a way to what it is a part of. */
export function Breadcrumbs() {
  const selected = useDesigner((state) => state.selected)
  const manifest = useDesigner((state) => state.manifest)
  const list = useRef<HTMLOListElement>(null)
  const steps = pathSteps(manifest, selected ?? [])
  const last = steps.length - 1
  const [reached, setReached] = useState({ of: selected, index: last })
  // One stop of the Tab key for all: where the arrows went, else the last step.
  const stop = reached.of === selected ? Math.min(reached.index, last) : last

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = Object.hasOwn(MOVES, event.key) ? MOVES[event.key] : undefined
    if (by === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(stop + by, last))
    setReached({ of: selected, index: next })
    list.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <nav aria-label="Path" className={styles.path}>
      <ol ref={list} className={styles.steps}>
        {steps.map(({ path, label }, index) => (
          <li key={JSON.stringify(path)} ref={index === last ? scrollTo : null} className={styles.step}>
            {index === 0 ? null : <ChevronRight aria-hidden size={12} className={styles.arrow} />}
            <button
              type="button"
              className={styles.name}
              title={label}
              tabIndex={index === stop ? 0 : -1}
              aria-current={index === last ? 'location' : undefined}
              onClick={() => useDesigner.getState().select(path)}
              onKeyDown={onKeyDown}
            >
              {label}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What is nearest to the cursor matters most: where there is no room it is the beginning that scrolls away. */
function scrollTo(last: HTMLElement | null): void {
  const list = last?.parentElement
  if (list) list.scrollLeft = list.scrollWidth
}
