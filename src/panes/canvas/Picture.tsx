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
import { memo, useCallback, useMemo, type MouseEvent } from 'react'
import { useDesigner } from '../../store/designer'
import type { Spot } from './asks/ask'
import styles from './Canvas.module.css'
import { ContainerCard } from './cards/ContainerCard'
import { PodFrame, WorkloadFrame } from './cards/Frames'
import { ObjectCard } from './cards/ObjectCard'
import { ServiceCard } from './cards/ServiceCard'
import { VolumeCard } from './cards/VolumeCard'
import { drawingOf, type Drawing } from './drawing'
import { flowEdges, flowNodes, type FlowEdge, type FlowNode } from './flow'
import { LOOKS } from './looks'
import { pairingOf, type Pairing } from './pairing'
import { spotAt } from './spots'
import { SMALLEST, WORTH_A_MAP, type ViewControl } from './useView'
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
  'Press Enter to select, the arrow keys to go to a neighbour, C to connect, F2 to rename, Alt with an arrow to move a container in its list, Delete to remove.'

/** React Flow speaks of moving nodes about; here places follow from the manifest. */
const ARIA_LABELS = {
  'node.a11yDescription.default': HOW_TO,
  'node.a11yDescription.keyboardDisabled': HOW_TO,
  'node.a11yDescription.ariaLiveMessage': () => '',
  'edge.a11yDescription.default': 'Press Enter to select, F2 to change a mount path, Delete to remove.',
  'minimap.ariaLabel': 'Map of the whole picture',
} as const

const MAP_SIZE = { width: 132, height: 96 }

/** What a {@link Picture} takes. Its functions stay the same from one manifest to the next, or all of it would be drawn anew. */
export interface PictureProps {
  readonly drawing: Drawing
  readonly highlight: string | null
  readonly inert: boolean
  readonly onInit: ViewControl['onInit']
  readonly onMoved: ViewControl['onMoved']
  readonly onPick: (id: string | null) => void
  readonly onRename: (id: string, at: Spot) => void
  /** Called with what a line somebody has drawn would make, and where it ended. */
  readonly onConnect: (pairing: Pairing, at: Spot) => void
}

/** The diagram. Where things are follows from the manifest; it can be looked around, picked and connected. */
export const Picture = memo(function Picture(props: PictureProps) {
  const { drawing, highlight, inert, onInit, onMoved, onPick, onRename, onConnect } = props
  const nodes = useMemo(() => flowNodes(drawing, highlight), [drawing, highlight])
  const edges = useMemo(() => flowEdges(drawing, highlight), [drawing, highlight])
  const pick = useCallback((_: unknown, { id }: { readonly id: string }) => onPick(id), [onPick])
  const pickNothing = useCallback(() => onPick(null), [onPick])
  const rename = useCallback(
    (event: MouseEvent, { id }: { readonly id: string }) =>
      onRename(id, spotAt(event.clientX, event.clientY, event.currentTarget)),
    [onRename],
  )
  const connect = useCallback<OnConnectEnd>(
    (event, { fromNode, toNode }) => {
      const touch = 'changedTouches' in event ? event.changedTouches[0] : event
      if (touch === undefined || fromNode === null) return
      const { clientX: x, clientY: y, target } = touch
      const ends = [...(toNode === null ? [] : [toNode.id]), ...nodeIdsAt(x, y)]
      const pairing = ends.reduce<Pairing | null>(
        (found, end) => found ?? pairingBetween(fromNode.id, end),
        null,
      )
      const pane = target instanceof Element ? target : null
      if (pairing !== null) onConnect(pairing, spotAt(x, y, pane))
    },
    [onConnect],
  )
  return (
    <ReactFlow<FlowNode, FlowEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onInit={onInit}
      onMoveStart={onMoved}
      onNodeClick={pick}
      onEdgeClick={pick}
      onPaneClick={pickNothing}
      onNodeDoubleClick={rename}
      onEdgeDoubleClick={rename}
      isValidConnection={canConnect}
      onConnectEnd={connect}
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
          nodeColor={colourOnMap}
          nodeBorderRadius={12}
        />
      )}
    </ReactFlow>
  )
})

/** What a line between two nodes would make, as the manifest is now. */
function pairingBetween(from: string, to: string): Pairing | null {
  const { nodes } = drawingOf(useDesigner.getState().manifest)
  const [a, b] = [nodes.get(from), nodes.get(to)]
  return a === undefined || b === undefined ? null : pairingOf(a, b)
}

function canConnect({ source, target }: Connection | FlowEdge): boolean {
  return pairingBetween(source, target) !== null
}

function colourOnMap({ data: { node } }: FlowNode): string {
  return node.kind === 'workload' || node.kind === 'pod' ? 'var(--surface-3)' : LOOKS[node.concept].ink
}

/** What lies under a point of the screen, the frontmost first: cards, then the frames behind them. */
function nodeIdsAt(x: number, y: number): readonly string[] {
  return document.elementsFromPoint(x, y).flatMap((element) => {
    const id = element.closest('.react-flow__node')?.getAttribute('data-id') ?? null
    return id === null ? [] : [id]
  })
}
