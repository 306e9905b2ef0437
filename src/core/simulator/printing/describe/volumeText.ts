import { isObject, type Json } from '../../../kubernetes/json'
import { field, numberOf, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { inside } from '../cells'
import { goTexts, type Description } from './description'

/** A line below a volume: its title, and how its value is read. */
type Line = readonly [title: string, read: (source: Json) => string]

/** A kind of volume: what it is, its lines, and what else is written of it. */
export interface VolumeText {
  readonly about: string
  readonly lines: readonly Line[]
  readonly more?: (to: Description, source: Json) => void
}

/** Takes the names of fields, one inside the other; reads what stands there as a text. */
export const text =
  (...keys: readonly string[]) =>
  (source: Json): string =>
    wordOf(inside(source, ...keys))

/** Takes the name of a field; reads it as a boolean. */
export const flag =
  (key: string) =>
  (source: Json): string =>
    String(field(source, key) === true)

/** Takes the name of a field; reads it as a list of texts. */
export const texts = (key: string) => (source: Json) => goTexts(stringsOf(field(source, key)))
/** Takes the name of a field; reads it as a number, none is 0. */
export const number = (key: string) => (source: Json) => String(numberOf(field(source, key)) ?? 0)
/** Takes the name of a field; reads it as a reference to an object, the way Go prints a pointer to one. */
export const reference = (key: string) => (source: Json) => {
  const ref = field(source, key)
  return isObject(ref) ? `&LocalObjectReference{Name:${textOf(ref['name'])},}` : 'nil'
}

/** Lines that many volumes have. */
export const READ_ONLY: Line = ['ReadOnly', flag('readOnly')]
export const FS_TYPE: Line = ['FSType', text('fsType')]
export const OPTIONAL: Line = ['Optional', flag('optional')]
