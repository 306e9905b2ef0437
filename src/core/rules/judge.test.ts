import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Agreement, type Aspect } from '../../golden/agreement'
import { goldenManifests } from '../../golden/texts'
import { goldenRecords, recordsOf } from '../../golden/records'
import { isObject, type Json } from '../kubernetes/json'
import { textOf } from '../kubernetes/shape'
import { read } from '../yaml/read'
import { judge } from './judge'
import { judgeUnread } from './judgeUnread'
import type { Verdict } from './verdict'

/** The least share that must agree. */
const LIMITS: Readonly<Record<Aspect, number>> = {
  verdict: 0.995,
  causes: 0.97,
  texts: 0.93,
  unread: 0.9,
  warnings: 0.95,
  podSecurity: 0.98,
}

/** What does not agree in the golden verdicts, by mutation, and why. */
const KNOWN: Readonly<Record<string, string>> = {
  'volume-ok-projected':
    'the recorded server has no ServiceAccount admission: elsewhere the pod gets an account',
  'volume-projected-token-short': 'as volume-ok-projected',
  'volume-projected-token-no-path': 'as volume-ok-projected',
  'apiversion-unknown': 'a group such as example.com may be installed in a cluster',
  'key-case-toplevel': 'the server guesses the kind from the bytes before it decodes',
  'duplicate-key-podspec':
    'the server decodes the last of the values; the reader here stops at the second key',
  'meta-generateName-bad': 'the message shows letters that the server makes up',
  'job-selector-without-manual': 'the message shows a uid that the server makes up',
}

/** Takes a text of one document; gives what is said of it. */
function verdictOf(yaml: string): Verdict {
  const { documents, problem } = read(yaml)
  return problem === null ? judge(documents[0] ?? null) : judgeUnread(yaml, problem)
}

describe('the golden verdicts', () => {
  const agreement = new Agreement()
  for (const record of goldenRecords('verdicts')) agreement.add(record, verdictOf(textOf(record['yaml'])))
  console.info(agreement.report())

  it.each(Object.entries(LIMITS))('%s agrees in at least %d', (name, limit) => {
    for (const aspect of ['verdict', 'causes', 'texts', 'unread', 'warnings', 'podSecurity'] as const) {
      if (aspect !== name) continue
      const { agreed, compared } = agreement.share(aspect)
      expect(compared).toBeGreaterThan(500)
      expect(agreed / compared).toBeGreaterThanOrEqual(limit)
    }
  })

  it('no document that the server takes is rejected', () => {
    expect(agreement.falseAlarms).toBe(0)
  })

  it('what does not agree has a reason', () => {
    const unexplained = agreement.differences.filter(({ mutation }) => !Object.hasOwn(KNOWN, mutation))
    expect(unexplained).toEqual([])
  })
})

describe.skipIf(!existsSync('../shared/corpus'))("other people's manifests", () => {
  const file = (name: string): string => readFileSync(`../shared/corpus/${name}`, 'utf8')

  it('mutants', () => {
    const agreement = new Agreement()
    for (const record of recordsOf(file('mutants.jsonl')))
      agreement.add(record, verdictOf(textOf(record['yaml'])))
    console.info(agreement.report())
    for (const aspect of ['verdict', 'causes', 'texts', 'unread', 'warnings', 'podSecurity'] as const) {
      const { agreed, compared } = agreement.share(aspect)
      expect([aspect, agreed / compared >= LIMITS[aspect]]).toEqual([aspect, true])
    }
    expect(agreement.falseAlarms).toBe(0)
  })

  it('documents', () => {
    const agreement = new Agreement()
    const known = new Map<string, readonly Json[]>()
    for (const record of recordsOf(file('verdicts.jsonl'))) {
      const name = textOf(record['file'])
      const documents = known.get(name) ?? read(file(name)).documents.filter((document) => document !== null)
      known.set(name, documents)
      const document = documents[Number(record['docIndex'])]
      if (isObject(document) && document['kind'] !== 'List') agreement.add(record, judge(document))
    }
    console.info(agreement.report())
    expect(agreement.falseAlarms).toBeLessThan(3)
    expect(agreement.share('warnings').agreed).toBe(agreement.share('warnings').compared)
  })
})

describe('judge', () => {
  it('never throws, and gives an answer to anything', () => {
    const documents = goldenManifests().flatMap(({ text }) => read(text).documents)
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(fc.nat(40), { maxLength: 12 }),
        fc.jsonValue(),
        (document, steps, value) => {
          const spoilt = spoil(document, steps, JSON.parse(JSON.stringify(value)))
          expect([0, 201, 400, 403, 404, 422]).toContain(judge(spoilt).status)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('gives the paths of what it says in the documents', () => {
    const { documents } = read(
      'kind: Pod\napiVersion: v1\nmetadata: {name: A}\nspec: {containers: [{name: a, image: b, ports: [{}]}]}',
    )
    const { diagnostics, causes } = judge(documents[0] ?? null, 3)
    expect(diagnostics.map(({ path }) => path)).toEqual([
      [3, 'metadata', 'name'],
      [3, 'spec', 'containers', 0, 'ports', 0, 'containerPort'],
    ])
    expect(causes.map(({ field }) => field)).toEqual([
      'metadata.name',
      'spec.containers[0].ports[0].containerPort',
    ])
  })
})

/** Takes a value, a way into it by positions, and another value; gives the first with the other at the end of the way. */
function spoil(value: Json, steps: readonly number[], other: Json): Json {
  const [step, ...rest] = steps
  if (step === undefined || typeof value !== 'object' || value === null) return other
  if (Array.isArray(value)) {
    if (value.length === 0) return other
    return value.map((item, i) => (i === step % value.length ? spoil(item, rest, other) : item))
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return other
  return Object.fromEntries(
    entries.map(([key, item], i) => [key, i === step % entries.length ? spoil(item, rest, other) : item]),
  )
}

it('tells beside unknown fields what the server would say next; its own answer is about them alone', () => {
  const { causes, message, diagnostics } = verdictOf(
    'apiVersion: v1\nkind: Pod\nmetadata: {name: A}\nspec: {foo: 1, containers: [{name: a, image: b}]}\n',
  )
  expect(causes).toEqual([])
  expect(message).toContain('unknown field "spec.foo"')
  expect(message).not.toContain('metadata.name')
  expect(diagnostics.map(({ path }) => path)).toEqual([
    [0, 'spec', 'foo'],
    [0, 'metadata', 'name'],
  ])
})
