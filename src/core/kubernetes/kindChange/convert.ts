import { ensureObject, place } from '../edits/ensure'
import type { Json, JsonObject } from '../json'
import type { Path } from '../path'
import { copyOf, field } from '../shape'
import { WORKLOAD_KINDS, workloadKindOf } from '../workloadKinds'
import { carryClaimTemplates } from './claimTemplates'
import { carryFields } from './controllerFields'
import type { FieldNote } from './fieldNote'
import { fitPod } from './fitPod'
import { isBarePod, podPartsOf } from './podParts'
import { addRequired } from './require'

/** A workload as one of another kind. */
export interface Conversion {
  readonly document: JsonObject
  /** What the new document lacks, by its path in the old one. */
  readonly lost: readonly FieldNote[]
  /** What changes in its pods, by its path in the new one. */
  readonly changed: readonly FieldNote[]
}

/** What is said of every object, whatever its kind; the spec is converted, the status is the server's. */
const CONVERTED: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status'])

/**
 * Takes the documents, the path of a workload and a workload kind; gives it as one of that kind, with all that fits:
 * metadata, pod template, what both kinds call the same; and what does not. Null where it is no workload, or is one of
 * that kind already. Changes nothing.
 */
export function convert(documents: readonly Json[], path: Path, kind: string): Conversion | null {
  const index = Number(path[0])
  const found = documents[index]
  const from = workloadKindOf(found)
  const to = WORKLOAD_KINDS.find((row) => row.kind === kind)
  if (found === undefined || from === null || to === undefined || from === to) return null
  const old = copyOf(found)
  const { metadata, template, ...podParts } = podPartsOf(old, from, isBarePod(to))
  const document: JsonObject = { apiVersion: to.apiVersion, kind: to.kind, metadata, spec: {} }
  const draft = [document]
  if (isBarePod(to)) document['spec'] = field(template, 'spec') ?? {}
  else {
    ensureObject(draft, [0, ...to.podSpec.slice(0, -2)])
    place(draft, [0, ...to.podSpec.slice(0, -1)], template)
    ensureObject(draft, [0, ...to.podSpec])
  }
  const lostOfSpec = carryFields(old, from, to, document)
  const claims = from.kind === 'StatefulSet' ? carryClaimTemplates(old, document, to.podSpec) : []
  const fitted = fitPod(document, from, to)
  const required = addRequired(document, to, documents, path)
  Object.assign(document, Object.fromEntries(otherKeys(old)))
  const inDocument = (note: FieldNote): FieldNote => ({ ...note, path: [index, ...note.path] })
  return {
    document,
    lost: [...podParts.lost, ...lostOfSpec, ...fitted.lost].map(inDocument),
    changed: [...podParts.changed, ...claims, ...fitted.changed, ...required].map(inDocument),
  }
}

function otherKeys(document: Json): readonly (readonly [string, Json])[] {
  if (document === null || typeof document !== 'object' || Array.isArray(document)) return []
  return Object.entries(document).filter(([key]) => !CONVERTED.has(key))
}
