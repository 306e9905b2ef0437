import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Diagnostic } from '../core/rules/verdict'
import { useDesigner } from './designer'
import { problemsWithin, settled, useProblems, watchProblems } from './problems'

const problem = (path: Diagnostic['path'], message = 'bad', id = 'x'): Diagnostic => ({
  path,
  message,
  id,
  level: 'error',
  reason: 'FieldValueInvalid',
  source: 'api-server',
})

describe('settled', () => {
  const a = problem([0, 'a'])
  const b = problem([0, 'b'])
  it.each([
    { what: 'new while somebody types', shown: [], found: [a], isCalm: false, next: [] },
    { what: 'new and calm', shown: [], found: [a], isCalm: true, next: [a] },
    { what: 'mended while somebody types', shown: [a, b], found: [b], isCalm: false, next: [b] },
    { what: 'one more while somebody types', shown: [a], found: [a, b], isCalm: false, next: [a] },
    {
      what: 'other words for the same while somebody types',
      shown: [a],
      found: [problem([0, 'a'], 'worse')],
      isCalm: false,
      next: [problem([0, 'a'], 'worse')],
    },
  ])('$what', ({ shown, found, isCalm, next }) => {
    expect(settled(shown, found, isCalm)).toEqual(next)
  })

  it('is the same list while nothing changes', () => {
    const shown = [a, b]
    expect(settled(shown, [problem([0, 'a']), problem([0, 'b'])], true)).toBe(shown)
  })
})

describe('watchProblems', () => {
  let stop = (): void => {}
  beforeEach(() => {
    vi.useFakeTimers()
    useProblems.setState({ shown: [] })
    useDesigner.getState().open('a: 1\n')
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
  })
  const messages = (): string[] => useProblems.getState().shown.map(({ message }) => message)

  it('says at once what is wrong with what is opened, and after a second what is wrong with what is typed', async () => {
    stop = watchProblems(() =>
      Promise.resolve({
        diagnose: ({ text }) => (text.includes('bad') ? [problem([0], text)] : []),
        aboutOf: () => null,
      }),
    )
    await vi.advanceTimersByTimeAsync(0)
    expect(messages()).toEqual([])
    useDesigner.getState().open('a: bad\n')
    await vi.advanceTimersByTimeAsync(100)
    expect(messages()).toEqual(['a: bad\n'])
    useDesigner.getState().type('a: good\n')
    await vi.advanceTimersByTimeAsync(100)
    expect(messages()).toEqual([])
    useDesigner.getState().type('a: bad 2\n')
    await vi.advanceTimersByTimeAsync(900)
    expect(messages()).toEqual([])
    useDesigner.getState().type('a: bad 3\n')
    await vi.advanceTimersByTimeAsync(900)
    expect(messages()).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(messages()).toEqual(['a: bad 3\n'])
  })
})

it('finds what is within', () => {
  const inside = problem([0, 'spec', 'x'])
  expect(problemsWithin([problem([1]), inside, problem([0])], [0, 'spec'])).toEqual([inside])
})
