import { useConnection } from '@xyflow/react'
import type { DiagramNode } from '../../../core/diagram/node'
import type { FlowNode } from '../flow'
import { pairingOf } from '../pairing'

/** Takes a node; says whether the line that somebody draws at this moment could end there. */
export function useIsTarget(node: DiagramNode): boolean {
  return useConnection<FlowNode, boolean>(
    (connection) =>
      connection.inProgress &&
      connection.fromNode.id !== node.id &&
      pairingOf(connection.fromNode.data.node, node) !== null,
  )
}
