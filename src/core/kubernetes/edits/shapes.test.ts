import { expect, it } from 'vitest'
import { meantFor, type Kind } from '../../../golden/anything/addresses'
import { MANIFESTS } from '../../../golden/anything/documents'
import { EDIT_ROWS } from '../../../golden/anything/edits'
import { looked } from '../../../golden/anything/looked'
import { isObject, type Json } from '../json'
import { valueAt, type Path } from '../path'
import { setValue } from './setValue'

/** What may stand where something else belongs. */
const SHAPES: readonly Json[] = [null, 5, 'x', [], [null], {}]

/** A place to put a wrong shape in, and the address that an edit takes there. */
interface Hole {
  readonly documents: readonly Json[]
  readonly address: Path
  readonly hole: Path
}

/** Paths of which only the indices differ are of the same place. */
const placeOf = (path: Path): string =>
  JSON.stringify(path.map((step) => (typeof step === 'number' ? '#' : step)))

/**
 * Takes what an edit is of; gives, over all manifests, its item, every field of it and its list. Of those that have the
 * same place in a document of the same kind it is the one whose item has most fields, in the shortest manifest.
 */
function holesFor(of: Kind): readonly Hole[] {
  const items = MANIFESTS.flatMap((documents) =>
    meantFor(documents, of).map((address) => {
      const value = valueAt(documents, address)
      const fields = isObject(value) ? Object.keys(value) : []
      return { documents, address, fields, length: JSON.stringify(documents).length }
    }),
  )
  const holes = new Map<string, Hole>()
  for (const { documents, address, fields } of items.toSorted(
    (a, b) => b.fields.length - a.fields.length || a.length - b.length,
  )) {
    const document = documents[Number(address[0])]
    const kind = isObject(document) ? document['kind'] : null
    for (const hole of [address, address.slice(0, -1), ...fields.map((name) => [...address, name])]) {
      const place = `${JSON.stringify(kind)} ${placeOf(address)} ${placeOf(hole)}`
      if (hole.length > 1 && !holes.has(place)) holes.set(place, { documents, address, hole })
    }
  }
  return [...holes.values()]
}

it.each(EDIT_ROWS.filter(([, { of }]) => of !== 'any'))(
  '%s takes whatever shape its own item, field or list has',
  (_, { of, edit }) => {
    const holes = holesFor(of)
    for (const { documents, address, hole } of holes)
      for (const shape of SHAPES) {
        const after = structuredClone([...documents])
        setValue(hole, shape)(after)
        for (const [number, word] of ['', 'x', 'y'].entries()) edit(address, word, number)(after)
        looked(after)
      }
    expect(holes.length).toBeGreaterThan(0)
  },
)
