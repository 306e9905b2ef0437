import { Handle, Position } from '@xyflow/react'
import styles from './Card.module.css'

/** What a {@link Handles} takes: the sides a line may be drawn from, each with what it would make. */
export interface HandlesProps {
  readonly sides: readonly { readonly at: 'left' | 'right' | 'top'; readonly title: string }[]
}

const POSITIONS = { left: Position.Left, right: Position.Right, top: Position.Top } as const

/** The dots a line can be drawn from with the pointer. By keyboard the command Connect does the same. */
export function Handles({ sides }: HandlesProps) {
  // React Flow ends its lines at handles: what has none to draw from has one nobody sees.
  if (sides.length === 0) {
    return <Handle type="source" position={Position.Left} isConnectable={false} className={styles.hidden} />
  }
  return sides.map(({ at, title }) => (
    <Handle
      key={at}
      id={at}
      type="source"
      position={POSITIONS[at]}
      className={styles.handle}
      title={title}
      aria-hidden
    />
  ))
}
