import { describe, expect, it } from 'vitest'
import { ClusterHistory } from '../clusterHistory'
import type { Happening } from '../happening'
import { explainMark } from './explainMark'
import type { Mark } from './mark'

const PLACE = { namespace: 'default', pod: 'web', container: 'nginx' }

const POD: Happening = {
  type: 'object',
  kind: 'Pod',
  namespace: 'default',
  name: 'web',
  object: {
    metadata: { name: 'web' },
    spec: {
      containers: [
        {
          name: 'nginx',
          readinessProbe: { httpGet: { path: '/ok', port: 80 }, failureThreshold: 2 },
          livenessProbe: { exec: { command: ['cat', '/alive'] } },
        },
      ],
    },
  },
  time: 0,
}

function probe(time: number, type: 'readiness' | 'liveness', words: string): Mark & Happening {
  return { type: 'probe', ...PLACE, probe: type, passed: words === '', words, time }
}

function historyOf(...happenings: readonly Happening[]): ClusterHistory {
  const history = new ClusterHistory(0)
  history.add([POD, ...happenings])
  return history
}

describe('what a probe’s mark means', () => {
  const marks = [
    probe(1, 'readiness', ''),
    probe(2, 'readiness', 'HTTP probe failed with statuscode: 503'),
    probe(3, 'liveness', ''),
    probe(4, 'readiness', 'HTTP probe failed with statuscode: 500'),
  ]
  const history = historyOf(...marks)
  it.each([
    [0, 'readinessProbe passed', 'It answered with a status from 200 to 399.'],
    [1, 'readinessProbe failed', 'That makes 1 in a row; 2 count as a failure.'],
    [2, 'livenessProbe passed', 'The command ended with exit code 0.'],
    [3, 'readinessProbe failed', 'That makes 2 in a row; 2 count as a failure.'],
  ])('%i: %s', (index, title, words) => {
    const mark = marks[index]
    if (mark === undefined) throw new Error('no such mark')
    const explained = explainMark(history, mark)
    expect(explained.title).toBe(title)
    expect(explained.words).toContain(words)
    expect(explained.source?.rule).toMatch(/^pkg\/probe\//)
  })

  it('says what was asked', () => {
    const [first = probe(0, 'readiness', '')] = marks
    expect(explainMark(history, first).verbatim).toBe('GET /ok on port 80')
  })
})

const REQUEST = {
  type: 'request',
  from: { namespace: 'default', pod: 'client', container: 'shell' },
  host: 'front',
  port: 80,
  protocol: 'http',
  path: '/a',
  service: { namespace: 'default', name: 'front' },
  to: PLACE,
  result: { status: 200 },
  took: 7,
  time: 5,
} as const satisfies Mark

const ROWS: readonly (readonly [Mark, title: string, isWrong: boolean, verbatim: string, words: string])[] = [
  [REQUEST, 'shell of client → nginx of web', false, 'http://front:80/a', 'Status 200. It took 7 ms.'],
  [
    { ...REQUEST, to: null, result: { error: 'refused' }, took: 0 },
    'shell of client → nobody',
    true,
    'http://front:80/a',
    'The connection was refused: nobody listens on that port. It took 0 ms.',
  ],
  [
    { type: 'log', ...PLACE, attempt: 2, stream: 'stderr', text: 'oh no', time: 1 },
    'nginx wrote to stderr',
    false,
    'oh no',
    'In its run after restart 2.',
  ],
  [
    {
      type: 'file',
      ...PLACE,
      access: 'write',
      volume: 'html',
      mountPath: '/data/',
      path: 'a.txt',
      bytes: 1,
      time: 1,
    },
    'nginx wrote a file',
    false,
    '/data/a.txt',
    '1 byte, in the volume html. Every container that mounts it sees the same files.',
  ],
  [{ type: 'intervention', words: 'Kill nginx.', time: 1 }, 'You did this', false, '', 'Kill nginx.'],
]

it.each(ROWS)('of $type', (mark, title, isWrong, verbatim, words) => {
  const explained = explainMark(historyOf(), mark)
  expect(explained).toMatchObject({ title, isWrong, verbatim })
  expect(explained.words).toContain(words)
})
