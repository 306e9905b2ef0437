import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, numberOf, textOf } from '../../../kubernetes/shape'
import { countAt, selectorCell } from '../cells'
import type { Description } from './description'

/** Takes the tolerations of a pod; writes them by the alphabet of their keys (printTolerationsMultilineWithIndent). */
export function describeTolerations(to: Description, name: string, tolerations: Json | undefined): void {
  const key = (toleration: Json) => textOf(field(toleration, 'key'))
  const sorted = itemsOf(tolerations).toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  to.list(
    0,
    name,
    sorted.map((toleration) => tolerationText(toleration)),
  )
}

function tolerationText(toleration: Json): string {
  const value = textOf(field(toleration, 'value'))
  const effect = textOf(field(toleration, 'effect'))
  const seconds = numberOf(field(toleration, 'tolerationSeconds'))
  const what = [
    textOf(field(toleration, 'key')),
    value === '' ? '' : `=${value}`,
    effect === '' ? '' : `:${effect}`,
  ].join('')
  const exists = field(toleration, 'operator') === 'Exists' && value === '' ? 'op=Exists' : ''
  const words = [what, exists].filter((word) => word !== '').join(' ')
  return seconds === null ? words : `${words} for ${seconds}s`
}

/** Takes what stands before the title, and the topology spread constraints of a pod; writes them, where there are any. */
export function describeSpread(to: Description, indent: string, constraints: Json | undefined): void {
  const key = (constraint: Json) => textOf(field(constraint, 'topologyKey'))
  const all = itemsOf(constraints).toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  if (all.length === 0) return
  to.list(
    0,
    `${indent}Topology Spread Constraints`,
    all.map((constraint) => {
      const selector = field(constraint, 'labelSelector')
      const what = `${key(constraint)}:${textOf(field(constraint, 'whenUnsatisfiable'))}`
      const when = `${what} when max skew ${countAt(constraint, 'maxSkew')} is exceeded`
      return isObject(selector) ? `${when} for selector ${selectorCell(selector)}` : when
    }),
  )
}
