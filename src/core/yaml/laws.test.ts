import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject, type Json } from '../kubernetes/json'
import { equalJson } from './equal'
import { parse } from './parse'
import { read } from './read'
import { revise } from './revise'
import { splice } from './splice'
import { write } from './write'
import { planDocuments } from './planDocuments'
import { applyEdits } from './source'

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : /\.ya?ml$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  )
}
const CORPUS = filesIn('../shared/corpus/files')
const MANIFESTS = [...filesIn('src/golden/manifests'), ...filesIn('../shared/manifests')]
const texts = (files: string[]): [string, string][] => files.map((f) => [f, readFileSync(f, 'utf8')])

/** All collections' addresses. */
function collections(root: Json): (Json[] | { [k: string]: Json })[] {
  const out: (Json[] | { [k: string]: Json })[] = []
  const walk = (v: Json): void => {
    if (Array.isArray(v)) {
      out.push(v)
      v.forEach(walk)
    } else if (isObject(v)) {
      out.push(v)
      Object.values(v).forEach(walk)
    }
  }
  walk(root)
  return out
}
const STR = [
  'x',
  'yes',
  '0644',
  'a: b',
  '',
  ' lead',
  'multi\nline\n',
  'tab\there',
  "it's",
  '"q"',
  '#no',
  'a #b',
  '1.5',
  'true',
  '- x',
  'long '.repeat(30),
  'ü',
  '*a',
  'a\n\n',
  '{{ x }}',
  'null',
  '\\d',
  'x:',
  '  a\nb',
]
function mutate(docs: Json[], rng: () => number): string {
  const pick = <T>(xs: T[]): T => xs[Math.floor(rng() * xs.length)]!
  const value = (d = 0): Json => {
    const r = rng()
    if (r < 0.5) return pick(STR)
    if (r < 0.65) return Math.floor(rng() * 9000)
    if (r < 0.75) return rng() < 0.5
    if (r < 0.78) return null
    if (d > 2) return 'deep'
    if (r < 0.9)
      return Object.fromEntries(
        Array.from({ length: Math.floor(rng() * 3) }, (_, i) => [
          pick(['name', 'key', 'yes', 'a.b/c', 'k' + i]),
          value(d + 1),
        ]),
      )
    return Array.from({ length: Math.floor(rng() * 3) }, () => value(d + 1))
  }
  const all = collections(docs).slice(1)
  if (all.length === 0) return 'none'
  const c = pick(all)
  const op = rng()
  if (Array.isArray(c)) {
    if (c.length === 0 || op < 0.25) {
      c.splice(Math.floor(rng() * (c.length + 1)), 0, value())
      return 'insert item'
    }
    if (op < 0.5) {
      c.splice(Math.floor(rng() * c.length), 1)
      return 'remove item'
    }
    if (op < 0.75) {
      const i = Math.floor(rng() * c.length)
      const [x] = c.splice(i, 1)
      c.splice(Math.floor(rng() * (c.length + 1)), 0, x!)
      return 'reorder'
    }
    c[Math.floor(rng() * c.length)] = value()
    return 'set item'
  }
  const keys = Object.keys(c)
  const k = pick(keys)
  const reset = (es: [string, Json][]): void => {
    for (const key of keys) delete c[key]
    for (const [key, v] of es) c[key] = v
  }
  if (keys.length === 0 || op < 0.25) {
    const es = Object.entries(c)
    es.splice(Math.floor(rng() * (es.length + 1)), 0, ['new' + Math.floor(rng() * 99), value()])
    reset(es)
    return 'insert key'
  }
  if (op < 0.45) {
    delete c[k]
    return 'remove key'
  }
  if (op < 0.65) {
    reset(Object.entries(c).map(([key, v]) => [key === k ? 'renamed' : key, v]))
    return 'rename'
  }
  if (op < 0.75) {
    const es = Object.entries(c)
    const [x] = es.splice(Math.floor(rng() * es.length), 1)
    es.splice(Math.floor(rng() * (es.length + 1)), 0, x!)
    reset(es)
    return 'reorder keys'
  }
  c[k] = value()
  return 'set'
}
function commentsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|[ \t])(#[^\r\n]*)/gm)].map((m) => m[1]!.trim())
}

describe('laws', () => {
  it('no-op', () => {
    let bad = 0
    for (const [f, text] of texts([...MANIFESTS, ...CORPUS]))
      if (write(text, read(text).documents) !== text) {
        bad++
        console.log(f)
      }
    expect(bad).toBe(0)
  })
  it('random edits', () => {
    let n = 0,
      whole = 0,
      wrong = 0,
      lost = 0,
      shown = 0
    const t0 = performance.now()
    let seed = Number(process.env.SEED ?? 1)
    const rng = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed / 2147483648
    }
    for (const [f, text] of texts([...MANIFESTS, ...CORPUS])) {
      const source = parse(text)
      for (let i = 0; i < Number(process.env.N ?? 6); i++) {
        const docs = structuredClone(source.documents) as Json[]
        const op = mutate(docs, rng)
        n++
        const result = revise(source, docs)
        if (!equalJson(read(result.source.text).documents as Json, docs)) {
          wrong++
          console.log('WRONG', f, op)
        }
        const w = result.depth
        if (w !== Infinity) {
          whole++
          if (shown++ < 25) {
            console.log('COARSE', w, f.slice(-60), op)
            const e = planDocuments(source, docs, { depth: Infinity, blocks: true })
            console.log(
              String(
                e &&
                  JSON.stringify(
                    e.map((x) => [
                      text.slice(Math.max(0, x.start - 60), x.start),
                      '<<' + text.slice(x.start, x.end) + '>>',
                      x.insert,
                      text.slice(x.end, x.end + 40),
                    ]),
                  ),
              ).slice(0, 1500),
            )
            if (e) console.log(parse(applyEdits(text, e)).problem)
          }
        } else {
          const after = commentsOf(result.source.text)
          const missing = commentsOf(text).length - after.length
          if (missing > 0 && !op.startsWith('remove') && !op.startsWith('set')) {
            lost++
            if (lost < 10) console.log('LOST', missing, f.slice(-60), op)
          }
        }
      }
    }
    console.log({ n, whole, wrong, lost, ms: performance.now() - t0 })
    void fc
  }, 120000)

  it('splice is parse', () => {
    let seed = Number(process.env.SEED ?? 1)
    const rng = (): number => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed / 2147483648
    }
    let n = 0,
      bad = 0,
      ms = 0,
      ms2 = 0
    const INS = [
      'a',
      ' ',
      '\n',
      '  ',
      ': ',
      '- ',
      '#',
      ' # c',
      '"',
      "'",
      '{',
      ']',
      ',',
      '&a ',
      '*a',
      '|',
      '|\n',
      '\n    x',
      '\r\n',
      'name: x',
      '---\n',
      '? ',
      '<<: ',
      '\t',
      '...',
      '!t ',
      '\n\n',
    ]
    for (const [f, text] of texts([...MANIFESTS, ...CORPUS])) {
      let source = parse(text)
      for (let i = 0; i < Number(process.env.N ?? 6); i++) {
        const start = Math.floor(rng() * (source.text.length + 1))
        const end = Math.min(source.text.length, start + (rng() < 0.5 ? 0 : Math.floor(rng() * rng() * 40)))
        const edit = { start, end, insert: rng() < 0.2 ? '' : INS[Math.floor(rng() * INS.length)]! }
        n++
        const t0 = performance.now()
        const a = splice(source, [edit])
        const t1 = performance.now()
        const b = parse(applyEdits(source.text, [edit]))
        ms += t1 - t0
        ms2 += performance.now() - t1
        const same =
          JSON.stringify(a.trees, skip) === JSON.stringify(b.trees, skip) &&
          JSON.stringify(a.problem) === JSON.stringify(b.problem)
        if (!same) {
          bad++
          if (bad < 6)
            console.log(
              'DIFF',
              f,
              JSON.stringify(edit),
              JSON.stringify(source.text.slice(start - 80, start)),
              JSON.stringify(source.text.slice(end, end + 50)),
              a.problem,
              b.problem,
              a.problem || b.problem ? '' : firstDiff(a.trees, b.trees),
            )
        }
        if (a.problem === null && rng() < 0.7) source = a
      }
    }
    console.log({ n, bad, ms, ms2 })
  }, 240000)
})
const skip = (k: string, v: unknown): unknown => (k === 'target' ? undefined : v)
function firstDiff(a: any, b: any, path = ''): string {
  if (a === b) return ''
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b)
    return path + ' ' + String(a) + ' ' + String(b)
  for (const k of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (k === 'target') continue
    const d = firstDiff(a[k], b[k], path + '.' + k)
    if (d) return d
  }
  return ''
}
