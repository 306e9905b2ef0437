import { Handle, Position } from '@xyflow/react'
import type { DiagramNode } from '../../../core/diagram/node'
import { POSITIONS, sidesOf } from '../sides'
import styles from './Card.module.css'

/** The dots a line can be drawn from with the pointer. By keyboard the command Connect does the same. */
export function Handles({ node }: { readonly node: DiagramNode }) {
  const sides = sidesOf(node)
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
