import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { Card, Line } from './Card'
import { Handles } from './Handles'

const SIDES = [{ at: 'left', title: 'Drag to a container to mount it there' }] as const

/** A volume: name, source, and a word about it. */
export const VolumeCard = memo(function VolumeCard({ data: { node }, selected }: NodeProps<FlowNode>) {
  if (node.kind !== 'volume') return null
  return (
    <Card node={node} selected={selected} shape="store" loose={node.missing}>
      <Handles sides={node.missing ? [] : SIDES} />
      <Line text={[node.word, ...node.details].join(' · ')} warn={node.missing} />
    </Card>
  )
})
