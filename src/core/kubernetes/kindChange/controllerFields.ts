import { isObject, type Json, type JsonObject } from '../json'
import { setKey } from '../edits/mapping'
import { valueAt, type Path } from '../path'
import { fieldOf, fieldsOf } from '../schema/schema'
import { field, textOf } from '../shape'
import type { WorkloadKind } from '../workloadKinds'
import type { FieldNote } from './fieldNote'

/** A place where a workload says how its pods are made, beside the template: the spec, and of a CronJob also its Job's. */
interface Level {
  readonly path: Path
  readonly type: string
}

/** Kinds whose fields mean the same where they are called the same: all of apps/v1. */
function isFamily(a: string, b: string): boolean {
  return a === b || (APPS.has(a) && APPS.has(b))
}

const APPS: ReadonlySet<string> = new Set([
  'DeploymentSpec',
  'StatefulSetSpec',
  'DaemonSetSpec',
  'ReplicaSetSpec',
])

function levelsOf(row: WorkloadKind): readonly Level[] {
  if (row.podSpec.length === 1) return []
  const spec = { path: ['spec'], type: `${row.kind}Spec` }
  return row.podSpec[1] === 'jobTemplate'
    ? [spec, { path: row.podSpec.slice(0, 3), type: 'JobSpec' }]
    : [spec]
}

/** What holds the pods: it is moved by itself. */
const HOLDERS: ReadonlySet<string> = new Set(['template', 'jobTemplate'])

/** What each kind calls the way it replaces its pods. */
const STRATEGIES: readonly string[] = ['strategy', 'updateStrategy']

/**
 * Takes a workload's document, the rows of its kind and of the kind it becomes, and the document it becomes; puts there
 * what both kinds say beside the pod template, and gives what can't come along. What the schema does not know stays.
 */
export function carryFields(
  document: Json,
  from: WorkloadKind,
  to: WorkloadKind,
  next: JsonObject,
): readonly FieldNote[] {
  const targets = levelsOf(to)
  return levelsOf(from).flatMap((level) => {
    const target = targets.find(({ type }) => isFamily(level.type, type))
    const values = valueAt(document, level.path)
    return Object.entries(isObject(values) ? values : {}).flatMap(([name, value]): readonly FieldNote[] => {
      if (HOLDERS.has(name)) return []
      const path = [...level.path, name]
      if (target === undefined) return [{ path, why: noSuchField(to, name) }]
      return carry(name, value, level, target, to, (key, kept) => put(next, target.path, key, kept))
    })
  })
}

function carry(
  name: string,
  value: Json,
  level: Level,
  target: Level,
  to: WorkloadKind,
  write: (name: string, value: Json) => void,
): readonly FieldNote[] {
  const path = [...level.path, name]
  const renamed = STRATEGIES.includes(name)
    ? STRATEGIES.find((key) => fieldOf(target.type, key) !== null)
    : undefined
  if (level.type !== target.type && renamed !== undefined) {
    const { kept, lost } = carryStrategy(value, target.type, renamed, path, to)
    if (kept !== null) write(renamed, kept)
    return lost
  }
  const isKnown = fieldOf(level.type, name) !== null
  if (isKnown && fieldOf(target.type, name) === null) return [{ path, why: noSuchField(to, name) }]
  write(name, value)
  return []
}

/** The type comes along where both kinds have the word, and of a rolling update what is called the same. */
function carryStrategy(
  value: Json,
  specType: string,
  name: string,
  path: Path,
  to: WorkloadKind,
): { readonly kept: JsonObject | null; readonly lost: readonly FieldNote[] } {
  const type = field(value, 'type')
  const strategy = fieldOf(specType, name)?.type
  const strategyType = strategy?.is === 'object' ? strategy.type : ''
  const words = fieldOf(strategyType, 'type')?.values ?? []
  if (type !== undefined && !words.includes(textOf(type))) {
    return {
      kept: null,
      lost: [{ path, why: `A ${to.kind} can't replace its pods by ${textOf(type) || 'that'}.` }],
    }
  }
  const rolling = fieldOf(strategyType, 'rollingUpdate')?.type
  const known = new Set(rolling?.is === 'object' ? fieldsOf(rolling.type).map((each) => each.name) : [])
  const updates = field(value, 'rollingUpdate')
  const entries = Object.entries(isObject(updates) ? updates : {})
  const fitting = entries.filter(([key]) => known.has(key))
  const kept: JsonObject = {
    ...(type === undefined ? {} : { type }),
    ...(fitting.length === 0 ? {} : { rollingUpdate: Object.fromEntries(fitting) }),
  }
  return {
    kept: Object.keys(kept).length === 0 ? null : kept,
    lost: entries
      .filter(([key]) => !known.has(key))
      .map(([key]) => ({ path: [...path, 'rollingUpdate', key], why: noSuchField(to, key) })),
  }
}

function put(next: JsonObject, path: Path, name: string, value: Json): void {
  const mapping = valueAt(next, path)
  if (isObject(mapping)) setKey(mapping, [0, ...path], name, value)
}

/** Why some fields can't come along, where it is worth more words than that there is no such field. */
const REASONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  replicas: {
    DaemonSet: 'A DaemonSet runs one pod on every node.',
    Job: 'A Job runs its pods to their end: how many is said by completions.',
    CronJob: 'A CronJob runs its pods to their end: how many is said by completions.',
    Pod: 'A Pod is one.',
  },
}

function noSuchField({ kind }: WorkloadKind, name: string): string {
  const reasons = Object.hasOwn(REASONS, name) ? REASONS[name] : undefined
  return reasons?.[kind] ?? `A ${kind} has no ${name}.`
}
