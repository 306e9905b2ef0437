import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  MiniMap,
  ReactFlow,
  type Connection,
  type OnConnectEnd,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { useMemo, type MouseEvent } from 'react'
import styles from './Canvas.module.css'
import { ContainerCard } from './cards/ContainerCard'
import { PodFrame, WorkloadFrame } from './cards/Frames'
import { ObjectCard } from './cards/ObjectCard'
import { ServiceCard } from './cards/ServiceCard'
import { VolumeCard } from './cards/VolumeCard'
import type { Drawing } from './drawing'
import { flowEdges, flowNodes, type FlowEdge, type FlowNode } from './flow'
import { LOOKS } from './looks'
import { pairingOf, type Pairing } from './pairing'
import { SMALLEST, type ViewControl } from './useView'
import { Wire } from './Wire'

const NODE_TYPES = {
  workload: WorkloadFrame,
  pod: PodFrame,
  container: ContainerCard,
  volume: VolumeCard,
  service: ServiceCard,
  object: ObjectCard,
}

const EDGE_TYPES = { wire: Wire }

const HOW_TO =
  'Press Enter to select, the arrow keys to go to a neighbour, C to connect, F2 to rename, Delete to remove.'

/** React Flow speaks of moving nodes about; here places follow from the manifest. */
const ARIA_LABELS = {
  'node.a11yDescription.default': HOW_TO,
  'node.a11yDescription.keyboardDisabled': HOW_TO,
  'node.a11yDescription.ariaLiveMessage': () => '',
  'edge.a11yDescription.default': 'Press Enter to select, F2 to change a mount path, Delete to remove.',
  'minimap.ariaLabel': 'Map of the whole picture',
} as const

/** From so many things on, a map helps. */
const WORTH_A_MAP = 15
const MAP_SIZE = { width: 132, height: 96 }

/** What a {@link Picture} takes. */
export interface PictureProps {
  readonly drawing: Drawing
  readonly highlight: string | null
  readonly inert: boolean
  readonly view: ViewControl
  readonly onPick: (id: string | null) => void
  readonly onRename: (id: string, event: MouseEvent) => void
  readonly onConnect: (pairing: Pairing, x: number, y: number) => void
}

/** The diagram. Where things are follows from the manifest; it can be looked around, picked and connected. */
export function Picture({ drawing, highlight, inert, view, onPick, onRename, onConnect }: PictureProps) {
  const nodes = useMemo(() => flowNodes(drawing, highlight), [drawing, highlight])
  const edges = useMemo(() => flowEdges(drawing, highlight), [drawing, highlight])
  const { nodes: known } = drawing

  const canConnect = ({ source, target }: Connection | FlowEdge): boolean => {
    const [a, b] = [known.get(source), known.get(target)]
    return a !== undefined && b !== undefined && pairingOf(a, b) !== null
  }
  const onConnectEnd: OnConnectEnd = (event, state) => {
    const { clientX, clientY } =
      'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
    const from = known.get(state.fromNode?.id ?? '')
    const to = known.get(state.toNode?.id ?? nodeIdAt(clientX, clientY) ?? '')
    const pairing = from === undefined || to === undefined ? null : pairingOf(from, to)
    if (pairing !== null) onConnect(pairing, clientX, clientY)
  }

  return (
    <ReactFlow<FlowNode, FlowEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onInit={view.onInit}
      onMoveStart={view.onMoved}
      onNodeClick={(_, node) => onPick(node.id)}
      onEdgeClick={(_, edge) => onPick(edge.id)}
      onPaneClick={() => onPick(null)}
      onNodeDoubleClick={(event, node) => onRename(node.id, event)}
      onEdgeDoubleClick={(event, edge) => onRename(edge.id, event)}
      isValidConnection={canConnect}
      onConnectEnd={onConnectEnd}
      connectionMode={ConnectionMode.Loose}
      connectionRadius={24}
      connectOnClick={false}
      nodesConnectable={!inert}
      nodesDraggable={false}
      elementsSelectable={false}
      zIndexMode="manual"
      // Keys belong to the pane, which knows where the focus is; React Flow would take them from the whole page.
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      zoomOnDoubleClick={false}
      panOnScroll
      minZoom={SMALLEST}
      maxZoom={2}
      ariaLabelConfig={ARIA_LABELS}
      attributionPosition="bottom-right"
      className={styles.flow ?? ''}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1} className={styles.dots ?? ''} />
      {nodes.length < WORTH_A_MAP ? null : (
        <MiniMap<FlowNode>
          pannable
          zoomable
          position="bottom-right"
          style={MAP_SIZE}
          className={styles.map ?? ''}
          nodeColor={({ data: { node } }) =>
            node.kind === 'workload' || node.kind === 'pod' ? 'var(--surface-3)' : LOOKS[node.concept].ink
          }
          nodeBorderRadius={12}
        />
      )}
    </ReactFlow>
  )
}

/** The card under a point of the screen. Frames do not count: they are behind everything. */
function nodeIdAt(x: number, y: number): string | null {
  const card = document
    .elementsFromPoint(x, y)
    .map((element) => element.closest('.react-flow__node'))
    .find(
      (element) => element !== null && !element.matches('.react-flow__node-pod, .react-flow__node-workload'),
    )
  return card?.getAttribute('data-id') ?? null
}
