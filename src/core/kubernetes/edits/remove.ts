import { isArray, isObject, type Json } from '../json'
import { valueAt, type Path } from '../path'

/**
 * What stays when it has become empty, because empty it means something else than absent, or because the server
 * refuses its absence no less: `containers: []`, an emptied `emptyDir: {}`, the sources of a projected volume.
 * Lists not named here go with their last item; mappings stay unless they are named below.
 */
const LISTS_THAT_STAY: ReadonlySet<string> = new Set(['containers', 'sources'])

/** Mappings that go with their last key: empty ones are refused (`valueFrom`) or say nothing. */
const MAPPINGS_THAT_GO: ReadonlySet<string> = new Set([
  'valueFrom',
  'labels',
  'annotations',
  'metadata',
  'nodeSelector',
  'overhead',
  'requests',
  'limits',
])

/** Takes the draft and a path; removes what is there, and the list or mapping around it where that must not be empty. */
export function removeAt(documents: Json[], path: Path): void {
  const step = path.at(-1)
  if (step === undefined) return
  const parentPath = path.slice(0, -1)
  if (parentPath.length === 0) {
    if (typeof step === 'number' && step in documents) documents.splice(step, 1)
    return
  }
  const parent = valueAt(documents, parentPath)
  const around = parentPath.at(-1)
  if (isArray(parent) && typeof step === 'number') {
    if (!(step in parent)) return
    parent.splice(step, 1)
    if (parent.length === 0 && typeof around === 'string' && !LISTS_THAT_STAY.has(around)) {
      removeAt(documents, parentPath)
    }
  } else if (isObject(parent) && typeof step === 'string' && Object.hasOwn(parent, step)) {
    delete parent[step]
    const empty = Object.keys(parent).length === 0
    if (empty && typeof around === 'string' && MAPPINGS_THAT_GO.has(around)) removeAt(documents, parentPath)
  }
}
