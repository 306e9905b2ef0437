import { isObject } from '../../kubernetes/json'
import { withDefaults } from '../../rules/defaults/withDefaults'
import { isOfType } from '../../rules/typed'
import type { ObjectsByKind } from './objects'

/** Takes a Job; gives it with its defaults, as the server stores it. What is no Job stays as it is. */
export function admitJob(job: ObjectsByKind['Job']): ObjectsByKind['Job'] {
  const typed = { apiVersion: 'batch/v1', kind: 'Job', ...job }
  const stored = isObject(typed) ? withDefaults(typed) : null
  return isOfType('Job', stored) ? stored : job
}
