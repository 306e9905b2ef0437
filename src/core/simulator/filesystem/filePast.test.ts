import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock } from '../clock'
import { contentOf, textOf, type FileNode } from './fileNode'
import { FilePast } from './filePast'
import { FileTree } from './fileTree'

/** All that can be seen of something in a tree. */
function told(node: FileNode): unknown {
  const { type, mode, uid, gid, modifiedAt } = node
  const facts = { type, mode, uid, gid, modifiedAt }
  if (node.type === 'file') return { ...facts, text: textOf(contentOf(node)) }
  if (node.type === 'symlink') return { ...facts, target: node.target }
  return { ...facts, entries: Object.fromEntries([...node.entries].map(([name, at]) => [name, told(at)])) }
}

const NAMES = ['a', 'b', 'c']
const name = fc.constantFrom(...NAMES)
const text = fc.string({ maxLength: 5 })

/** What may be done to a tree. */
interface Deed {
  readonly does: 'put' | 'extend' | 'drop' | 'move' | 'link' | 'directory' | 'facts'
  readonly one: string
  readonly other: string
  readonly text: string
  /** How much later than the one before. */
  readonly later: number
}

const deed: fc.Arbitrary<Deed> = fc.record({
  does: fc.constantFrom('put', 'extend', 'drop', 'move', 'link', 'directory', 'facts'),
  one: name,
  other: name,
  text,
  later: fc.nat({ max: 2 }),
})

function perform(tree: FileTree, { does, one, other, text: words }: Deed): void {
  const node = tree.at(one)
  const bytes = new TextEncoder().encode(words)
  if (does === 'put' && node?.type !== 'directory') tree.put(one, words, 0o600, 7, 8)
  else if (does === 'extend' && node?.type === 'file') tree.extend(node, bytes, one)
  else if (does === 'drop') tree.drop(tree.root, one)
  else if (does === 'move' && one !== other) tree.move(tree.root, one, tree.root, other)
  else if (does === 'link') tree.putLink(words, one)
  else if (does === 'directory' && node === undefined) tree.put(`${one}/${other}`, words)
  else if (does === 'facts' && node !== undefined) tree.setFacts(node, { mode: 0o700, uid: 3 })
}

describe('the past of a tree', () => {
  it('is what it was, at every moment, whatever was done to it since', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const clock = new Clock()
        const tree = new FileTree(clock)
        const seen = new Map<number, unknown>([[0, told(tree.root)]])
        for (const each of deeds) {
          clock.now += each.later
          perform(tree, each)
          seen.set(clock.now, told(tree.root))
        }
        const roots = new Set([tree.root])
        const present = told(tree.root)
        for (const [time, was] of seen)
          expect(told(tree.past.at(time, roots).directory(tree.root))).toEqual(was)
        expect(told(tree.root)).toEqual(present)
      }),
    )
  })

  it('is kept within bounds, and says from when on it is known', () => {
    const clock = new Clock()
    const past = new FilePast(clock, { steps: 10, bytes: 1000 })
    const [busy, quiet] = [new FileTree(clock, { past }), new FileTree(clock, { past })]
    const known = (tree: FileTree) => past.knownFrom(new Set([tree.root]))
    clock.now = 1
    quiet.put('a', 'once')
    for (let round = 0; round < 3; round += 1) {
      clock.now += 10
      busy.put('log', String(round))
    }
    expect(known(busy)).toBe(0)
    for (let round = 0; round < 100; round += 1) {
      clock.now += 10
      busy.put('log', String(round))
    }
    const from = known(busy)
    expect(from).toBeGreaterThan(900)
    expect(known(quiet)).toBe(1)
    const then = past
      .at(from, new Set([busy.root]))
      .directory(busy.root)
      .entries.get('log')
    expect(then?.type === 'file' ? textOf(contentOf(then)) : '').toBe(String((from - 41) / 10))
    clock.now += 10
    busy.put('log', 'x'.repeat(5000))
    clock.now += 10
    busy.put('log', '')
    expect(known(busy)).toBe(clock.now)
  })
})
