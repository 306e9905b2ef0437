import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { EdgeKind } from '../../core/diagram/node'
import type { FlowEdge } from './flow'
import { LOOKS } from './looks'
import { EdgeRun } from './running/EdgeRun'
import styles from './Wire.module.css'

/** What each kind of line ends in: an arrow where something goes in, a dot where something is fixed. */
const ENDS: Readonly<Record<EdgeKind, 'arrow' | 'dots' | 'none'>> = {
  mount: 'dots',
  file: 'dots',
  env: 'arrow',
  port: 'arrow',
  selector: 'arrow',
  whole: 'arrow',
  backing: 'none',
  reference: 'none',
}

/** A line of the diagram: its way, its text, its end. */
export const Wire = memo(function Wire({ data, selected = false }: EdgeProps<FlowEdge>) {
  if (data === undefined) return null
  const { edge, route, near } = data
  const { d, label, start, end } = route
  const ends = ENDS[edge.kind]
  return (
    <g
      className={styles.edge}
      style={{ '--ink': LOOKS[edge.concept].ink }}
      data-selected={selected ? '' : undefined}
      data-strong={near ? '' : undefined}
    >
      <title>{edge.title}</title>
      <path d={d} className={styles.halo} />
      <path d={d} className={styles.hit} />
      <path d={d} className={styles.wire} />
      {ends === 'arrow' ? (
        <path
          d={`M${end[0] - 7} ${end[1] - 4}L${end[0]} ${end[1]}L${end[0] - 7} ${end[1] + 4}Z`}
          className={styles.end}
        />
      ) : null}
      {ends === 'dots' ? (
        <>
          <circle cx={start[0]} cy={start[1]} r={2.5} className={styles.end} />
          <circle cx={end[0]} cy={end[1]} r={2.5} className={styles.end} />
        </>
      ) : null}
      <EdgeRun edge={edge} d={d} />
      {label === null ? null : (
        <text x={label.x} y={label.y} textAnchor={label.anchor} className={styles.label}>
          {label.text}
        </text>
      )}
    </g>
  )
})
