import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

/** What a {@link Button} takes, besides a native button's own attributes. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  /** `primary`: the one thing to do here. `plain`: with a border. `quiet`: no border. `danger`: can't be undone. */
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  /** An icon before the words. */
  readonly icon?: ReactNode
}

/** A button with words. Takes native button attributes, a variant and an icon; calls `onClick`. */
export function Button({ variant = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <BaseButton {...rest} className={styles.button} data-variant={variant}>
      {icon}
      {children}
    </BaseButton>
  )
}
