import type { DiagramEdge, DiagramNode } from '../../core/diagram/node'
import type { Change } from '../../core/kubernetes/change'
import { containerPathOf } from '../../core/kubernetes/containers'
import { removeContainer } from '../../core/kubernetes/edits/containers'
import { removeEnv, removeEnvFrom } from '../../core/kubernetes/edits/env'
import { removeItem } from '../../core/kubernetes/edits/list'
import { removeDocument } from '../../core/kubernetes/edits/objects'
import { removePort } from '../../core/kubernetes/edits/ports'
import { removeServicePort } from '../../core/kubernetes/edits/services'
import { removeVolume, unmount } from '../../core/kubernetes/edits/volumes'
import type { Path } from '../../core/kubernetes/path'

/** How an item of each list goes, with all that refers to it. */
const REMOVALS: Readonly<Record<string, (path: Path) => Change>> = {
  containers: removeContainer,
  initContainers: removeContainer,
  volumes: removeVolume,
  volumeMounts: unmount,
  volumeDevices: removeItem,
  volumeClaimTemplates: removeItem,
  env: removeEnv,
  envFrom: removeEnvFrom,
  ports: (path) => (containerPathOf(path) === null ? removeServicePort(path) : removePort(path)),
  imagePullSecrets: removeItem,
}

/** Takes the path of an item of a list, or of a document; gives the edit that removes it, or null where it is no such thing. */
export function removalAt(path: Path): Change | null {
  if (path.length === 1) return removeDocument(path)
  const list = path.at(-2)
  if (typeof list !== 'string' || typeof path.at(-1) !== 'number' || !Object.hasOwn(REMOVALS, list))
    return null
  return REMOVALS[list]?.(path) ?? null
}

/** Takes a node; gives the edit that removes it, or null: a frame of a template and what others only refer to stay. */
export function nodeRemoval(node: DiagramNode): Change | null {
  if (node.kind === 'object' && (!node.declared || node.pod !== null)) return null
  if (node.kind === 'pod' && node.workload !== null) return null
  return removalAt(node.path)
}

/** Takes an edge; gives the edit that removes all that makes it, or null where it follows from something else. */
export function edgeRemoval({ kind, paths }: DiagramEdge): Change | null {
  if (kind === 'backing' || kind === 'reference' || kind === 'selector') return null
  const removals = paths.toReversed().map(removalAt)
  if (removals.some((removal) => removal === null)) return null
  return (documents) => {
    let selection: Path | undefined
    // From the last to the first, so that the places of the others hold.
    for (const removal of removals) selection = removal?.(documents)
    return selection
  }
}
