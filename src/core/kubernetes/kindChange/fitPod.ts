import { isObject, type JsonObject } from '../json'
import { setKey } from '../edits/mapping'
import { valueAt } from '../path'
import { wordOf } from '../shape'
import type { WorkloadKind } from '../workloadKinds'
import type { LostField } from './lostField'

/** How pods of a kind may start their containers again; the first is the one to propose. */
const RESTARTS: Readonly<Record<string, readonly string[]>> = {
  Job: ['OnFailure', 'Never'],
  CronJob: ['OnFailure', 'Never'],
  Pod: ['Always', 'OnFailure', 'Never'],
}
const ALWAYS: readonly string[] = ['Always']

/**
 * Takes the document of a workload, changed to the row's kind, and the way to the pod spec it had; makes its pods such
 * as the kind takes them, and gives what they lose. Pods of a Job end, pods of apps/v1 start again and know no deadline
 * (ValidateJobSpec in pkg/apis/batch/validation, ValidatePodTemplateSpecForReplicaSet in pkg/apis/apps/validation).
 */
export function fitPod(document: JsonObject, from: WorkloadKind, to: WorkloadKind): readonly LostField[] {
  const spec = valueAt(document, to.podSpec)
  if (!isObject(spec)) return []
  const lost: LostField[] = []
  const [proposed, ...others] = RESTARTS[to.kind] ?? ALWAYS
  const written = spec['restartPolicy']
  const policy = written ?? 'Always'
  if (proposed !== policy && !others.some((each) => each === policy)) {
    const path = [...from.podSpec, 'restartPolicy']
    if (written !== undefined)
      lost.push({ path, why: `Pods of a ${to.kind} can't have ${wordOf(written) || 'that'} there.` })
    // Always goes without saying.
    if (proposed === undefined || proposed === 'Always') delete spec['restartPolicy']
    else setKey(spec, [0, ...to.podSpec], 'restartPolicy', proposed)
  }
  if (RESTARTS[to.kind] === undefined && spec['activeDeadlineSeconds'] !== undefined) {
    delete spec['activeDeadlineSeconds']
    const path = [...from.podSpec, 'activeDeadlineSeconds']
    lost.push({ path, why: `Pods of a ${to.kind} run without an end.` })
  }
  return lost
}
