import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { isVariableSource } from '../pairing'
import { Card, Line } from './Card'
import { Handles } from './Handles'

const SIDES = [{ at: 'top', title: 'Drag to a container to make a variable' }] as const

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
      <Handles sides={isVariableSource(node) ? SIDES : []} />
      <Line
        text={[word, ...more].join(' · ')}
        title={node.declared ? node.title : `${node.word}, not in this manifest`}
      />
    </Card>
  )
})
