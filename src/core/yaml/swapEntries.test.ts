import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import { isObject } from '../kubernetes/json'
import { valueAt, type Path } from '../kubernetes/path'
import { equalJson } from './equal'
import { parse } from './parse'
import { swapEntries } from './swapEntries'

function swapped(text: string, one: Path, other: Path): string | null {
  const edits = swapEntries(parse(text), one, other)
  return (
    edits
      ?.toReversed()
      .reduce((all, { start, end, insert }) => all.slice(0, start) + insert + all.slice(end), text) ?? null
  )
}

describe('two entries change places', () => {
  it.each([
    ['data:\n  a: 1\n  b: 2\n', 'data:\n  b: 2\n  a: 1\n'],
    ['data:\n  b: 2\n  a: 1', 'data:\n  a: 1\n  b: 2'],
    ['data: {a: 1, b: 2}\n', 'data: {b: 2, a: 1}\n'],
    ['data:\n  a: |\n    x\n    y\n  b: 2\n', 'data:\n  b: 2\n  a: |\n    x\n    y\n'],
    ['data:\n  a: 1 # one\n  b: 2\n', 'data:\n  b: 2\n  a: 1 # one\n'],
    ['data:\n  a: 1\n  # two\n  # too\n  b: 2\n', 'data:\n  # two\n  # too\n  b: 2\n  a: 1\n'],
    ['data:\n  a: 1\n\n  b: 2\nx: 3\n', 'data:\n  b: 2\n\n  a: 1\nx: 3\n'],
    ['data:\r\n  a: 1\r\n  b: 2\r\n', 'data:\r\n  b: 2\r\n  a: 1\r\n'],
  ])('%j', (text, after) => {
    expect(swapped(text, [0, 'data', 'a'], [0, 'data', 'b'])).toBe(after)
    expect(swapped(text, [0, 'data', 'b'], [0, 'data', 'a'])).toBe(after)
  })

  it.each<[string, Path, Path]>([
    ['data:\n  a: 1\n', [0, 'data', 'a'], [0, 'data', 'b']],
    ['data:\n  a: 1\n', [0, 'data', 'a'], [0, 'data', 'a']],
    ['a:\n  b: 1\n', [0, 'a'], [0, 'a', 'b']],
    // What is kept at the end of a text would be another one there.
    ['data:\n  a: |+\n    x\n\n\n  b: |+\n    y\n', [0, 'data', 'a'], [0, 'data', 'b']],
    ['', [0, 'a'], [0, 'b']],
  ])('not where that would change what is meant: %j', (text, one, other) => {
    expect(swapped(text, one, other)).toBeNull()
  })

  it.each(goldenManifests())('never changes what $file means', ({ text }) => {
    const source = parse(text)
    source.documents.forEach((document, index) => {
      for (const path of [[index], [index, 'data'], [index, 'spec']]) {
        const mapping = valueAt(source.documents, path)
        const [one, other] = isObject(mapping) ? Object.keys(mapping) : []
        if (one === undefined || other === undefined) continue
        const after = swapped(text, [...path, one], [...path, other])
        if (after !== null) expect(equalJson(parse(after).documents[index], document)).toBe(true)
      }
    })
  })
})
