import { useEffect, useState } from 'react'
import { Keys } from '../../../ui/Keys'
import styles from './terminal.module.css'
import { terminalView } from './terminalView'

/** A terminal beside the cluster in which the design runs. */
export function TerminalPane() {
  const [parent, setParent] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (parent === null) return undefined
    const view = terminalView(parent)
    const observer = new ResizeObserver(() => view.fit())
    observer.observe(parent)
    view.focus()
    return () => {
      observer.disconnect()
      view.element.remove()
    }
  }, [parent])
  return (
    <section aria-label="Terminal" className={styles.pane} data-takes-control>
      <div ref={setParent} className={styles.terminal} />
      <p className={styles.keys}>
        <span>
          <Keys keys="F6" /> leaves the terminal
        </span>
        <span>
          <Keys keys="Tab" /> completes
        </span>
        <span>
          <Keys keys="↑" /> earlier lines
        </span>
        <span>
          <Keys keys="Control+C" /> ends what runs
        </span>
      </p>
    </section>
  )
}
