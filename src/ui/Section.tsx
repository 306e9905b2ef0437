import { useId, type ReactNode } from 'react'
import styles from './Section.module.css'

/** What a {@link Section} takes. */
export interface SectionProps {
  readonly title: string
  /** One short line under the title. */
  readonly help?: ReactNode
  /** Stands right of the title: a button to add, a choice. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** A titled part of a form, set off by a hairline. */
export function Section({ title, help, action, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {action}
      </div>
      {help === undefined ? null : <p className={styles.help}>{help}</p>}
      {children}
    </section>
  )
}
