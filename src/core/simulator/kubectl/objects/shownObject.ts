import type { Json } from '../../../kubernetes/json'
import { field, textOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'

/** Takes an object of a manifest, of whatever kind; gives how kubectl calls it: `deployment.apps/web`, `pod/one`. */
export function shownObject(document: Json): string {
  const kind = textOf(field(document, 'kind')).toLowerCase()
  const [group = '', version] = textOf(field(document, 'apiVersion')).split('/')
  const name = textOf(inside(document, 'metadata', 'name'))
  return `${version === undefined ? kind : `${kind}.${group}`}/${name}`
}
