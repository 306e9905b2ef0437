import { portName, type Check } from './names'

/*
 * Checks for what is typed where a number, a path or an image goes: same contract as names.ts.
 */

function integer(text: string): number | null {
  return /^[+-]?\d+$/.test(text) ? Number(text) : null
}

/** A check for a whole number within bounds, saying the given words. */
function between(low: number, high: number, words: string): Check {
  return (text) => {
    const number = integer(text)
    return number !== null && number >= low && number <= high ? null : words
  }
}

/** A port's number: 1 to 65535. */
export const portNumber: Check = between(1, 65_535, 'must be between 1 and 65535, inclusive')

/** A Service's nodePort: from the range clusters open by default. */
export const nodePort: Check = between(
  30_000,
  32_767,
  'provided port is not in the valid range. The range of valid ports is 30000-32767',
)

const MOST = 2_147_483_647

/** A count such as replicas: 0 or more, and no more than the API's int32 holds. */
export const count: Check = (text) =>
  (integer(text) ?? 0) > MOST
    ? `must be less than or equal to ${MOST}`
    : between(0, MOST, 'must be greater than or equal to 0')(text)

/** The life of a projected service account token: 10 minutes or more. */
export const tokenSeconds: Check = between(
  600,
  4_294_967_296,
  'may not specify a duration less than 10 minutes',
)

/** A Service's targetPort: a port's number, or its name. */
export function targetPort(text: string): string | null {
  return integer(text) === null ? portName(text) : portNumber(text)
}

/** Permission bits as typed, in octal (`0644`, `644`, `0o644`): 0 to 0777. */
export function fileMode(text: string): string | null {
  return parseFileMode(text) === null ? 'must be a number between 0 and 0777 (octal), both inclusive' : null
}

/** Takes permission bits typed in octal; gives the number the API takes (`0644` → 420), or null. */
export function parseFileMode(text: string): number | null {
  return /^0?o?[0-7]{1,3}$/.test(text) ? Number.parseInt(text.replace('o', ''), 8) : null
}

/** Takes permission bits as the API has them; gives them as chmod writes them (420 → `0644`). */
export function formatFileMode(mode: number): string {
  return Number.isInteger(mode) && mode >= 0 ? `0${mode.toString(8).padStart(3, '0')}` : String(mode)
}

function hasBackstep(text: string): boolean {
  return text.split('/').includes('..')
}

/** A path that must start at the root (an nfs export). */
export function absolutePath(text: string): string | null {
  return text.startsWith('/') ? null : 'must be an absolute path'
}

/** A path on the node (hostPath). */
export function hostPathPath(text: string): string | null {
  return hasBackstep(text) ? "must not contain '..'" : null
}

/** A path inside a volume (subPath). */
export function relativePath(text: string): string | null {
  if (text.startsWith('/')) return 'must be a relative path'
  return hasBackstep(text) ? "must not contain '..'" : null
}

/** The file an item of a volume becomes: a relative path that does not start with '..' (the kubelet keeps that for itself). */
export function itemPath(text: string): string | null {
  const complaint = relativePath(text)
  if (complaint !== null) return complaint
  return text.startsWith('..') ? "must not start with '..'" : null
}

const DOMAIN = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::\d+)?`
const COMPONENT = String.raw`[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*`
const REFERENCE = new RegExp(
  String.raw`^(?:${DOMAIN}/)?${COMPONENT}(?:/${COMPONENT})*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$`,
)

/**
 * An image's name. The API server takes any text; the kubelet is who refuses (InvalidImageName), and these are its
 * words (github.com/distribution/reference).
 */
export function imageReference(text: string): string | null {
  if (text.trim() !== text) return 'must not have leading or trailing whitespace'
  if (REFERENCE.test(text)) return null
  return REFERENCE.test(text.toLowerCase())
    ? 'invalid reference format: repository name must be lowercase'
    : 'invalid reference format'
}
