import { isArray, isObject, type Json } from '../../kubernetes/json'
import { typeOfDocument } from '../../kubernetes/schema/schema'
import { field, textOf } from '../../kubernetes/shape'
import { decode } from '../decode/decode'
import { withDefaults } from './withDefaults'

const known = new WeakMap<object, Json>()

/**
 * Takes a document; gives it with what the server will fill in, everything else as it is written. Of a kind that is not
 * known field by field, and of what the server can't read, the document itself.
 */
export function filledIn(document: Json): Json {
  if (!isObject(document) || typeOfDocument(document) === null) return document
  const before = known.get(document)
  if (before !== undefined) return before
  const decoded = decode(document, textOf(field(document, 'kind')))
  const filled = 'faults' in decoded ? document : added(document, withDefaults(decoded.object))
  known.set(document, filled)
  return filled
}

/** What is written, with what the stored one has beyond it. */
function added(written: Json, stored: Json | undefined): Json {
  if (isObject(written) && isObject(stored)) {
    const own = Object.entries(written).map(([key, value]) => [key, added(value, stored[key])])
    const more = Object.entries(stored).filter(([key]) => !Object.hasOwn(written, key))
    return Object.fromEntries([...own, ...more])
  }
  return isArray(written) && isArray(stored) && written.length === stored.length
    ? written.map((item, index) => added(item, stored[index]))
    : written
}
