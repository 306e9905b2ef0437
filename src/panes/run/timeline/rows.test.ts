import { expect, it } from 'vitest'
import { ClusterHistory } from '../../../core/simulator/history/clusterHistory'
import { HEIGHTS, podRowKey, rowsInView, rowsOf } from './rows'

/** Takes how many pods there are; gives their history: each has two containers and a volume. */
function historyOf(count: number): ClusterHistory {
  const history = new ClusterHistory(0)
  const mounts = [{ name: 'data', mountPath: '/data' }]
  for (let index = 0; index < count; index += 1) {
    const name = `web-${String(index).padStart(3, '0')}`
    history.add([
      {
        type: 'object',
        kind: 'Pod',
        namespace: 'default',
        name,
        object: {
          metadata: { name },
          spec: {
            containers: [{ name: 'nginx', volumeMounts: mounts }, { name: 'busybox' }],
            volumes: [{ name: 'data' }],
          },
        },
        time: 0,
      },
    ])
  }
  return history
}

const STRETCH = { from: 0, to: 60_000 }
const NOBODY: ReadonlySet<string> = new Set()

it('a pod has its containers and volumes below it', () => {
  const rows = rowsOf(historyOf(1), STRETCH, 1000, NOBODY)
  expect(rows.map(({ kind }) => kind)).toEqual(['pod', 'container', 'container', 'volume'])
})

it('many pods are folded, one that was turned is not', () => {
  const history = historyOf(100)
  const [first] = history.pods
  const rows = rowsOf(history, STRETCH, 1000, new Set(first === undefined ? [] : [podRowKey(first)]))
  expect(rows).toHaveLength(103)
  expect(rows.filter(({ kind }) => kind === 'container')).toHaveLength(2)
})

it('a pod that was gone before is not there', () => {
  const history = historyOf(1)
  history.add([
    { type: 'object', kind: 'Pod', namespace: 'default', name: 'web-000', object: null, time: 5000 },
  ])
  expect(rowsOf(history, { from: 4000, to: 64_000 }, 8000, NOBODY)).toHaveLength(4)
  expect(rowsOf(history, { from: 6000, to: 66_000 }, 8000, NOBODY)).toEqual([])
})

it('the Services and the node come last; the API server’s own only when it is asked', () => {
  const history = historyOf(1)
  const object = (name: string) => ({ metadata: { name, namespace: 'default' } })
  history.add([
    {
      type: 'object',
      kind: 'Service',
      namespace: 'default',
      name: 'kubernetes',
      object: object('kubernetes'),
      time: 1,
    },
    {
      type: 'object',
      kind: 'Service',
      namespace: 'default',
      name: 'front',
      object: object('front'),
      time: 1,
    },
    { type: 'object', kind: 'Node', namespace: '', name: 'node-1', object: object('node-1'), time: 1 },
  ])
  const rows = rowsOf(history, STRETCH, 1000, NOBODY).slice(-2)
  expect(rows.map(({ key }) => key)).toEqual(['service default/front', 'node node-1'])
})

it('only rows near what is looked at are drawn', () => {
  const rows = rowsOf(historyOf(100), STRETCH, 1000, NOBODY)
  const { placed, total } = rowsInView(rows, 1500, 200)
  expect(total).toBe(100 * HEIGHTS.pod)
  expect(placed.length).toBeLessThan(14)
  expect(placed.some(({ top }) => top === 1500)).toBe(true)
})

it('pods that are gone come after those that are there', () => {
  const history = historyOf(3)
  history.add([
    { type: 'object', kind: 'Pod', namespace: 'default', name: 'web-000', object: null, time: 500 },
  ])
  const names = rowsOf(history, STRETCH, 1000, NOBODY).flatMap((row) =>
    row.kind === 'pod' ? row.pod.name : [],
  )
  expect(names).toEqual(['web-001', 'web-002', 'web-000'])
})
