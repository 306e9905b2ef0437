import type { DiagramNode } from '../../../core/diagram/node'
import { containerPathOf } from '../../../core/kubernetes/containers'
import type { Json } from '../../../core/kubernetes/json'
import { isWithin, samePath, type Path } from '../../../core/kubernetes/path'
import { workloadAt } from '../../../core/kubernetes/workloadKinds'
import type { Diagnostic } from '../../../core/rules/verdict'

/** Takes what is said, the documents and a thing on the diagram; gives what is said of that thing, and of none inside it. */
export function problemsOf(
  shown: readonly Diagnostic[],
  documents: readonly Json[],
  node: DiagramNode,
): readonly Diagnostic[] {
  const isBarePod = node.kind === 'pod' && node.workload === null
  return shown.filter(({ path, level }) => {
    if (level === 'info' || path[0] !== node.path[0]) return false
    const owner = ownerOf(documents, path)
    // A Pod that no workload makes is one frame for all that is not inside it.
    return samePath(owner, node.path) || (isBarePod && (owner.length === 1 || isPodSpec(documents, owner)))
  })
}

/** The innermost thing a path lies in: a container, a volume, a pod, an object. */
function ownerOf(documents: readonly Json[], path: Path): Path {
  const workload = workloadAt(documents, path)
  if (workload === null || !isWithin(path, workload.podSpec)) return path.slice(0, 1)
  const container = containerPathOf(path)
  if (container !== null) return container
  const [list, index] = path.slice(workload.podSpec.length)
  return list === 'volumes' && typeof index === 'number'
    ? [...workload.podSpec, list, index]
    : workload.podSpec
}

function isPodSpec(documents: readonly Json[], path: Path): boolean {
  return samePath(workloadAt(documents, path)?.podSpec ?? null, path)
}
