import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { resourceFieldValue } from '../../environment/resourceFieldValue'
import { inside } from '../cells'
import type { Description } from './description'

/** Takes a field path; gives what it says of the pod. */
export type ReadField = (fieldPath: string) => string

interface Source {
  readonly value: Json
  readonly container: Json
  readonly readField: ReadField | undefined
}

/** Where a variable's value comes from, and how that is written. */
const SOURCES: Readonly<Record<string, (source: Source) => string>> = {
  fieldRef: ({ value, readField }) => {
    const path = textOf(field(value, 'fieldPath'))
    return `${readField?.(path) ?? ''} (${textOf(field(value, 'apiVersion')) || 'v1'}:${path})`
  },
  resourceFieldRef: ({ value, container }) => {
    const resource = textOf(field(value, 'resource'))
    const [list = '', name = ''] = resource.split(/\.(.*)/s)
    const amount = wordOf(inside(container, 'resources', list, name)) || '0'
    const text = resourceFieldValue(resource, amount, wordOf(field(value, 'divisor'))) ?? ''
    const isOfNode = text === '0' && (resource === 'limits.cpu' || resource === 'limits.memory')
    return `${isOfNode ? 'node allocatable' : text} (${resource})`
  },
  secretKeyRef: ({ value }) => keyOf(value, 'in secret'),
  configMapKeyRef: ({ value }) => keyOf(value, 'of config map'),
}

function keyOf(ref: Json, where: string): string {
  const [key, name] = [textOf(field(ref, 'key')), textOf(field(ref, 'name'))]
  return `<set to the key '${key}' ${where} '${name}'>\tOptional: ${isOptional(ref)}`
}

function isOptional(ref: Json | undefined): boolean {
  return field(ref, 'optional') === true
}

/** Takes a container and how fields of its pod are read; writes its variables (describeContainerEnvVars). */
export function describeEnvironment(
  to: Description,
  container: Json,
  readField: ReadField | undefined,
): void {
  const all = itemsOf(field(container, 'env'))
  to.line(2, `Environment:${all.length === 0 ? '\t<none>' : ''}`)
  for (const variable of all) {
    const name = textOf(field(variable, 'name'))
    const from = field(variable, 'valueFrom')
    if (!isObject(from)) {
      const [first = '', ...others] = wordOf(field(variable, 'value')).split('\n')
      to.line(3, `${name}:\t${first}`)
      for (const other of others) to.line(3, `\t${other}`)
      continue
    }
    const source = Object.entries(SOURCES).find(([key]) => isObject(from[key]))
    if (source === undefined) continue
    const [key, text] = source
    to.line(3, `${name}:\t${text({ value: from[key] ?? null, container, readField })}`)
  }
}

/** Takes a container; writes what its variables come from as a whole, where there is any such (describeContainerEnvFrom). */
export function describeEnvironmentSources(to: Description, container: Json): void {
  const all = itemsOf(field(container, 'envFrom'))
  if (all.length === 0) return
  to.line(2, 'Environment Variables from:')
  for (const each of all) {
    const isConfigMap = isObject(field(each, 'configMapRef'))
    const ref = field(each, isConfigMap ? 'configMapRef' : 'secretRef')
    const kind = isConfigMap ? 'ConfigMap' : ref === undefined ? '' : 'Secret'
    const prefix = textOf(field(each, 'prefix'))
    const from = prefix === '' ? kind : `${kind} with prefix '${prefix}'`
    to.line(3, `${textOf(field(ref, 'name'))}\t${from}\tOptional: ${isOptional(ref)}`)
  }
}
