import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FlowNode } from '../flow'
import { ContainerRun } from '../running/RunBadges'
import { Card, Chips, Line } from './Card'
import { Handles } from './Handles'

/** How many characters of an image fit on a card. */
const FITS = 27

/** An image without the registry and folders that there is no room for: its end tells most. */
function shortImage(image: string): string {
  if (image.length <= FITS) return image
  const last = image.slice(image.lastIndexOf('/') + 1)
  return last === image ? image : `…/${last}`
}

/** A container: role, name, image, ports. */
export const ContainerCard = memo(function ContainerCard({ data: { node }, selected }: NodeProps<FlowNode>) {
  if (node.kind !== 'container') return null
  const tag = node.order === null ? node.word : `${node.order} ${node.word}`
  return (
    <Card node={node} selected={selected} shape="process" tag={tag}>
      <Handles node={node} />
      {node.image === '' ? (
        <Line text="no image yet" warn />
      ) : (
        <Line text={shortImage(node.image)} title={node.image} />
      )}
      <Chips parts={node.ports} of={node.label} />
      <ContainerRun node={node} />
    </Card>
  )
})
