import { originAt } from '../../../core/simulator/history/designPlace'
import { fileMovement, requestMovement, type Movement } from '../../../core/simulator/history/movement'
import type { DiagramEdge, DiagramNode } from '../../../core/diagram/node'
import type { Json } from '../../../core/kubernetes/json'
import { field, textOf } from '../../../core/kubernetes/shape'
import { shownMoment, type Run } from '../../../store/run'
import type { Drawing } from '../drawing'

/** What went along a line, and whether it went from the line's source to its target. */
export interface EdgeMovement extends Movement {
  readonly isForth: boolean
}

/** Takes the run, the documents and their picture, and one of its lines; gives what went along it last, up to the moment that is shown, or null. */
export function edgeMovement(
  run: Run,
  documents: readonly Json[],
  drawing: Drawing,
  edge: DiagramEdge,
): EdgeMovement | null {
  const { history } = run
  const [source, target] = [drawing.nodes.get(edge.source), drawing.nodes.get(edge.target)]
  if (history === null || source === undefined || target === undefined) return null
  const moment = shownMoment(run)
  const container = nodeOfKind('container', source, target)
  const volume = nodeOfKind('volume', source, target)
  if (container !== null && volume !== null) {
    const origin = originAt(documents, container.path)
    if (origin === null) return null
    const movement = fileMovement(history, moment, origin, container.label, volume.label)
    return movement && { ...movement, isForth: (movement.way === 'write') === (source.kind === 'container') }
  }
  const service = nodeOfKind('service', source, target)
  if (service === null) return null
  const namespace =
    textOf(field(field(documents[Number(service.path[0])], 'metadata'), 'namespace')) || 'default'
  const movement = requestMovement(history, moment, namespace, service.label, container?.label ?? null)
  return movement && { ...movement, isForth: source.kind === 'service' }
}

function nodeOfKind(kind: DiagramNode['kind'], ...nodes: readonly DiagramNode[]): DiagramNode | null {
  return nodes.find((node) => node.kind === kind) ?? null
}
