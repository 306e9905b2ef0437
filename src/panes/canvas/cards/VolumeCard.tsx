import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { Card, Line } from './Card'
import { Handles } from './Handles'

/** A volume: name, source, and a word about it. */
export const VolumeCard = memo(function VolumeCard({ data: { node }, selected }: NodeProps<FlowNode>) {
  if (node.kind !== 'volume') return null
  return (
    <Card node={node} selected={selected} shape="store" loose={node.missing}>
      <Handles node={node} />
      <Line text={[node.word, ...node.details].join(' · ')} warn={node.missing} />
    </Card>
  )
})
