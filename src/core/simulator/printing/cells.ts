import { isObject, type Json } from '../../kubernetes/json'
import { field, itemsOf, labelsOf, numberOf, textOf } from '../../kubernetes/shape'
import { ageOf } from './ageOf'

/** A cell of a table of kubectl: texts to the left, numbers too, but they are numbers. */
export type Cell = string | number

/** A kind's row. */
export interface Columns {
  /** The names of the columns, those of `-o wide` apart. */
  readonly names: readonly string[]
  readonly wideNames: readonly string[]
  /** Takes an object and the time (milliseconds since 1970); gives its cells. */
  readonly cells: (object: Json, now: number) => readonly Cell[]
  readonly wideCells: (object: Json, now: number) => readonly Cell[]
  /** The whole row of `-o wide`, where it is not the one after the other, and its names where they are in another order. */
  readonly allNames?: readonly string[]
  readonly allCells?: (object: Json, now: number) => readonly Cell[]
}

/** Takes a value and the names of fields, one inside the other; gives the field, or undefined where it is not there. */
export function inside(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  return keys.reduce((part, key) => field(part, key), value)
}

/** Takes an object; gives its name. */
export function nameOf(object: Json): string {
  return textOf(inside(object, 'metadata', 'name'))
}

/** Takes an object and the time; gives its age. */
export function objectAge(object: Json, now: number): string {
  return ageOf(textOf(inside(object, 'metadata', 'creationTimestamp')), now)
}

/** Takes an object and the names of fields, one inside the other; gives the number there, none is 0. */
export function countAt(object: Json, ...keys: readonly string[]): number {
  return numberOf(inside(object, ...keys)) ?? 0
}

/** Takes a pod's spec; gives its main containers' names, and their images. */
export function containerCells(podSpec: Json | undefined): readonly [string, string] {
  const containers = itemsOf(field(podSpec, 'containers'))
  const texts = (key: string) => containers.map((container) => textOf(field(container, key))).join(',')
  return [texts('name'), texts('image')]
}

/** Takes a selector's labels; gives them as kubectl prints them (FormatLabels). */
export function labelCell(labels: Json | undefined): string {
  const pairs = Object.entries(labelsOf(labels)).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? '<none>' : pairs.toSorted((a, b) => (a < b ? -1 : 1)).join(',')
}

/** Takes the selector of a workload; gives it as kubectl prints it (FormatLabelSelector), without its expressions. */
export function selectorCell(selector: Json | undefined): string {
  return isObject(selector) ? labelCell(selector['matchLabels']) : '<none>'
}

/** Takes texts; gives the first three, and how many more there are. */
export function atMostThree(texts: readonly string[], none: string): string {
  if (texts.length === 0) return none
  const more = texts.length > 3 ? ` + ${texts.length - 3} more...` : ''
  return `${texts.slice(0, 3).join(',')}${more}`
}
