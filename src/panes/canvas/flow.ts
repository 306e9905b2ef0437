import type { Edge, Node } from '@xyflow/react'
import type { Place, Route } from '../../core/diagram/layout'
import type { DiagramEdge, DiagramNode } from '../../core/diagram/node'
import type { Drawing } from './drawing'
import { handlesOf } from './sides'

/** A node as React Flow takes it. */
export type FlowNode = Node<{ readonly node: DiagramNode; readonly place: Place }, DiagramNode['kind']>

/** An edge as React Flow takes it. `near`: it ends at what is highlighted. */
export type FlowEdge = Edge<
  { readonly edge: DiagramEdge; readonly route: Route; readonly near: boolean },
  'wire'
>

/** Lines lie over the frames and under the cards. */
const LEVELS: Readonly<Record<DiagramNode['kind'], number>> = {
  workload: 0,
  pod: 1,
  container: 4,
  volume: 4,
  service: 4,
  object: 4,
}

const madeNodes = new WeakMap<DiagramNode, FlowNode>()
const madeEdges = new WeakMap<DiagramEdge, FlowEdge>()

/** Takes the drawing and what is highlighted; gives the nodes. A node that says and stands the same is the same object as before. */
export function flowNodes({ diagram, places }: Drawing, highlight: string | null): FlowNode[] {
  return diagram.nodes.flatMap((node) => {
    const place = places.get(node.id)
    return place === undefined ? [] : [flowNode(node, place, node.id === highlight)]
  })
}

function flowNode(node: DiagramNode, place: Place, selected: boolean): FlowNode {
  const old = madeNodes.get(node)
  if (old?.data.place === place && old.selected === selected) return old
  const { width, height } = place
  const made: FlowNode = {
    id: node.id,
    type: node.kind,
    position: { x: place.x, y: place.y },
    width,
    height,
    // Known beforehand, so that nothing waits to be measured: nodes and lines stand in the same frame.
    measured: { width, height },
    handles: handlesOf(node, width, height),
    data: { node, place },
    selected,
    zIndex: LEVELS[node.kind],
    ariaLabel: node.title,
  }
  madeNodes.set(node, made)
  return made
}

/** Takes the drawing and what is highlighted; gives the edges, kept like the nodes. */
export function flowEdges({ diagram, routes }: Drawing, highlight: string | null): FlowEdge[] {
  return diagram.edges.flatMap((edge) => {
    const route = routes.get(edge.id)
    if (route === undefined) return []
    const near = edge.source === highlight || edge.target === highlight
    return [flowEdge(edge, route, edge.id === highlight, near)]
  })
}

function flowEdge(edge: DiagramEdge, route: Route, selected: boolean, near: boolean): FlowEdge {
  const old = madeEdges.get(edge)
  if (old?.data?.route === route && old.selected === selected && old.data.near === near) return old
  const made: FlowEdge = {
    id: edge.id,
    type: 'wire',
    source: edge.source,
    target: edge.target,
    data: { edge, route, near },
    selected,
    zIndex: selected || near ? 3 : 2,
    ariaLabel: edge.title,
  }
  madeEdges.set(edge, made)
  return made
}
