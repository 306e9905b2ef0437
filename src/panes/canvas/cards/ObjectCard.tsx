import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { objectKind } from '../../../core/kubernetes/objectKinds'
import type { FlowNode } from '../flow'
import { Card, Chips, Line } from './Card'
import { Handles } from './Handles'

/** A thing outside the pods: its kind, its name, what it says, and whether this manifest has it. */
export const ObjectCard = memo(function ObjectCard({ data: { node }, selected }: NodeProps<FlowNode>) {
  if (node.kind !== 'object') return null
  const word = objectKind(node.word)?.label ?? node.word
  const more = node.declared ? node.details : ['not here']
  return (
    <Card node={node} selected={selected} shape="object" loose={!node.declared}>
      <Handles node={node} />
      <Line
        text={[word, ...more].join(' · ')}
        title={node.declared ? node.title : `${node.word}, not in this manifest`}
      />
      {node.lines.map(({ text, warn }) => (
        <Line key={text} text={text} warn={warn} />
      ))}
      <Chips parts={node.parts} of={node.label} />
    </Card>
  )
})
