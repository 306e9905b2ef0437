import type { KeyToPath, ProjectedVolumeSource, VolumeProjection } from '../../kubernetes/schema/types-1.36'
import { validateFileMode, validateFilePath } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateDownwardApiFile } from './downwardApi'

const TEN_MINUTES = 600
const LONGEST = 2 ** 32

/** Takes a key that becomes a file and its field; reports what is wrong with it (validateKeyToPath). */
export function validateKeyToPath(
  { key = '', path = '', mode }: KeyToPath,
  field: FieldPath,
  report: Report,
): void {
  if (key === '') report.required(field.child('key'))
  if (path === '') report.required(field.child('path'))
  validateFilePath(path, field.child('path'), report)
  validateFileMode(mode, field.child('mode'), report)
}

/** Takes a projected volume and its field; reports what is wrong with it (validateProjectedVolumeSource). */
export function validateProjectedSource(
  { defaultMode, sources = [] }: ProjectedVolumeSource,
  field: FieldPath,
  report: Report,
): void {
  const paths = new Set<string>()
  /** Takes a path that a source writes to, and how a clash is shown. */
  const claim = (path: string, shown: string): void => {
    if (path !== '' && paths.has(path)) report.invalid(field, shown, 'conflicting duplicate paths')
    paths.add(path)
  }
  for (const [i, source] of sources.entries())
    validateProjection(source, field, field.child('sources').index(i), claim, report)
  validateFileMode(defaultMode, field.child('defaultMode'), report)
}

function validateProjection(
  source: VolumeProjection,
  volume: FieldPath,
  field: FieldPath,
  claim: (path: string, shown: string) => void,
  report: Report,
): void {
  const { secret, configMap, downwardAPI, serviceAccountToken: token } = source
  for (const [name, keys] of Object.entries({ secret, configMap })) {
    if (keys === undefined) continue
    const at = field.child(name)
    if ((keys.name ?? '') === '') report.required(at.child('name'))
    for (const [i, item] of (keys.items ?? []).entries()) {
      validateKeyToPath(item, at.child('items').index(i), report)
      claim(item.path ?? '', keys.name ?? '')
    }
  }
  for (const file of downwardAPI?.items ?? []) {
    validateDownwardApiFile(file, field.child('downwardAPI'), report)
    claim(file.path ?? '', file.path ?? '')
  }
  if (token !== undefined) {
    const { expirationSeconds = TEN_MINUTES, path = '' } = token
    const at = field.child('serviceAccountToken', 'expirationSeconds')
    if (expirationSeconds < TEN_MINUTES)
      report.invalid(at, expirationSeconds, 'may not specify a duration less than 10 minutes')
    if (expirationSeconds > LONGEST)
      report.invalid(at, expirationSeconds, 'may not specify a duration larger than 2^32 seconds')
    const file = volume.printedAs('.path', ...fileSteps(field, volume))
    if (path === '') report.required(file)
    else {
      validateFilePath(path, file, report)
      claim(path, path)
    }
  }
  const count = [secret, configMap, downwardAPI, token].filter((each) => each !== undefined).length
  if (count > 1) report.forbidden(field, 'may not specify more than 1 volume type per source')
}

/** The server prints a token's path below the volume; here it is where the token is. */
function fileSteps(field: FieldPath, volume: FieldPath): (string | number)[] {
  return [...field.path.slice(volume.path.length), 'serviceAccountToken', 'path']
}
