import { ensureObject } from '../edits/ensure'
import { setKey } from '../edits/mapping'
import { isObject, type Json, type JsonObject } from '../json'
import { FIRST_SCHEDULE } from '../objectKinds/workloadObjects'
import { valueAt, type Path } from '../path'
import { servicesIn } from '../services'
import { field, labelsOf, textOf } from '../shape'
import type { WorkloadKind } from '../workloadKinds'
import type { FieldNote } from './fieldNote'

/**
 * Takes a document changed to the row's kind, the documents it was among and its path there; adds what the kind can't
 * do without: the selector and the labels it asks for, the Service of a StatefulSet, the schedule of a CronJob. Gives
 * what that changes in the pods.
 */
export function addRequired(
  document: JsonObject,
  row: WorkloadKind,
  documents: readonly Json[],
  path: Path,
): readonly FieldNote[] {
  const draft = [document]
  const spec = document['spec']
  if (!isObject(spec)) return []
  const changed = row.selector === null ? [] : addSelector(draft, row, row.selector)
  if (row.kind === 'StatefulSet' && textOf(spec['serviceName']) === '') {
    setKey(spec, [0, 'spec'], 'serviceName', serviceNameFor(document, documents, path))
  }
  if (row.kind === 'CronJob' && textOf(spec['schedule']) === '') {
    setKey(spec, [0, 'spec'], 'schedule', FIRST_SCHEDULE)
  }
  return changed
}

function addSelector(draft: Json[], row: WorkloadKind, selector: Path): readonly FieldNote[] {
  const holder = [0, ...selector.slice(0, -1)]
  if (isObject(valueAt(draft, holder))) return []
  const labelsPath = [0, ...row.podMetadata, 'labels']
  const labels = ensureObject(draft, labelsPath)
  if (labels === null) return []
  const changed: FieldNote[] = []
  if (Object.keys(labelsOf(labels)).length === 0) {
    const app = textOf(valueAt(draft, [0, 'metadata', 'name'])) || 'app'
    setKey(labels, labelsPath, 'app', app)
    changed.push({
      path: labelsPath.slice(1),
      why: `Gets app: ${app}, by which the ${row.kind} knows its pods.`,
    })
  }
  const target = ensureObject(draft, [0, ...selector])
  if (target !== null) Object.assign(target, labelsOf(labels))
  return changed
}

/** The Service that selects the pods, one without an address of its own first (StatefulSetSpec.serviceName); else one to be made, of the same name. */
function serviceNameFor(document: JsonObject, documents: readonly Json[], path: Path): string {
  const fronts = servicesIn(documents).filter(({ selects }) => selects.some((each) => each[0] === path[0]))
  const front = fronts.find(({ type }) => type?.id === 'headless') ?? fronts[0]
  return front?.name || textOf(field(document['metadata'], 'name'))
}
