import { diagram } from '../../core/diagram/diagram'
import { layout, type Layout, type Place, type Route } from '../../core/diagram/layout'
import type { Diagram, DiagramEdge, DiagramNode } from '../../core/diagram/node'
import type { Json } from '../../core/kubernetes/json'

/** A manifest as a picture, with everything found by its id. */
export interface Drawing {
  readonly diagram: Diagram
  readonly layout: Layout
  readonly nodes: ReadonlyMap<string, DiagramNode>
  readonly edges: ReadonlyMap<string, DiagramEdge>
  readonly places: ReadonlyMap<string, Place>
  readonly routes: ReadonlyMap<string, Route>
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]))
}

function draw(documents: readonly Json[], previous: Drawing | null): Drawing {
  const drawn = diagram(documents, previous?.diagram)
  const laid = layout(drawn, previous?.layout)
  if (previous !== null && previous.diagram === drawn && previous.layout === laid) return previous
  const same = previous?.layout
  return {
    diagram: drawn,
    layout: laid,
    nodes: byId(drawn.nodes),
    edges: previous?.diagram.edges === drawn.edges ? previous.edges : byId(drawn.edges),
    places: previous !== null && same?.places === laid.places ? previous.places : byId(laid.places),
    routes: previous !== null && same?.routes === laid.routes ? previous.routes : byId(laid.routes),
  }
}

let last: { readonly documents: readonly Json[]; readonly drawing: Drawing } | null = null

/** Takes the documents; gives their picture. What did not change since the last one is the same object, so views of it stay as they are. */
export function drawingOf(documents: readonly Json[]): Drawing {
  if (last?.documents !== documents) {
    last = { documents, drawing: draw(documents, last?.drawing ?? null) }
  }
  return last.drawing
}
