import type { Json } from '../../kubernetes/json'
import { field, itemsOf, numberOf, textOf } from '../../kubernetes/shape'
import { ageOf } from './ageOf'
import {
  containerCells,
  countAt,
  inside,
  nameOf,
  objectAge,
  selectorCell,
  type Cell,
  type Columns,
} from './cells'
import { humanDuration } from './humanDuration'

/*
 * The rows of workloads as kubectl prints them (pkg/printers/internalversion/printers.go).
 */

const CONTAINERS = ['CONTAINERS', 'IMAGES', 'SELECTOR']

function template(object: Json): readonly [string, string] {
  return containerCells(inside(object, 'spec', 'template', 'spec'))
}

function withSelector(object: Json): readonly Cell[] {
  return [...template(object), selectorCell(inside(object, 'spec', 'selector'))]
}

function readyOfWanted(object: Json): string {
  return `${countAt(object, 'status', 'readyReplicas')}/${countAt(object, 'spec', 'replicas')}`
}

/** What a Job is, by its conditions, first that applies; a deleted one ends where the rest begins. */
const JOB_ENDS = ['Complete', 'Failed']
const JOB_STATES = ['Suspended', 'FailureTarget', 'SuccessCriteriaMet']

function jobStatus(job: Json): string {
  const conditions = itemsOf(inside(job, 'status', 'conditions'))
  const holds = (type: string) =>
    conditions.some((each) => field(each, 'type') === type && field(each, 'status') === 'True')
  const end = JOB_ENDS.find((type) => holds(type))
  if (end !== undefined) return end
  if (textOf(inside(job, 'metadata', 'deletionTimestamp')) !== '') return 'Terminating'
  return JOB_STATES.find((type) => holds(type)) ?? 'Running'
}

function jobCompletions(job: Json): string {
  const succeeded = countAt(job, 'status', 'succeeded')
  const completions = numberOf(inside(job, 'spec', 'completions'))
  if (completions !== null) return `${succeeded}/${completions}`
  const parallelism = countAt(job, 'spec', 'parallelism')
  return parallelism > 1 ? `${succeeded}/1 of ${parallelism}` : `${succeeded}/1`
}

function jobDuration(job: Json, now: number): string {
  const start = Date.parse(textOf(inside(job, 'status', 'startTime')))
  if (Number.isNaN(start)) return ''
  const end = Date.parse(textOf(inside(job, 'status', 'completionTime')))
  return humanDuration(((Number.isNaN(end) ? now : end) - start) / 1000)
}

function nodeSelector(daemonSet: Json): string {
  const labels = inside(daemonSet, 'spec', 'template', 'spec', 'nodeSelector')
  return labels === undefined ? '<none>' : selectorCell({ matchLabels: labels })
}

/** A row a kind of workload. */
export const WORKLOAD_COLUMNS: Readonly<Record<string, Columns>> = {
  Deployment: {
    names: ['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'AGE'],
    wideNames: CONTAINERS,
    cells: (object, now) => [
      nameOf(object),
      readyOfWanted(object),
      countAt(object, 'status', 'updatedReplicas'),
      countAt(object, 'status', 'availableReplicas'),
      objectAge(object, now),
    ],
    wideCells: withSelector,
  },
  ReplicaSet: {
    names: ['NAME', 'DESIRED', 'CURRENT', 'READY', 'AGE'],
    wideNames: CONTAINERS,
    cells: (object, now) => [
      nameOf(object),
      countAt(object, 'spec', 'replicas'),
      countAt(object, 'status', 'replicas'),
      countAt(object, 'status', 'readyReplicas'),
      objectAge(object, now),
    ],
    wideCells: withSelector,
  },
  StatefulSet: {
    names: ['NAME', 'READY', 'AGE'],
    wideNames: ['CONTAINERS', 'IMAGES'],
    cells: (object, now) => [nameOf(object), readyOfWanted(object), objectAge(object, now)],
    wideCells: template,
  },
  DaemonSet: {
    names: ['NAME', 'DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'NODE SELECTOR', 'AGE'],
    wideNames: CONTAINERS,
    cells: (object, now) => [
      nameOf(object),
      countAt(object, 'status', 'desiredNumberScheduled'),
      countAt(object, 'status', 'currentNumberScheduled'),
      countAt(object, 'status', 'numberReady'),
      countAt(object, 'status', 'updatedNumberScheduled'),
      countAt(object, 'status', 'numberAvailable'),
      nodeSelector(object),
      objectAge(object, now),
    ],
    wideCells: withSelector,
  },
  Job: {
    names: ['NAME', 'STATUS', 'COMPLETIONS', 'DURATION', 'AGE'],
    wideNames: CONTAINERS,
    cells: (object, now) => [
      nameOf(object),
      jobStatus(object),
      jobCompletions(object),
      jobDuration(object, now),
      objectAge(object, now),
    ],
    wideCells: withSelector,
  },
  CronJob: {
    names: ['NAME', 'SCHEDULE', 'TIMEZONE', 'SUSPEND', 'ACTIVE', 'LAST SCHEDULE', 'AGE'],
    wideNames: CONTAINERS,
    cells: (object, now) => {
      const last = textOf(inside(object, 'status', 'lastScheduleTime'))
      return [
        nameOf(object),
        textOf(inside(object, 'spec', 'schedule')),
        textOf(inside(object, 'spec', 'timeZone')) || '<none>',
        inside(object, 'spec', 'suspend') === true ? 'True' : 'False',
        itemsOf(inside(object, 'status', 'active')).length,
        last === '' ? '<none>' : ageOf(last, now),
        objectAge(object, now),
      ]
    },
    wideCells: (object) => {
      const job = inside(object, 'spec', 'jobTemplate', 'spec')
      return [...containerCells(inside(job, 'template', 'spec')), selectorCell(field(job, 'selector'))]
    },
  },
}
