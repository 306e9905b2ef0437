import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Keys } from './Keys'
import styles from './Tooltip.module.css'

/** What a {@link Tooltip} takes. */
export interface TooltipProps {
  readonly text: string
  /** A shortcut to show behind the text, such as `Mod+K`. */
  readonly keys?: string | undefined
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** The one element it explains; it must pass on its props and its ref. */
  readonly children: ReactElement
}

/** Shows a short text beside its child on hover and focus. The child keeps its own accessible name. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className={styles.positioner}>
          <BaseTooltip.Popup className={styles.popup}>
            {text}
            {keys === undefined ? null : <Keys keys={keys} />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}

/** Put once around the app: neighbouring tooltips then open without delay. */
export const TooltipProvider = BaseTooltip.Provider
