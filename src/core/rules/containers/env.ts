import { configKey, dns1123Subdomain, envName } from '../../kubernetes/names'
import type {
  ConfigMapKeySelector,
  EnvFromSource,
  EnvVar,
  FileKeySelector,
  Volume,
} from '../../kubernetes/schema/types-1.36'
import { validateNoBacksteps, validateRequiredText, validateText } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateFieldRef, validateResourceFieldRef } from '../volumes/downwardApi'

type Volumes = ReadonlyMap<string, Volume>

/** Takes a container's variables, the pod's volumes and their field; reports what is wrong with them (ValidateEnv). */
export function validateEnv(
  variables: readonly EnvVar[],
  volumes: Volumes,
  field: FieldPath,
  report: Report,
): void {
  for (const [i, variable] of variables.entries()) {
    const at = field.index(i)
    validateRequiredText(variable.name ?? '', envName, at.child('name'), report)
    validateSource(variable, volumes, at.child('valueFrom'), report)
  }
}

function validateSource(variable: EnvVar, volumes: Volumes, field: FieldPath, report: Report): void {
  const { valueFrom, value = '' } = variable
  if (valueFrom === undefined) return
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom
  if (fieldRef !== undefined) validateFieldRef(fieldRef, 'env', field.child('fieldRef'), report)
  if (resourceFieldRef !== undefined)
    validateResourceFieldRef(resourceFieldRef, 'env', field.child('resourceFieldRef'), report)
  if (configMapKeyRef !== undefined) validateKeyRef(configMapKeyRef, field.child('configMapKeyRef'), report)
  if (secretKeyRef !== undefined) validateKeyRef(secretKeyRef, field.child('secretKeyRef'), report)
  if (fileKeyRef !== undefined) validateFileKeyRef(fileKeyRef, volumes, field.child('fileKeyRef'), report)
  const count = Object.keys(valueFrom).length
  if (count === 0)
    report.invalid(
      field,
      '',
      'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`',
    )
  else if (value !== '') report.invalid(field, '', 'may not be specified when `value` is not empty')
  else if (count > 1) report.invalid(field, '', 'may not have more than one field specified at a time')
}

function validateKeyRef(
  { name = '', key = '' }: ConfigMapKeySelector,
  field: FieldPath,
  report: Report,
): void {
  validateText(name, dns1123Subdomain, field.child('name'), report)
  validateRequiredText(key, configKey, field.child('key'), report)
}

function validateFileKeyRef(
  { volumeName = '', path = '', key = '' }: FileKeySelector,
  volumes: Volumes,
  field: FieldPath,
  report: Report,
): void {
  validateRequiredText(key, envName, field.child('key'), report)
  const at = field.child('volumeName')
  const volume = volumes.get(volumeName)
  if (volumeName === '') report.required(at)
  else if (volume === undefined) report.notFound(at, volumeName)
  else if (volume.emptyDir === undefined)
    report.invalid(at, volumeName, 'referenced volume must be of type emptyDir')
  if (path === '') report.required(field.child('path'))
  else validateNoBacksteps(path, field.child('path'), report)
}

/** Takes what a container takes all variables from, and its field; reports what is wrong with it (ValidateEnvFrom). */
export function validateEnvFrom(sources: readonly EnvFromSource[], field: FieldPath, report: Report): void {
  for (const [i, { prefix = '', configMapRef, secretRef }] of sources.entries()) {
    const at = field.index(i)
    if (prefix !== '') validateText(prefix, envName, at.child('prefix'), report)
    for (const [name, source] of Object.entries({ configMapRef, secretRef }))
      if (source !== undefined)
        validateRequiredText(source.name ?? '', dns1123Subdomain, at.child(name, 'name'), report)
    const whole = field.printedAs('', i)
    if (configMapRef === undefined && secretRef === undefined)
      report.invalid(whole, '', 'must specify one of: `configMapRef` or `secretRef`')
    else if (configMapRef !== undefined && secretRef !== undefined)
      report.invalid(whole, '', 'may not have more than one field specified at a time')
  }
}
