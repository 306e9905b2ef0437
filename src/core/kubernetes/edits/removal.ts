import type { Change } from '../change'
import { containerPathOf } from '../containers'
import type { Path } from '../path'
import { removeContainer } from './containers'
import { removeEnv, removeEnvFrom } from './env'
import { removeItem } from './list'
import { removeDocument } from './objects'
import { removePort } from './ports'
import { removeServicePort } from './services'
import { removeVolume, unmount } from './volumes'

/** How an item of each list goes, with all that refers to it. */
const REMOVALS: ReadonlyMap<string, (path: Path) => Change> = new Map([
  ['containers', removeContainer],
  ['initContainers', removeContainer],
  ['volumes', removeVolume],
  ['volumeMounts', unmount],
  ['volumeDevices', removeItem],
  ['volumeClaimTemplates', removeItem],
  ['env', removeEnv],
  ['envFrom', removeEnvFrom],
  ['ports', (path) => (containerPathOf(path) === null ? removeServicePort(path) : removePort(path))],
  ['imagePullSecrets', removeItem],
])

/** Takes the path of an item of a list, or of a document; gives the edit that removes it, or null where it is no such thing. */
export function removalAt(path: Path): Change | null {
  if (path.length === 1) return removeDocument(path)
  const list = path.at(-2)
  if (typeof list !== 'string' || typeof path.at(-1) !== 'number') return null
  return REMOVALS.get(list)?.(path) ?? null
}
