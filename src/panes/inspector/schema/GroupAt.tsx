import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import { lowered } from '../../../core/words/lowered'
import { RowButton } from '../../../ui/RowButton'
import { Section } from '../../../ui/Section'
import { act } from '../change'
import styles from './schema.module.css'

/** A mapping among the fields of a form: its name, a button that removes it, and its own fields under it. */
export function GroupAt({
  path,
  label,
  help,
  required = false,
  heading,
  children,
}: {
  readonly path: Path
  readonly label: string
  readonly help?: string | undefined
  readonly required?: boolean
  readonly heading: 'section' | 'part'
  readonly children: ReactNode
}) {
  const id = useId()
  const remove = required ? null : (
    <RowButton label={`Remove ${lowered(label)}`} onClick={() => act(setValue(path, undefined))}>
      <X aria-hidden />
    </RowButton>
  )
  if (heading === 'section')
    return (
      <Section title={label} help={help} action={remove}>
        {children}
      </Section>
    )
  return (
    <fieldset className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h4 id={id} className={styles.groupTitle}>
          {label}
        </h4>
        {remove}
      </div>
      {help === undefined ? null : <p className={styles.groupHelp}>{help}</p>}
      <div className={styles.groupBody}>{children}</div>
    </fieldset>
  )
}
