import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { Card, Line } from './Card'
import { Handles } from './Handles'

/** Kinds too long for a card. */
const SHORT: Readonly<Record<string, string | undefined>> = {
  PersistentVolumeClaim: 'Claim',
  HorizontalPodAutoscaler: 'Autoscaler',
  PodDisruptionBudget: 'Disruption budget',
}

/** A thing outside the pods: its kind, its name, and whether this manifest has it. */
export const ObjectCard = memo(function ObjectCard({ data: { node }, selected }: NodeProps<FlowNode>) {
  if (node.kind !== 'object') return null
  const word = SHORT[node.word] ?? node.word
  const more = node.declared ? node.details : ['not here']
  return (
    <Card node={node} selected={selected} shape="object" loose={!node.declared}>
      <Handles node={node} />
      <Line
        text={[word, ...more].join(' · ')}
        title={node.declared ? node.title : `${node.word}, not in this manifest`}
      />
    </Card>
  )
})
