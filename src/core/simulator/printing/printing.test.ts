import { describe, expect, it } from 'vitest'
import { keptCases, tally, upstreamCases } from '../../../golden/kubeletCases'
import { humanDuration } from './humanDuration'
import { podCells, type PrintedPod } from './podCells'

describe('human durations', () => {
  const { cases } = keptCases<{ seconds: number; expected: string }>('generated_human_duration')

  it('are written as kubectl does', () => {
    const { agreed, total, differences } = tally('generated_human_duration', cases, (row) => ({
      got: humanDuration(row.seconds),
      wanted: row.expected,
    }))
    expect(agreed, differences[0]).toBe(total)
  })

  it.each([
    [-5, '<invalid>'],
    [-1, '0s'],
    [119, '119s'],
    [300, '5m'],
    [599, '9m59s'],
    [10_800, '3h'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(humanDuration(seconds)).toBe(text)
  })
})

describe('rows of pods', () => {
  const { now = '', cases } = upstreamCases<{
    test: string
    wide: boolean
    object: PrintedPod
    cells: readonly string[]
  }>('print_pod')

  it('are those of kubectl', () => {
    const { agreed, total, differences } = tally('print_pod', cases, (row) => ({
      got: podCells(row.object, Date.parse(now), row.wide),
      wanted: row.cells,
    }))
    expect(agreed, differences[0]).toBe(total)
  })
})
