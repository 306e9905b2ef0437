import { useId, type ReactNode } from 'react'
import styles from './fields.module.css'

/** A label and a help over a list that belongs to a form, in line with the fields around it. */
export function BlockField({
  label,
  help,
  children,
}: {
  readonly label: string
  readonly help: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <fieldset className={styles.block} aria-labelledby={id} aria-describedby={`${id}-help`}>
      <div id={id} className={styles.blockLabel}>
        {label}
      </div>
      <div className={styles.blockBody}>
        <p id={`${id}-help`} className={styles.blockHelp}>
          {help}
        </p>
        {children}
      </div>
    </fieldset>
  )
}
