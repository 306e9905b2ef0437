import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, labelsOf, textOf } from '../../../kubernetes/shape'
import { inside } from '../cells'
import type { Description } from './description'

/** maxAnnotationLen: longer ones begin on a line of their own, and are cut. */
const LONGEST = 140
const SKIPPED = 'kubectl.kubernetes.io/last-applied-configuration'

function byKey(map: Json | undefined): readonly (readonly [string, string])[] {
  return Object.entries(labelsOf(map)).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Takes labels; writes them a line each, by the alphabet (printLabelsMultiline). */
export function describeLabels(to: Description, name: string, labels: Json | undefined): void {
  to.list(
    0,
    name,
    byKey(labels).map(([key, value]) => `${key}=${value}`),
  )
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}...` : text
}

/** Takes annotations; writes them by the alphabet, the one that `kubectl apply` makes apart (printAnnotationsMultiline). */
export function describeAnnotations(to: Description, name: string, annotations: Json | undefined): void {
  const shown = byKey(annotations)
    .filter(([key]) => key !== SKIPPED)
    .flatMap(([key, all]) => {
      const value = all.replace(/\n$/, '')
      if (value.length + key.length + 2 <= LONGEST && !value.includes('\n')) return [`${key}: ${value}`]
      return [`${key}:`, ...value.split('\n').map((line) => `  ${shortened(line, LONGEST - 2)}`)]
    })
  to.list(0, name, shown)
}

/** Takes an object; gives the owner that controls it as `Kind/name`, or '' (printController). */
export function controllerOf(object: Json): string {
  const owner = itemsOf(inside(object, 'metadata', 'ownerReferences')).find(
    (each) => field(each, 'controller') === true,
  )
  return owner === undefined ? '' : `${textOf(field(owner, 'kind'))}/${textOf(field(owner, 'name'))}`
}

/** Takes an object; writes its name, and its namespace where it has one. */
export function describeName(to: Description, object: Json): void {
  to.line(0, `Name:\t${textOf(inside(object, 'metadata', 'name'))}`)
  to.line(0, `Namespace:\t${textOf(inside(object, 'metadata', 'namespace'))}`)
}

/** Takes an object; writes its labels and annotations. */
export function describeMarks(to: Description, object: Json): void {
  describeLabels(to, 'Labels', inside(object, 'metadata', 'labels'))
  describeAnnotations(to, 'Annotations', inside(object, 'metadata', 'annotations'))
}

/** Takes a map of texts or numbers; gives its entries by the alphabet. */
export function entriesOf(map: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(map) ? Object.entries(map).toSorted(([a], [b]) => (a < b ? -1 : 1)) : []
}
