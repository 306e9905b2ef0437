import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps } from 'react'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip'

/** What an {@link IconButton} takes, besides a native button's own attributes. */
export interface IconButtonProps extends Omit<
  ComponentProps<'button'>,
  'className' | 'style' | 'title' | 'aria-label'
> {
  /** Its accessible name, shown as a tooltip too. */
  readonly label: string
  /** A shortcut to show in the tooltip, such as `Mod+Z`. */
  readonly keys?: string | undefined
  /** Where the tooltip opens. */
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button with an icon only (its child). The label names it for screen readers and shows as a tooltip. */
export function IconButton({ label, keys, side, children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} side={side ?? 'bottom'}>
      <BaseButton {...rest} aria-label={label} focusableWhenDisabled className={styles.button}>
        {children}
      </BaseButton>
    </Tooltip>
  )
}
