import { describe, expect, it } from 'vitest'
import type { Json } from '../../kubernetes/json'
import { keptCases, tally, upstreamCases } from '../../../golden/kubeletCases'
import { humanDuration } from './humanDuration'
import { columnNames, objectCells } from './objectCells'
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

describe('rows of other objects', () => {
  interface Row {
    readonly test: string
    readonly kind: string
    readonly wide: boolean
    readonly object: Json
    readonly cells: readonly (string | number)[]
  }
  const { now = '', cases: all } = upstreamCases<Row>('print_other')
  // The ages of these are those of the day they were recorded on.
  const cases = all.filter(({ test }) => test !== 'TestPrintEventsResultSorted')
  // Upstream's objects are made 1.9 s after its now, and the cases have whole seconds.
  const time = Date.parse(now) + 100

  it('have a cell a column', () => {
    for (const { kind, object } of cases)
      for (const wide of [false, true])
        expect([kind, objectCells(kind, object, time, wide).length]).toEqual([
          kind,
          columnNames(kind, wide).length,
        ])
  })

  it('are those of kubectl', () => {
    const { agreed, total, differences } = tally('print_other', cases, ({ kind, object, wide, cells }) => {
      const printed = objectCells(kind, object, time, wide)
      // What upstream's tests of claims compare has the wide column too.
      return {
        got: cells.length > printed.length ? objectCells(kind, object, time, true) : printed,
        wanted: cells,
      }
    })
    expect(agreed, differences.join('\n')).toBe(total)
  })
})
