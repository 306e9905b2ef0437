import type { Change } from '../change'
import { isObject, type Json } from '../json'
import { convert, type Conversion } from '../kindChange/convert'
import { objectsIn } from '../objects'
import { samePath, valueAt, type Path } from '../path'
import { scaledWorkload } from '../scaling'
import { workloadAt } from '../workloadKinds'

/**
 * Takes the path of a workload and a workload kind; makes it one of that kind: metadata and pod template stay, fields
 * that both kinds have come along, what the new kind can't do without is added. Autoscalers that scale it follow.
 * Selects it. What can't come along, and what changes in the pods, is told by `notesOfKindChange`.
 */
export function changeKind(path: Path, kind: string): Change {
  return (documents) => {
    const conversion = convert(documents, path, kind)
    const index = path[0]
    if (conversion === null || typeof index !== 'number') return undefined
    const scalers = objectsIn(documents).filter(
      (object) =>
        object.kind === 'HorizontalPodAutoscaler' &&
        samePath(scaledWorkload(documents, object.path)?.path ?? null, [index]),
    )
    documents[index] = conversion.document
    const row = workloadAt(documents, [index])?.row
    for (const scaler of scalers) {
      const target = valueAt(documents, [...scaler.path, 'spec', 'scaleTargetRef'])
      if (!isObject(target) || row === undefined || row.replicas === null) continue
      target['kind'] = row.kind
      if (target['apiVersion'] !== undefined) target['apiVersion'] = row.apiVersion
    }
    return [index]
  }
}

/** What whoever changes a workload's kind is to know before. */
export type KindChangeNotes = Pick<Conversion, 'lost' | 'changed'>

/** Takes the documents, the path of a workload and a workload kind; gives the fields that can't come along when it becomes one of that kind, and those of its pods that change. */
export function notesOfKindChange(documents: readonly Json[], path: Path, kind: string): KindChangeNotes {
  return convert(documents, path, kind) ?? { lost: [], changed: [] }
}
