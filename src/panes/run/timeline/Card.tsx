import type { ReactNode } from 'react'
import type { Anchor } from './drawn'
import styles from './timeline.module.css'

/** How wide a card is, and how far from the window's edges it stays. */
const CARD = { width: 340, margin: 8 } as const

/** What a {@link Card} takes. */
export interface CardProps {
  readonly anchor: Anchor
  /** The right edge that it keeps to, where there is room: what is beside the timeline stays in reach. */
  readonly right: number
  /** The pointer is on the card: it stays. */
  readonly onHold: (isHeld: boolean) => void
  readonly children: ReactNode
}

/** What floats above what is pointed at. */
export function Card({ anchor, right, onHold, children }: CardProps) {
  const left = Math.max(CARD.margin, Math.min(anchor.left, right - CARD.width - CARD.margin))
  return (
    <div
      role="tooltip"
      className={styles.card}
      style={{ left, bottom: window.innerHeight - anchor.top + 3, width: CARD.width }}
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
    >
      {children}
    </div>
  )
}
