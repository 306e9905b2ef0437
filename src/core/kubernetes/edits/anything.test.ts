import fc from 'fast-check'
import { produce } from 'immer'
import { describe, expect, it } from 'vitest'
import { addressFor } from '../../../golden/anything/addresses'
import { brokenManifest, someDocuments, someText } from '../../../golden/anything/documents'
import { EDIT_MODULES, EDIT_ROWS, EDITS } from '../../../golden/anything/edits'
import { looked } from '../../../golden/anything/looked'
import { valueAt } from '../path'

describe('edits', () => {
  it('are all here', () => {
    const made = EDIT_MODULES.flatMap((module) => Object.keys(module))
    const notEdits = new Set(['podSpecOf', 'append', 'neighbourOf'])
    expect(made.filter((name) => !notEdits.has(name) && EDITS[name] === undefined)).toEqual([])
  })

  it.each(EDIT_ROWS)('%s takes anything, and what it selects is there', (_, { of, edit }) => {
    fc.assert(
      fc.property(someDocuments, fc.nat(), someText, fc.nat(40), (documents, seed, word, number) => {
        const change = edit(addressFor(documents, of, seed), word, number)
        const after = structuredClone(documents)
        const selected = change(after)
        looked(after)
        if (selected !== undefined) expect(valueAt(after, selected)).toBeDefined()
      }),
      { numRuns: 30 },
    )
  })

  it.each(EDIT_ROWS)('%s does the same on a draft, and to the frozen original nothing', (_, { of, edit }) => {
    fc.assert(
      fc.property(brokenManifest, fc.nat(), someText, fc.nat(40), (documents, seed, word, number) => {
        const change = edit(addressFor(documents, of, seed), word, number)
        const plain = structuredClone(documents)
        const before = structuredClone(documents)
        change(plain)
        const drafted = produce(documents, (draft) => {
          change(draft)
        })
        expect(drafted).toEqual(plain)
        expect(documents).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
})
