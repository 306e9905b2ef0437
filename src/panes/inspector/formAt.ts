import { containerPathOf } from '../../core/kubernetes/containers'
import { isObject, type Json } from '../../core/kubernetes/json'
import { isWithin, valueAt, type Path } from '../../core/kubernetes/path'
import { isService } from '../../core/kubernetes/services'
import { workloadKindOf } from '../../core/kubernetes/workloadKinds'

/** The forms the inspector has. */
export type FormId = 'workload' | 'pod' | 'container' | 'volume' | 'service' | 'object'

/** A form and the path of the thing it edits. */
export interface FormPlace {
  readonly id: FormId
  readonly path: Path
  /** Where the pod spec is, in the document of a workload. */
  readonly podSpec: Path | null
}

/**
 * Takes the documents and what is selected; gives the form of the nearest ancestor that has one. Nothing selected
 * gives the first object's form; null where there is no object at all.
 */
export function formAt(documents: readonly Json[], selected: Path | null): FormPlace | null {
  const index = documentIndex(documents, selected)
  if (index === null) return null
  const document = documents[index]
  const path: Path = selected !== null && selected[0] === index ? selected : [index]
  const row = workloadKindOf(document)
  if (row === null) return { id: isService(document) ? 'service' : 'object', path: [index], podSpec: null }
  const podSpec: Path = [index, ...row.podSpec]
  return { ...partAt(documents, path, podSpec), podSpec }
}

function partAt(documents: readonly Json[], path: Path, podSpec: Path): Pick<FormPlace, 'id' | 'path'> {
  if (!isWithin(path, podSpec)) return { id: 'workload', path: podSpec.slice(0, 1) }
  const container = containerPathOf(path)
  if (container !== null && isObject(valueAt(documents, container)))
    return { id: 'container', path: container }
  const [list, index] = path.slice(podSpec.length)
  if (list === 'volumes' && typeof index === 'number') {
    const volume = [...podSpec, list, index]
    if (isObject(valueAt(documents, volume))) return { id: 'volume', path: volume }
  }
  return { id: 'pod', path: podSpec }
}

function documentIndex(documents: readonly Json[], selected: Path | null): number | null {
  const index = selected?.[0]
  if (typeof index === 'number' && isObject(documents[index])) return index
  const first = documents.findIndex((document) => isObject(document))
  return first === -1 ? null : first
}
