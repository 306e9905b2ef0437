import type { Box } from './card'
import { blocksOf, isInner } from './blocks'
import { layoutGroup, type GroupLayout } from './groupLayout'
import { arrange } from './arrange'
import { groupsOf } from './groups'
import { keepById } from './keep'
import type { Diagram, DiagramEdge, DiagramNode } from './node'
import type { Caption } from './podLayout'
import { sameShape } from './sameShape'
import { linePath, type LineLabel, type Point } from './route'

/** Where a node is drawn. Frames carry the captions of their lanes, relative to their own corner. */
export interface Place extends Box {
  readonly id: string
  readonly captions: readonly Caption[]
}

/** The way of an edge: an SVG path, the text on it, and the two ends. */
export interface Route {
  readonly id: string
  readonly d: string
  readonly label: LineLabel | null
  readonly start: Point
  readonly end: Point
}

/** Where everything of a diagram is drawn. Places stand in the order of the diagram's nodes, routes in that of its edges. */
export interface Layout {
  /** What it is the layout of. */
  readonly diagram: Diagram
  readonly width: number
  readonly height: number
  readonly places: readonly Place[]
  readonly routes: readonly Route[]
}

/**
 * Takes a diagram and, where there is one, the layout made last; gives a place for every node and a way for every edge.
 * A pure function of the diagram: the same diagram, the same places. Things that belong together stand together,
 * groups beside and below each other, and what stands alone after them. What stays where it was is the same object.
 */
export function layout(diagram: Diagram, previous?: Layout): Layout {
  if (previous !== undefined && sameShape(diagram, previous.diagram)) {
    return previous.diagram === diagram ? previous : { ...previous, diagram }
  }
  const nodes = new Map(diagram.nodes.map((node) => [node.id, node]))
  const groups = groupsOf(
    diagram.nodes.map((node) => node.id),
    [
      ...diagram.edges.map((edge) => [edge.source, edge.target] as const),
      ...diagram.nodes.flatMap(belongings),
    ],
  ).map((ids) => ids.flatMap((id) => nodes.get(id) ?? []))
  const edgesOf = edgesByGroup(diagram.edges, groups)
  const together = groups.filter((group) => group.length > 1 || group.some((node) => node.kind === 'pod'))
  const alone = groups.filter((group) => !together.includes(group)).flat()
  const laid = together.map((group) => {
    const edges = edgesOf.get(group) ?? []
    return layoutGroup(
      blocksOf(group, edges),
      edges.filter((edge) => !isInner(edge)),
    )
  })
  const table = arrange(laid, alone)
  const places = new Map<string, Place>()
  const routes = new Map<string, Route>()
  for (const group of table.groups) {
    for (const place of group.places) places.set(place.id, { ...place, captions: captionsOf(place, group) })
    for (const line of group.lines) {
      const start = line.points[0] ?? [0, 0]
      const end = line.points.at(-1) ?? start
      routes.set(line.id, { id: line.id, d: linePath(line), label: line.label, start, end })
    }
  }
  return {
    diagram,
    width: table.width,
    height: table.height,
    places: keepById(
      previous?.places,
      diagram.nodes.flatMap((node) => places.get(node.id) ?? []),
    ),
    routes: keepById(
      previous?.routes,
      diagram.edges.flatMap((edge) => routes.get(edge.id) ?? []),
    ),
  }
}

/** What a node belongs to without a line: a card to its pod, a pod to its frame, a pod's own facts to it. */
function belongings(node: DiagramNode): readonly (readonly [string, string])[] {
  if (node.kind === 'container' || node.kind === 'volume') return [[node.id, node.pod]]
  if (node.kind === 'pod') return node.workload === null ? [] : [[node.id, node.workload]]
  return node.kind === 'object' && node.pod !== null ? [[node.id, node.pod]] : []
}

function edgesByGroup(
  edges: readonly DiagramEdge[],
  groups: readonly (readonly DiagramNode[])[],
): ReadonlyMap<readonly DiagramNode[], readonly DiagramEdge[]> {
  const groupOf = new Map(groups.flatMap((group) => group.map((node) => [node.id, group] as const)))
  const map = new Map<readonly DiagramNode[], DiagramEdge[]>()
  for (const edge of edges) {
    const group = groupOf.get(edge.source)
    if (group === undefined) continue
    const list = map.get(group)
    if (list === undefined) map.set(group, [edge])
    else list.push(edge)
  }
  return map
}

function captionsOf({ id, x, y }: Box & { readonly id: string }, group: GroupLayout): readonly Caption[] {
  return (group.captions.get(id) ?? []).map((caption) => ({ ...caption, x: caption.x - x, y: caption.y - y }))
}
