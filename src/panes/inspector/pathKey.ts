import type { Path } from '../../core/kubernetes/path'

/** Takes a path; gives a text that names it: for React keys and `data-field`, never to be read back. */
export function pathKey(path: Path): string {
  return path.map((step) => (typeof step === 'number' ? String(step) : step.replaceAll('/', '~'))).join('/')
}
