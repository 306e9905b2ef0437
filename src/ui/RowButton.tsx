import type { ComponentProps } from 'react'
import styles from './RowButton.module.css'

/** A small button with an icon only, for rows of a list: lighter than an IconButton, of which a long list needs many. */
export function RowButton({
  label,
  ...rest
}: Omit<ComponentProps<'button'>, 'className' | 'style' | 'title' | 'aria-label'> & {
  readonly label: string
}) {
  return <button type="button" {...rest} className={styles.button} aria-label={label} title={label} />
}
