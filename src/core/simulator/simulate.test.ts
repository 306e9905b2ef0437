import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptCases, sortedText, tally, upstreamCases } from '../../golden/kubeletCases'
import type { JsonObject } from '../kubernetes/json'
import type { Frame } from './kubelet/frames'
import type { PodEvent } from './kubelet/history'
import { simulate, type Life, type LifeInput } from './simulate'

interface Trace extends LifeInput, Life {
  readonly name: string
}

/** How far recorded times may be from ours, in seconds. */
const NEAR = 1.5

const { cases } = keptCases<Trace>('sim_traces')
const lives = cases.map((recorded) => ({ recorded, life: simulate(recorded) }))

function isNear(a: { readonly t: number }, b: { readonly t: number } | undefined): boolean {
  return b !== undefined && Math.abs(a.t - b.t) <= NEAR
}

function said({ type, reason, message, fieldPath }: PodEvent): string {
  return `${type} ${reason} ${fieldPath} ${message}`
}

/** Counts the events that are in both histories at about the same time. */
function shared(recorded: readonly PodEvent[], got: readonly PodEvent[]): number {
  const left = [...got]
  return recorded.filter((event) => {
    const at = left.findIndex((other) => said(other) === said(event) && isNear(event, other))
    if (at < 0) return false
    left.splice(at, 1)
    return true
  }).length
}

describe('lives recorded from the kubelet', () => {
  it.each(lives.map(({ recorded, life }) => [recorded.name, recorded, life] as const))(
    '%s: the same sequence, at about the same times',
    (_name, recorded, life) => {
      expect(life.sequence).toEqual(recorded.sequence)
      expect(life.frames).toHaveLength(recorded.frames.length)
      for (const [index, frame] of recorded.frames.entries())
        expect([frame.t, isNear(frame, life.frames[index])]).toEqual([frame.t, true])
    },
  )

  it('the same events, nearly all', () => {
    const total = lives.reduce(
      (sum, { recorded, life }) => sum + Math.max(recorded.events.length, life.events.length),
      0,
    )
    const agreed = lives.reduce((sum, { recorded, life }) => sum + shared(recorded.events, life.events), 0)
    console.info(`sim_traces: events ${agreed}/${total}`)
    expect(agreed / total).toBeGreaterThanOrEqual(0.95)
  })

  it('the same states, conditions and columns, nearly everywhere', () => {
    const withoutTime = (frame: Frame | undefined) =>
      sortedText({ ...frame, t: 0, age: '', restartsColumn: '' })
    const pairs = lives.flatMap(({ recorded, life }) =>
      recorded.frames.map((frame, index) => [withoutTime(frame), withoutTime(life.frames[index])] as const),
    )
    const agreed = pairs.filter(([wanted, got]) => wanted === got).length
    console.info(`sim_traces: frames ${agreed}/${pairs.length} of ${cases.length} lives`)
    expect(agreed / pairs.length).toBeGreaterThanOrEqual(0.99)
  })
})

describe('lives of the lessons', () => {
  interface Recorded extends Life, Omit<LifeInput, 'pod'> {
    readonly podRun: JsonObject
  }
  const { cases: lessons } = upstreamCases<{ readonly evidence?: Readonly<Record<string, Recorded>> }>(
    'lessons',
  )

  it('have the same sequences', () => {
    const recorded = lessons.flatMap(({ evidence }) => Object.values(evidence ?? {}))
    const metadata = { name: 'demo', namespace: 'default', uid: 'uid-demo' }
    const { agreed, total, differences } = tally('lessons', recorded, (row) => ({
      got: simulate({ ...row, pod: { metadata, ...row.podRun } }).sequence,
      wanted: row.sequence,
    }))
    expect(agreed, differences[0]).toBe(total)
  })
})

/** A life as it would come from outside. */
function lifeOf(input: unknown): LifeInput {
  return JSON.parse(JSON.stringify(input))
}

describe('any life', () => {
  const name = fc.constantFrom('a', 'b', 'c')
  const container = fc.record(
    {
      name,
      image: fc.constantFrom('x:1', 'missing:1'),
      restartPolicy: fc.constantFrom('Always', 'Never', 'OnFailure'),
      livenessProbe: fc.constant({ exec: { command: ['until', '20'] }, periodSeconds: 3 }),
      readinessProbe: fc.constant({ exec: { command: ['sleep', '2'] } }),
      startupProbe: fc.constant({ exec: { command: ['after', '4'] }, periodSeconds: 1 }),
    },
    { requiredKeys: ['name'] },
  )
  const life = fc.record({
    pod: fc.record({
      metadata: fc.constant({ name: 'p' }),
      spec: fc.record({
        restartPolicy: fc.constantFrom('Always', 'Never', 'OnFailure'),
        initContainers: fc.array(container, { maxLength: 2 }),
        containers: fc.array(container, { maxLength: 2 }),
      }),
    }),
    behavior: fc.dictionary(
      name,
      fc.record({
        runs: fc.array(
          fc.record({ for: fc.integer({ min: 0, max: 30 }), exit: fc.integer({ min: 0, max: 2 }) }),
        ),
        ignoreTerm: fc.boolean(),
      }),
    ),
    images: fc.constant({ 'missing:1': { error: 'gone' } }),
    deleteAt: fc.integer({ min: 0, max: 60 }),
    duration: fc.constant(200),
  })

  it('is the same each time, and its times only grow', () => {
    fc.assert(
      fc.property(life, (input) => {
        const first = simulate(lifeOf(input))
        expect(simulate(lifeOf(input))).toEqual(first)
        for (const history of [first.frames, first.events, first.runtimeEvents])
          expect(history.map(({ t }) => t)).toEqual(history.map(({ t }) => t).toSorted((a, b) => a - b))
      }),
      { numRuns: 40 },
    )
  })

  it('ends with the pod removed once it is deleted', () => {
    fc.assert(
      fc.property(life, (input) => {
        expect(simulate(lifeOf(input)).sequence.at(-1)).toBe('(removed)')
      }),
      { numRuns: 40 },
    )
  })

  it('is lived by anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const pod = JSON.parse(JSON.stringify(value))
        simulate({ pod, duration: 5 })
        simulate({ pod: { spec: pod }, duration: 5 })
      }),
      { numRuns: 40 },
    )
  })
})
