import { expect, it } from 'vitest'
import { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import type { Happening } from '../../../core/simulator/history/happening'
import type { Drawn } from './drawn'
import { inOrder, markBefore, markByKey, marksAt, marksOfLane } from './laneMarks'
import { rowsOf } from './rows'
import { placing } from './stretch'

const PLACE = { namespace: 'default', pod: 'web', container: 'nginx' }

const log = (time: number): Happening => ({
  type: 'log',
  ...PLACE,
  attempt: 0,
  stream: 'stdout',
  text: `line ${time}`,
  time,
})

const probe = (time: number, passed: boolean): Happening => ({
  type: 'probe',
  ...PLACE,
  probe: 'readiness',
  passed,
  words: passed ? '' : 'it failed',
  time,
})

const history = new ClusterHistory(0)
history.add([
  {
    type: 'object',
    kind: 'Pod',
    namespace: 'default',
    name: 'web',
    object: { metadata: { name: 'web' }, spec: { containers: [{ name: 'nginx' }] } },
    time: 0,
  },
  log(1000),
  probe(2000, true),
  probe(5000, false),
  log(5010),
  log(9000),
])

const stretch = { from: 0, to: 10_000 }
const drawn: Drawn = { history, stretch, width: 1000, now: 9500, moment: 9500, place: placing(stretch, 1000) }
const row = rowsOf(history, stretch, 9500, new Set()).find(({ kind }) => kind === 'container')
const sets = row === undefined ? [] : marksOfLane(drawn, row)

it.each([
  ['a probe', 201, 5, [2000]],
  ['a failed probe above, not the line below', 500, 5, [5000]],
  ['the line below, not the probe above', 500, 24, [5010]],
  ['between: the span', 500, 14, []],
  ['nothing near', 300, 5, []],
])('under the pointer is %s', (_what, x, y, times) => {
  expect(marksAt(sets, drawn, x, y).map(({ time }) => time)).toEqual(times)
})

it('keys go from mark to mark, and stop at the ends', () => {
  const marks = inOrder(sets)
  expect(marks.map(({ time }) => time)).toEqual([1000, 2000, 5000, 5010, 9000])
  const [first = null, second = null] = marks
  expect(markBefore(marks, 4999)).toBe(second)
  expect(markBefore(marks, 0)).toBe(first)
  expect(markByKey(marks, first, 'ArrowRight')).toBe(second)
  expect(markByKey(marks, first, 'ArrowLeft')).toBe(first)
  expect(markByKey(marks, first, 'End')).toBe(marks.at(-1))
  expect(markByKey(marks, second, 'Home')).toBe(first)
  expect(markByKey(marks, first, 'x')).toBeNull()
  expect(markByKey([], null, 'End')).toBeNull()
})
