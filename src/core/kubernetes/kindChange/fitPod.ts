import { isObject, type JsonObject } from '../json'
import { setKey } from '../edits/mapping'
import { valueAt } from '../path'
import { wordOf } from '../shape'
import type { WorkloadKind } from '../workloadKinds'
import type { FieldNote } from './fieldNote'

/** How pods of a kind may start their containers again; the first is the one to propose. */
const RESTARTS: Readonly<Record<string, readonly string[]>> = {
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
  Pod: ['Always', 'OnFailure', 'Never'],
}
const ALWAYS: readonly string[] = ['Always']

/**
 * Takes the document of a workload, changed to the row's kind, and the way to the pod spec it had; makes its pods such
 * as the kind takes them, and gives what they lose and what changes in them. Pods of a Job end, pods of apps/v1 start again and know no deadline
 * (ValidateJobSpec in pkg/apis/batch/validation, ValidatePodTemplateSpecForReplicaSet in pkg/apis/apps/validation).
 */
export function fitPod(
  document: JsonObject,
  from: WorkloadKind,
  to: WorkloadKind,
): { readonly lost: readonly FieldNote[]; readonly changed: readonly FieldNote[] } {
  const spec = valueAt(document, to.podSpec)
  const lost: FieldNote[] = []
  const changed: FieldNote[] = []
  if (!isObject(spec)) return { lost, changed }
  const [proposed, ...others] = RESTARTS[to.kind] ?? ALWAYS
  const written = spec['restartPolicy']
  const policy = written ?? 'Always'
  if (proposed !== policy && !others.some((each) => each === policy)) {
    const had = wordOf(policy) || 'that'
    // Always goes without saying.
    if (proposed === undefined || proposed === 'Always') {
      const path = [...from.podSpec, 'restartPolicy']
      lost.push({ path, why: `Pods of a ${to.kind} can't have ${had} there: they always start again.` })
      delete spec['restartPolicy']
    } else {
      const path = [...to.podSpec, 'restartPolicy']
      const before = written === undefined ? `${had}, its default` : had
      changed.push({
        path,
        why: `Becomes ${proposed}: pods of a ${to.kind} end, so they can't have ${before}.`,
      })
      setKey(spec, [0, ...to.podSpec], 'restartPolicy', proposed)
    }
  }
  if (RESTARTS[to.kind] === undefined && spec['activeDeadlineSeconds'] !== undefined) {
    delete spec['activeDeadlineSeconds']
    const path = [...from.podSpec, 'activeDeadlineSeconds']
    lost.push({ path, why: `Pods of a ${to.kind} run without an end.` })
  }
  return { lost, changed }
}
