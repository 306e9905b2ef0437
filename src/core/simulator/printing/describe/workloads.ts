import { canonicalQuantity } from '../../../kubernetes/canonicalQuantity'
import type { Json } from '../../../kubernetes/json'
import { selectorMatches, requirementsOf } from '../../../kubernetes/selectors'
import { field, itemsOf, labelsOf, numberOf, textOf, wordOf } from '../../../kubernetes/shape'
import { REVISION } from '../../controllers/deployment/annotations'
import { countAt, inside, labelCell, nameOf, selectorCell } from '../cells'
import { humanDuration } from '../humanDuration'
import type { Around, Describe } from './around'
import { countOrUnset } from './containers'
import { Description, goTexts, longTime } from './description'
import { describeEvents } from './events'
import { controllerOf, describeMarks, describeName, entriesOf } from './metadata'
import { describePodTemplate } from './podTemplate'

/*
 * How `kubectl describe` tells of workloads (describeDeployment, describeReplicaSet, describeStatefulSet, describeDaemonSet,
 * describeJob, describeCronJob).
 */

/** A selector as labels.Selector prints it: expressions too, by the alphabet. */
function selectorText(selector: Json | undefined): string {
  const words: Readonly<Record<string, (key: string, values: string) => string>> = {
    In: (key, values) => `${key} in (${values})`,
    NotIn: (key, values) => `${key} notin (${values})`,
    Exists: (key) => key,
    DoesNotExist: (key) => `!${key}`,
  }
  return [
    ...Object.entries(labelsOf(field(selector, 'matchLabels'))).map(([key, value]) => `${key}=${value}`),
    ...requirementsOf({ matchExpressions: itemsOf(field(selector, 'matchExpressions')).slice() }).map(
      ({ key, operator, values }) => words[operator]?.(key, values.join(',')) ?? '',
    ),
  ]
    .toSorted()
    .join(',')
}

function ownedBy(object: Json, others: readonly Json[]): readonly Json[] {
  const uid = textOf(inside(object, 'metadata', 'uid'))
  return others.filter((other) =>
    itemsOf(inside(other, 'metadata', 'ownerReferences')).some((owner) => field(owner, 'uid') === uid),
  )
}

/** getPodStatusForController: the pods it selects and owns, by their phases. */
function podsStatus(object: Json, { pods }: Around): string {
  const selector = inside(object, 'spec', 'selector')
  const own = ownedBy(object, pods).filter((pod) =>
    selectorMatches(selector, labelsOf(inside(pod, 'metadata', 'labels'))),
  )
  const count = (phase: string) => own.filter((pod) => inside(pod, 'status', 'phase') === phase).length
  return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`
}

function describeConditions(to: Description, object: Json): void {
  const conditions = itemsOf(inside(object, 'status', 'conditions'))
  if (conditions.length === 0) return
  to.line(0, 'Conditions:\n  Type\tStatus\tReason')
  to.line(1, '----\t------\t------')
  for (const condition of conditions) {
    const [type, status, reason] = ['type', 'status', 'reason'].map((key) => textOf(field(condition, key)))
    to.line(1, `${type ?? ''} \t${status ?? ''}\t${reason ?? ''}`)
  }
}

function setsText(sets: readonly Json[]): string {
  const texts = sets.map((set) => {
    const [made, wanted] = [countAt(set, 'status', 'replicas'), countAt(set, 'spec', 'replicas')]
    return `${nameOf(set)} (${made}/${wanted} replicas created)`
  })
  return texts.length === 0 ? '<none>' : texts.join(', ')
}

function revisionOf(object: Json): string {
  return textOf(inside(object, 'metadata', 'annotations', REVISION))
}

const describeDeployment: Describe = (object, around) => {
  const to = new Description()
  const status = field(object, 'status')
  const spec = field(object, 'spec')
  describeName(to, object)
  to.line(0, `CreationTimestamp:\t${longTime(inside(object, 'metadata', 'creationTimestamp'))}`)
  describeMarks(to, object)
  to.line(0, `Selector:\t${selectorText(field(spec, 'selector'))}`)
  const counts = [
    `${countAt(object, 'spec', 'replicas')} desired`,
    `${countAt(object, 'status', 'updatedReplicas')} updated`,
    `${countAt(object, 'status', 'replicas')} total`,
    `${countAt(object, 'status', 'availableReplicas')} available`,
    `${numberOf(field(status, 'unavailableReplicas')) ?? 0} unavailable`,
  ]
  to.line(0, `Replicas:\t${counts.join(' | ')}`)
  to.line(0, `StrategyType:\t${textOf(inside(spec, 'strategy', 'type'))}`)
  to.line(0, `MinReadySeconds:\t${countAt(object, 'spec', 'minReadySeconds')}`)
  const rolling = inside(spec, 'strategy', 'rollingUpdate')
  if (rolling !== undefined) {
    const [unavailable, surge] = [
      wordOf(field(rolling, 'maxUnavailable')),
      wordOf(field(rolling, 'maxSurge')),
    ]
    to.line(0, `RollingUpdateStrategy:\t${unavailable} max unavailable, ${surge} max surge`)
  }
  describePodTemplate(to, field(spec, 'template'))
  describeConditions(to, object)
  const sets = ownedBy(object, around.replicaSets)
  if (sets.length > 0) {
    const isNew = (set: Json) => revisionOf(set) === revisionOf(object)
    to.line(0, `OldReplicaSets:\t${setsText(sets.filter((set) => !isNew(set)))}`)
    to.line(0, `NewReplicaSet:\t${setsText(sets.filter((set) => isNew(set)))}`)
  }
  describeEvents(to, around.events, around.now)
  return to.written()
}

const describeReplicaSet: Describe = (object, around) => {
  const to = new Description()
  describeName(to, object)
  to.line(0, `Selector:\t${selectorCell(inside(object, 'spec', 'selector'))}`)
  describeMarks(to, object)
  describeController(to, object)
  const [current, desired] = [countAt(object, 'status', 'replicas'), countAt(object, 'spec', 'replicas')]
  to.line(0, `Replicas:\t${current} current / ${desired} desired`)
  to.line(0, `Pods Status:\t${podsStatus(object, around)}`)
  describePodTemplate(to, inside(object, 'spec', 'template'))
  describeConditions(to, object)
  describeEvents(to, around.events, around.now)
  return to.written()
}

function describeController(to: Description, object: Json): void {
  const controller = controllerOf(object)
  if (controller !== '') to.line(0, `Controlled By:\t${controller}`)
}

const describeStatefulSet: Describe = (object, around) => {
  const to = new Description()
  const spec = field(object, 'spec')
  describeName(to, object)
  to.line(0, `CreationTimestamp:\t${longTime(inside(object, 'metadata', 'creationTimestamp'))}`)
  to.line(0, `Selector:\t${selectorText(field(spec, 'selector'))}`)
  describeMarks(to, object)
  const [desired, total] = [countAt(object, 'spec', 'replicas'), countAt(object, 'status', 'replicas')]
  to.line(0, `Replicas:\t${desired} desired | ${total} total`)
  to.line(0, `Update Strategy:\t${textOf(inside(spec, 'updateStrategy', 'type'))}`)
  const partition = numberOf(inside(spec, 'updateStrategy', 'rollingUpdate', 'partition'))
  if (partition !== null) to.line(1, `Partition:\t${partition}`)
  to.line(0, `Pods Status:\t${podsStatus(object, around)}`)
  describePodTemplate(to, field(spec, 'template'))
  describeClaimTemplates(to, itemsOf(field(spec, 'volumeClaimTemplates')))
  describeEvents(to, around.events, around.now)
  return to.written()
}

function describeClaimTemplates(to: Description, claims: readonly Json[]): void {
  to.line(0, claims.length === 0 ? 'Volume Claims:\t<none>' : 'Volume Claims:')
  for (const claim of claims) {
    to.line(1, `Name:\t${nameOf(claim)}`)
    to.line(1, `StorageClass:\t${textOf(inside(claim, 'spec', 'storageClassName'))}`)
    for (const [title, key] of [
      ['Labels', 'labels'],
      ['Annotations', 'annotations'],
    ] as const) {
      const pairs = entriesOf(inside(claim, 'metadata', key)).map(
        ([name, value]) => `${name}=${wordOf(value)}`,
      )
      to.list(1, title, pairs)
    }
    const capacity = wordOf(inside(claim, 'spec', 'resources', 'requests', 'storage'))
    to.line(1, `Capacity:\t${canonicalQuantity(capacity) || '<default>'}`)
    to.line(
      1,
      `Access Modes:\t${goTexts(itemsOf(inside(claim, 'spec', 'accessModes')).map((mode) => textOf(mode)))}`,
    )
  }
}

/** What of a DaemonSet is counted, and by which name; the lines have no columns. */
const DAEMON_COUNTS = [
  ['Desired Number of Nodes Scheduled', 'desiredNumberScheduled'],
  ['Current Number of Nodes Scheduled', 'currentNumberScheduled'],
  ['Number of Nodes Scheduled with Up-to-date Pods', 'updatedNumberScheduled'],
  ['Number of Nodes Scheduled with Available Pods', 'numberAvailable'],
  ['Number of Nodes Misscheduled', 'numberMisscheduled'],
] as const

const describeDaemonSet: Describe = (object, around) => {
  const to = new Description()
  const spec = field(object, 'spec')
  describeName(to, object)
  to.line(0, `Selector:\t${selectorText(field(spec, 'selector'))}`)
  to.line(0, `Node-Selector:\t${labelCell(inside(spec, 'template', 'spec', 'nodeSelector'))}`)
  describeMarks(to, object)
  for (const [title, key] of DAEMON_COUNTS) to.line(0, `${title}: ${countAt(object, 'status', key)}`)
  to.line(0, `Pods Status:\t${podsStatus(object, around)}`)
  describePodTemplate(to, field(spec, 'template'))
  describeEvents(to, around.events, around.now)
  return to.written()
}

const describeJob: Describe = (object, around) => {
  const to = new Description()
  const spec = field(object, 'spec')
  const status = field(object, 'status')
  describeName(to, object)
  to.line(0, `Selector:\t${selectorText(field(spec, 'selector'))}`)
  describeMarks(to, object)
  describeController(to, object)
  describeJobLimits(to, spec)
  const [start, end] = [field(status, 'startTime'), field(status, 'completionTime')]
  if (textOf(start) !== '') to.line(0, `Start Time:\t${longTime(start)}`)
  if (textOf(end) !== '') to.line(0, `Completed At:\t${longTime(end)}`)
  if (textOf(start) !== '' && textOf(end) !== '')
    to.line(0, `Duration:\t${humanDuration((Date.parse(textOf(end)) - Date.parse(textOf(start))) / 1000)}`)
  const deadline = numberOf(field(spec, 'activeDeadlineSeconds'))
  if (deadline !== null) to.line(0, `Active Deadline Seconds:\t${deadline}s`)
  const ready = numberOf(field(status, 'ready'))
  const active = `${countAt(object, 'status', 'active')} Active${ready === null ? '' : ` (${ready} Ready)`}`
  const [succeeded, failed] = [countAt(object, 'status', 'succeeded'), countAt(object, 'status', 'failed')]
  to.line(0, `Pods Statuses:\t${active} / ${succeeded} Succeeded / ${failed} Failed`)
  if (field(spec, 'completionMode') === 'Indexed')
    to.line(0, `Completed Indexes:\t${textOf(field(status, 'completedIndexes')) || '<none>'}`)
  describePodTemplate(to, field(spec, 'template'))
  describeEvents(to, around.events, around.now)
  return to.written()
}

/** The lines of a Job that stand there only where they are said. */
const JOB_LINES = [
  ['Completion Mode', 'completionMode'],
  ['Suspend', 'suspend'],
  ['Backoff Limit', 'backoffLimit'],
  ['TTL Seconds After Finished', 'ttlSecondsAfterFinished'],
] as const

function describeJobLimits(to: Description, spec: Json | undefined): void {
  if (numberOf(field(spec, 'parallelism')) !== null)
    to.line(0, `Parallelism:\t${countOrUnset(field(spec, 'parallelism'))}`)
  to.line(0, `Completions:\t${countOrUnset(field(spec, 'completions'))}`)
  for (const [title, key] of JOB_LINES) {
    const value = wordOf(field(spec, key))
    if (value !== '') to.line(0, `${title}:\t${value}`)
  }
}

const describeCronJob: Describe = (object, around) => {
  const to = new Description()
  const spec = field(object, 'spec')
  const job = inside(spec, 'jobTemplate', 'spec')
  const suspend = field(spec, 'suspend')
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, `Schedule:\t${textOf(field(spec, 'schedule'))}`)
  to.line(0, `Concurrency Policy:\t${textOf(field(spec, 'concurrencyPolicy'))}`)
  to.line(0, `Suspend:\t${suspend === undefined ? '<unset>' : suspend === true ? 'True' : 'False'}`)
  to.line(0, `Successful Job History Limit:\t${countOrUnset(field(spec, 'successfulJobsHistoryLimit'))}`)
  to.line(0, `Failed Job History Limit:\t${countOrUnset(field(spec, 'failedJobsHistoryLimit'))}`)
  to.line(0, `Starting Deadline Seconds:\t${countOrUnset(field(spec, 'startingDeadlineSeconds'), 's')}`)
  to.line(
    0,
    `Selector:\t${field(job, 'selector') === undefined ? '<unset>' : selectorText(field(job, 'selector'))}`,
  )
  to.line(0, `Parallelism:\t${countOrUnset(field(job, 'parallelism'))}`)
  to.line(0, `Completions:\t${countOrUnset(field(job, 'completions'))}`)
  const deadline = numberOf(field(job, 'activeDeadlineSeconds'))
  if (deadline !== null) to.line(0, `Active Deadline Seconds:\t${deadline}s`)
  describePodTemplate(to, field(job, 'template'))
  const last = inside(object, 'status', 'lastScheduleTime')
  to.line(0, `Last Schedule Time:\t${textOf(last) === '' ? '<unset>' : longTime(last)}`)
  const active = itemsOf(inside(object, 'status', 'active')).map((each) => textOf(field(each, 'name')))
  to.line(0, `Active Jobs:\t${active.join(', ') || '<none>'}`)
  describeEvents(to, around.events, around.now)
  return to.written()
}

/** A row a kind of workload. */
export const WORKLOAD_DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  Deployment: describeDeployment,
  ReplicaSet: describeReplicaSet,
  StatefulSet: describeStatefulSet,
  DaemonSet: describeDaemonSet,
  Job: describeJob,
  CronJob: describeCronJob,
}
