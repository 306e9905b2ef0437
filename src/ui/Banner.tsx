import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { IconButton } from './IconButton'

/** What a {@link Banner} takes. */
export interface BannerProps {
  readonly tone: 'info' | 'warn' | 'error'
  readonly children: ReactNode
  readonly actions?: ReactNode
  /** Given: a cross dismisses it. */
  readonly onDismiss?: () => void
}

const ICONS = { info: Info, warn: TriangleAlert, error: CircleAlert } as const

/** A strip with something to know or to decide, there until it is settled. Announced when it comes. */
export function Banner({ tone, children, actions, onDismiss }: BannerProps) {
  const Icon = ICONS[tone]
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'info' ? 'note' : 'alert'}>
      <Icon aria-hidden className={styles.icon} />
      <p className={styles.words}>{children}</p>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {onDismiss === undefined ? null : (
        <IconButton label="Dismiss" onClick={onDismiss}>
          <X aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
