import { field, stringsOf, textOf } from '../../../kubernetes/shape'
import { valueAt, type Path } from '../../../kubernetes/path'
import type { Design } from './design'
import type { Pod } from './pod'

/** A volume of a pod whose storage only one node, or only one pod, can have at a time. */
interface SingleClaim {
  readonly path: Path
  readonly claim: string
  readonly mode: string
}

const SEVERAL_NODES: ReadonlySet<string> = new Set(['ReadWriteMany', 'ReadOnlyMany'])

/** Takes a design and a pod; gives its volumes of claims in the design that no two nodes can share. */
export function singleClaimsOf(design: Design, { volumes, workload }: Pod): readonly SingleClaim[] {
  return volumes.flatMap(({ path, value, sourceId }): SingleClaim[] => {
    if (sourceId !== 'persistentVolumeClaim') return []
    const name = textOf(field(value, 'claimName'))
    const claim = design.named('PersistentVolumeClaim', name, workload.namespace)
    if (claim === null) return []
    const modes = stringsOf(valueAt(design.documents, [...claim.path, 'spec', 'accessModes']))
    const [mode] = modes
    return mode === undefined || modes.some((each) => SEVERAL_NODES.has(each))
      ? []
      : [{ path, claim: name, mode }]
  })
}
