import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressesIn } from '../../../golden/anything/addresses'
import { MANIFESTS, pathsOf } from '../../../golden/anything/documents'
import { EDIT_ROWS } from '../../../golden/anything/edits'
import { isObject, type Json } from '../json'
import { isWithin, valueAt, type Path } from '../path'
import { textOf } from '../shape'

/** Takes documents; gives them with a field no edit knows in every mapping that holds fields, and an unknown object behind. */
function withUnknowns(documents: readonly Json[]): Json[] {
  const sprinkled = structuredClone([...documents])
  for (const path of pathsOf(sprinkled)) {
    const value = valueAt(sprinkled, path)
    // A second key there would be a second source.
    const isUnion = path.at(-1) === 'valueFrom' || path.at(-2) === 'volumes' || path.at(-2) === 'sources'
    if (isObject(value) && !isUnion) value['unknownField'] = JSON.stringify(path)
  }
  return [...sprinkled, { apiVersion: 'example.com/v1', kind: 'Gizmo', spec: [{ containers: 1 }] }, null]
}

function unknownsIn(documents: readonly Json[]): string[] {
  return pathsOf(documents)
    .filter((path) => path.at(-1) === 'unknownField')
    .map((path) => textOf(valueAt(documents, path)))
}

/** The edits that take away what is at their address, or give it another meaning, with what was in it. */
const TAKES_AWAY = /^(remove|unmount|setValue|setVolumeSource|setEnvSource|setFile|renameFile)/

/** Takes an edit, its address and an unknown field that went; says whether the edit means that. */
function isMeant(name: string, address: Path, unknown: string): boolean {
  if (name === 'removeVolume' && /"volume(Mounts|Devices)"/.test(unknown)) return true
  const path: Path = [...JSON.parse(unknown), 'unknownField']
  return TAKES_AWAY.test(name) && isWithin(path, address)
}

describe('what an edit does not mean', () => {
  it.each(EDIT_ROWS)('survives %s', (name, { of, edit }) => {
    fc.assert(
      fc.property(fc.constantFrom(...MANIFESTS), fc.nat(), fc.nat(40), (documents, seed, number) => {
        const before = withUnknowns(documents)
        const addresses = addressesIn(before)[of]
        const path = addresses[seed % addresses.length]
        fc.pre(path !== undefined && path.length > 0 && path[0] !== before.length - 2)
        const after = structuredClone(before)
        edit(path, 'fresh', number)(after)
        const there = new Set(unknownsIn(after))
        const lost = unknownsIn(before).filter((unknown) => !there.has(unknown))
        expect(lost.filter((unknown) => !isMeant(name, path, unknown))).toEqual([])
        expect(after.filter((document) => isObject(document) && document['kind'] === 'Gizmo')).toEqual([
          before.at(-2),
        ])
      }),
      { numRuns: 20 },
    )
  })
})
