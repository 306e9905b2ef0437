import type { Json } from '../kubernetes/json'
import { servicesIn } from '../kubernetes/services'
import { workloadsIn } from '../kubernetes/workloadKinds'
import { keepById } from './keep'
import type { Diagram, DiagramEdge, DiagramNode } from './node'
import { objectEdges } from './objectEdges'
import { outsideOf } from './outside'
import { podParts } from './podParts'
import { serviceParts } from './serviceParts'
import { downwardNode, podUses } from './podUses'

/**
 * Takes the documents and, where there is one, the diagram drawn last; gives the diagram: every workload with its
 * pod, containers and volumes, every Service, every thing the pods use, every other object, and the lines between.
 * Never throws, whatever the documents are. What says the same as last time is the same object as last time.
 */
export function diagram(documents: readonly Json[], previous?: Diagram): Diagram {
  const workloads = workloadsIn(documents).map((workload) => podParts(documents, workload))
  const services = servicesIn(documents).map((service) => serviceParts(service, workloads))
  const outside = outsideOf(documents)
  // One pod on the table: its downward API is always there to connect to. With several it would only be noise.
  const [only, ...more] = workloads
  if (only !== undefined && more.length === 0 && only.containers.length > 0)
    outside.add(downwardNode(documents, only))
  const uses = workloads.flatMap((parts) => podUses(documents, parts, outside))
  const serviceNodes = services.map((parts) => parts.node)
  const objects = outside.nodes()
  const nodes: DiagramNode[] = [
    ...serviceNodes,
    ...workloads.flatMap(({ frame, pod, containers, volumes }) => [
      ...(frame === null ? [] : [frame]),
      pod,
      ...containers.map((parts) => parts.node),
      ...volumes.map((parts) => parts.node),
    ]),
    ...objects,
  ]
  const edges: DiagramEdge[] = [
    ...services.flatMap((parts) => parts.edges),
    ...workloads.flatMap((parts) => parts.mounts),
    ...uses,
    ...objectEdges({ documents, workloads, services: serviceNodes, outside }, objects),
  ]
  const kept = { nodes: keepById(previous?.nodes, nodes), edges: keepById(previous?.edges, edges) }
  return previous !== undefined && kept.nodes === previous.nodes && kept.edges === previous.edges
    ? previous
    : kept
}
