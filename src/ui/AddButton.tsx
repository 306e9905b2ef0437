import { Plus } from 'lucide-react'
import type { ComponentProps } from 'react'
import styles from './AddButton.module.css'

/** The quiet button that adds a row; its words name what it adds. */
export function AddButton({ children, ...rest }: Omit<ComponentProps<'button'>, 'className' | 'style'>) {
  return (
    <button type="button" {...rest} className={styles.button}>
      <Plus aria-hidden />
      {children}
    </button>
  )
}
