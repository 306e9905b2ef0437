import { FIELD_PATHS, type FieldPathUse } from '../../kubernetes/fieldPaths'
import type {
  DownwardAPIVolumeFile,
  ObjectFieldSelector,
  ResourceFieldSelector,
} from '../../kubernetes/schema/types-1.36'
import { validateFileMode, validateFilePath } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { validateAnnotations, validateLabelName } from '../metadata/labels'
import type { Report } from '../report'

/*
 * What a container may learn of its own pod: validateObjectFieldSelector and validateContainerResourceFieldSelector of
 * pkg/apis/core/validation, ConvertDownwardAPIFieldLabel of pkg/apis/core/pods.
 */

/** The fields of a pod that have a name for selectors at all. */
const CONVERTIBLE = new Set([
  ...FIELD_PATHS.map(({ path }) => path),
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
])

const RESOURCES = ['cpu', 'ephemeral-storage', 'memory'].flatMap((name) => [
  `limits.${name}`,
  `requests.${name}`,
])
const SUPPORTED_RESOURCES = RESOURCES.toSorted()

const SIZES = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei']

/** In which units each resource can be told: the amounts that may divide it, and what the server calls it. */
const DIVISORS: readonly { readonly of: RegExp; readonly units: readonly string[]; readonly said: string }[] =
  [
    {
      of: /^(?:limits|requests)\.cpu$/,
      units: ['1m', '1'],
      said: '1m and 1 are supported with the cpu resource',
    },
    {
      of: /^(?:limits|requests)\.memory$/,
      units: SIZES,
      said: `${SIZES.join(', ')} are supported with the memory resource`,
    },
    {
      of: /^(?:limits|requests)\.ephemeral-storage$/,
      units: SIZES,
      said: `${SIZES.join(', ')} are supported with the local ephemeral storage resource`,
    },
    {
      of: /^(?:limits|requests)\.hugepages-/,
      units: SIZES,
      said: `${SIZES.join(', ')} are supported with the hugepages resource`,
    },
  ]

function supportedPaths(use: FieldPathUse): readonly string[] {
  return FIELD_PATHS.filter(({ uses, subscript }) => !subscript && uses.includes(use))
    .map(({ path }) => path)
    .toSorted()
}

const SUPPORTED = { env: supportedPaths('env'), volume: supportedPaths('volume') } as const

/** Takes a fieldRef, where it is used and its field; reports what is wrong with it. */
export function validateFieldRef(
  { apiVersion = '', fieldPath = '' }: ObjectFieldSelector,
  use: FieldPathUse,
  field: FieldPath,
  report: Report,
): void {
  if (apiVersion === '') return report.required(field.child('apiVersion'))
  const at = field.child('fieldPath')
  if (fieldPath === '') return report.required(at)
  const [, path = '', key = ''] = /^([^]+?)\['([^]*)'\]$/.exec(fieldPath) ?? []
  const fault = conversionFault(apiVersion, fieldPath, path)
  if (fault !== null) return report.invalid(at, fieldPath, `error converting fieldPath: ${fault}`)
  if (path === 'metadata.labels') validateLabelName(key, field, report)
  else if (path === 'metadata.annotations') validateAnnotations({ [key]: '' }, field, report)
  else if (!SUPPORTED[use].includes(fieldPath)) report.notSupported(at, fieldPath, SUPPORTED[use])
}

function conversionFault(apiVersion: string, fieldPath: string, subscripted: string): string | null {
  if (apiVersion !== 'v1') return `unsupported pod version: ${apiVersion}`
  if (subscripted !== '')
    return ['metadata.labels', 'metadata.annotations'].includes(subscripted)
      ? null
      : `field label does not support subscript: ${fieldPath}`
  return CONVERTIBLE.has(fieldPath) ? null : `field label not supported: ${fieldPath}`
}

/** Takes a resourceFieldRef, where it is used and its field; reports what is wrong with it. */
export function validateResourceFieldRef(
  { containerName = '', resource = '', divisor = '0' }: ResourceFieldSelector,
  use: FieldPathUse,
  field: FieldPath,
  report: Report,
): void {
  if (use === 'volume' && containerName === '') report.required(field.child('containerName'))
  else if (resource === '') report.required(field.child('resource'))
  else if (!RESOURCES.includes(resource) && !/^(?:limits|requests)\.hugepages-/.test(resource))
    report.notSupported(field.child('resource'), resource, SUPPORTED_RESOURCES)
  if (String(divisor) === '0') return
  for (const { of, units, said } of DIVISORS)
    if (of.test(resource) && !units.includes(String(divisor)))
      report.invalid(field.child('divisor'), resource, `only divisor's values ${said}`)
}

/** Takes a file that tells of the pod, and the field of the volume it is in; reports what is wrong with it. */
export function validateDownwardApiFile(file: DownwardAPIVolumeFile, field: FieldPath, report: Report): void {
  const { path = '', fieldRef, resourceFieldRef, mode } = file
  if (path === '') report.required(field.child('path'))
  validateFilePath(path, field.child('path'), report)
  if (fieldRef !== undefined) {
    validateFieldRef(fieldRef, 'volume', field.child('fieldRef'), report)
    if (resourceFieldRef !== undefined)
      report.invalid(field, 'resource', 'fieldRef and resourceFieldRef can not be specified simultaneously')
  } else if (resourceFieldRef !== undefined)
    validateResourceFieldRef(resourceFieldRef, 'volume', field.child('resourceFieldRef'), report)
  else report.required(field, 'one of fieldRef and resourceFieldRef is required')
  validateFileMode(mode, field.child('mode'), report)
}
