import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { Card, Chips, Line } from './Card'
import { Handles } from './Handles'

/** A Service: type, what it selects, its ports. */
export const ServiceCard = memo(function ServiceCard({ data: { node }, selected }: NodeProps<FlowNode>) {
  if (node.kind !== 'service') return null
  return (
    <Card node={node} selected={selected} shape="process" tag="Service">
      <Handles node={node} />
      <Line text={node.word} />
      <Line text={node.selects} warn={node.lost} />
      <Chips parts={node.ports} of={node.label} />
    </Card>
  )
})
