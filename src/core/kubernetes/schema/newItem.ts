import type { Json } from '../json'
import type { FieldType } from './field'
import { blankOf } from './newObject'

/** What a new item of a list begins with where the blank one would have no use: by its type. */
const STARTS: Readonly<Record<string, () => Json>> = {
  PersistentVolumeClaim: () => ({
    metadata: { name: '' },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  }),
  MetricSpec: () => ({
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
  }),
  HPAScalingPolicy: () => ({ type: 'Percent', value: 100, periodSeconds: 60 }),
}

/** Takes the type of a list's items; gives a new one: what most people want there, else the blank one. */
export function newItemOf(type: FieldType): Json {
  const start = type.is === 'object' && Object.hasOwn(STARTS, type.type) ? STARTS[type.type] : undefined
  return start?.() ?? blankOf(type)
}

/** Gives the types that have a start of their own. */
export function startedTypes(): readonly string[] {
  return Object.keys(STARTS)
}
