import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { LOOKS } from '../looks'
import { PodRun } from '../running/RunBadges'
import { Name } from './Card'
import styles from './Card.module.css'
import { Handles } from './Handles'
import { useIsTarget } from './useIsTarget'
import { ProblemBadge } from './ProblemBadge'

/** The frame of a workload: kind, name, how many pods. */
export const WorkloadFrame = memo(function WorkloadFrame({ data: { node }, selected }: NodeProps<FlowNode>) {
  const isTarget = useIsTarget(node)
  if (node.kind !== 'workload') return null
  const { Icon } = LOOKS[node.concept]
  return (
    <div
      className={styles.frame}
      data-selected={selected ? '' : undefined}
      data-target={isTarget ? '' : undefined}
    >
      <Handles node={node} />
      <div className={styles.header}>
        <Icon aria-hidden className={styles.icon} />
        <span>{node.word}</span>
        <Name name={node.label} />
        {node.count === '' ? null : <span className={styles.count}>{node.count}</span>}
      </div>
      <ProblemBadge node={node} />
    </div>
  )
})

/** The frame of a pod: what its containers share. */
export const PodFrame = memo(function PodFrame({ data: { node, place }, selected }: NodeProps<FlowNode>) {
  const isTarget = useIsTarget(node)
  if (node.kind !== 'pod') return null
  const { Icon } = LOOKS.pod
  return (
    <div
      className={styles.frame}
      data-inner
      data-selected={selected ? '' : undefined}
      data-target={isTarget ? '' : undefined}
    >
      <Handles node={node} />
      <div className={styles.header}>
        <Icon aria-hidden className={styles.icon} />
        <strong>Pod</strong>
        {node.workload === null ? <Name name={node.label} /> : null}
        <span className={styles.aside}>{node.details.join(', ')}</span>
        <PodRun node={node} />
      </div>
      <ProblemBadge node={node} />
      {place.captions.map((caption) => (
        <span key={caption.y} className={styles.caption} style={{ left: caption.x, top: caption.y }}>
          {caption.text}
        </span>
      ))}
      {node.containers.length === 0 ? <p className={styles.hint}>No containers yet: add one above</p> : null}
    </div>
  )
})
