import { describe, expect, it } from 'vitest'
import type { ObjectsByKind } from '../api/objects'
import type { ContainerStatus } from '../kubelet/status/podStatusTypes'
import { ClusterHistory } from './clusterHistory'
import { explain } from './explain'
import type { Deed, Happening } from './happening'
import { podsAt } from './moment'
import { Recent } from './recent'
import { podsOf, summaryOf } from './summary'

const EPOCH = Date.UTC(2030, 0, 1)
const NAMESPACE = 'default'
const POD = 'test-abc-xyz12'
const place = (container: string) => ({ namespace: NAMESPACE, pod: POD, container })

type Pod = ObjectsByKind['Pod']

const pod = (statuses: readonly ContainerStatus[], more: Partial<Pod['metadata']> = {}): Pod => ({
  metadata: {
    name: POD,
    namespace: NAMESPACE,
    ownerReferences: [{ kind: 'ReplicaSet', name: 'test-abc' }],
    ...more,
  },
  spec: {
    initContainers: [{ name: 'setup' }, { name: 'proxy', restartPolicy: 'Always' }],
    containers: [{ name: 'web', readinessProbe: {}, volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
    volumes: [
      { name: 'data', emptyDir: {} },
      { name: 'unused', emptyDir: {} },
    ],
  },
  status: {
    phase: 'Running',
    initContainerStatuses: statuses.filter(({ name }) => name !== 'web'),
    containerStatuses: statuses.filter(({ name }) => name === 'web'),
  },
})

const podNow = (object: Pod | null): Deed => ({
  type: 'object',
  kind: 'Pod',
  namespace: NAMESPACE,
  name: POD,
  object,
})

const waiting = (name: string, reason: string, message = '', restartCount = 0): ContainerStatus => ({
  name,
  restartCount,
  state: { waiting: { reason, message } },
})

const running = (name: string, ready: boolean, restartCount = 0): ContainerStatus => ({
  name,
  restartCount,
  ready,
  started: true,
  state: { running: {} },
})

const starts = (container: string, attempt = 0): Deed => ({
  type: 'runtime',
  what: 'start',
  attempt,
  ...place(container),
})

const exits = (container: string, code: number, attempt = 0, reason = ''): Deed => ({
  type: 'runtime',
  what: 'exit',
  code,
  reason,
  attempt,
  ...place(container),
})

/** Takes what happens and when; gives the history of it, after a Deployment's ReplicaSet. */
function historyOf(...deeds: readonly (readonly [time: number, deed: Deed])[]): ClusterHistory {
  const history = new ClusterHistory(EPOCH)
  const replicaSet: Deed = {
    type: 'object',
    kind: 'ReplicaSet',
    namespace: NAMESPACE,
    name: 'test-abc',
    object: { metadata: { name: 'test-abc', ownerReferences: [{ kind: 'Deployment', name: 'test' }] } },
  }
  const all: readonly Happening[] = [
    { ...replicaSet, time: 0 },
    ...deeds.map(([time, deed]) => ({ ...deed, time })),
  ]
  history.add(all)
  return history
}

/** Takes a history and a container; gives its spans in short. */
function spansOf(history: ClusterHistory, container: string): readonly string[] {
  return (history.pods[0]?.laneOf(container)?.spans ?? []).map(
    ({ time, end, state, reason }) => `${time}–${end ?? ''} ${state}${reason === '' ? '' : ` ${reason}`}`,
  )
}

/** Takes a history and a container; gives which explanation each of its spans has. */
function explanationsOf(history: ClusterHistory, container: string): readonly string[] {
  const [life] = history.pods
  const found = life?.containers.find(({ name }) => name === container)
  if (life === undefined || found === undefined) return []
  return found.lane.spans.map((_, index) => explain(history, life, found, index)?.id ?? 'none')
}

const creating = pod([
  waiting('setup', 'PodInitializing'),
  waiting('proxy', 'PodInitializing'),
  waiting('web', 'PodInitializing'),
])

describe('a container’s lane', () => {
  it('begins and ends with the process, and is ready when the status says so', () => {
    const history = historyOf(
      [0, podNow(creating)],
      [400, starts('web')],
      [1000, podNow(pod([running('web', false)]))],
      [5000, podNow(pod([running('web', true)]))],
      [9000, podNow(pod([running('web', false)]))],
    )
    expect(spansOf(history, 'web')).toEqual([
      '0–400 waiting PodInitializing',
      '400–1000 running',
      '1000–5000 running',
      '5000–9000 ready',
      '9000– running',
    ])
    expect(explanationsOf(history, 'web')).toEqual([
      'init-first',
      'start',
      'started',
      'ready-by-probe',
      'unready',
    ])
  })

  it('shows the restart at once, and the back-off until it is over', () => {
    const words = 'back-off 1m20s restarting failed container=web pod=x'
    const history = historyOf(
      [0, podNow(creating)],
      [400, starts('web')],
      [2000, exits('web', 1)],
      [3000, starts('web', 1)],
      [5000, exits('web', 1, 1)],
      [6000, podNow(pod([waiting('web', 'CrashLoopBackOff', words, 1)]))],
      [85_000, starts('web', 2)],
    )
    expect(spansOf(history, 'web')).toEqual([
      '0–400 waiting PodInitializing',
      '400–2000 running',
      '2000–3000 failed Error',
      '3000–5000 running',
      '5000–6000 failed Error',
      '6000–85000 backOff CrashLoopBackOff',
      '85000– running',
    ])
    expect(history.pods[0]?.laneOf('web')?.at(7000)?.until).toBe(85_000)
    expect(explanationsOf(history, 'web')).toEqual([
      'init-first',
      'start',
      'failed',
      'first-restart',
      'failed',
      'crash-loop',
      'restart',
    ])
  })

  it('a status of the run before is not the new run’s', () => {
    const history = historyOf(
      [0, podNow(pod([running('web', true)]))],
      [100, starts('web', 1)],
      [200, podNow(pod([running('web', true, 0)]))],
    )
    expect(history.pods[0]?.laneOf('web')?.at(200)?.state).toBe('running')
  })

  it.each<[name: string, deeds: readonly (readonly [number, Deed])[], container: string, id: string]>([
    [
      'you kill it',
      [
        [500, { type: 'intervention', words: 'kill web of test' }],
        [500, exits('web', 137)],
      ],
      'web',
      'intervention',
    ],
    ['its memory runs out', [[500, exits('web', 137, 0, 'OOMKilled')]], 'web', 'oom'],
    ['it ends with 0', [[500, exits('web', 0)]], 'web', 'completed'],
    ['an init container is done', [[500, exits('setup', 0)]], 'setup', 'init-done'],
    [
      'the liveness probe fails',
      [
        [
          500,
          {
            type: 'event',
            event: {
              involvedObject: { kind: 'Pod', namespace: NAMESPACE, name: POD },
              type: 'Normal',
              reason: 'Killing',
              message: 'Container web failed liveness probe, will be restarted',
              source: { component: 'kubelet' },
              firstTimestamp: '',
              lastTimestamp: '',
              count: 1,
            },
          },
        ],
        [500, { type: 'runtime', what: 'sigterm', attempt: 0, ...place('web') }],
      ],
      'web',
      'failed-liveness',
    ],
    [
      'the pod is deleted',
      [[500, podNow(pod([running('web', true)], { deletionTimestamp: '2030-01-01T00:00:30Z' }))]],
      'web',
      'stop',
    ],
    [
      'the image is not there',
      [[500, podNow(pod([waiting('proxy', 'ErrImagePull')]))]],
      'proxy',
      'image-error',
    ],
  ])('says why: %s', (_, deeds, container, id) => {
    const isBorn = container !== 'proxy'
    const history = historyOf(
      [0, podNow(creating)],
      ...(isBorn ? [[100, starts(container)] as const] : []),
      ...deeds,
    )
    expect(explanationsOf(history, container).at(-1)).toBe(id)
  })
})

describe('a moment', () => {
  const history = historyOf(
    [0, podNow(creating)],
    [400, starts('web')],
    [5000, podNow(pod([running('web', true), running('proxy', true)]))],
    [9000, podNow(null)],
  )

  it('has the pods that are there, with kubectl’s columns', () => {
    expect(podsAt(history, 0)[0]?.columns).toMatchObject({ ready: '0/2', status: 'Init:0/2' })
    expect(podsAt(history, 5000)[0]?.columns).toMatchObject({ ready: '2/2', status: 'Running' })
    expect(podsAt(history, 9000)).toEqual([])
    expect(podsAt(history, 8999)).toHaveLength(1)
  })

  it('finds the pods of a Deployment through its ReplicaSet', () => {
    const pods = podsAt(history, 5000)
    expect(podsOf(pods, NAMESPACE, { kind: 'Deployment', name: 'test' })).toHaveLength(1)
    expect(podsOf(pods, NAMESPACE, { kind: 'Deployment', name: 'other' })).toEqual([])
    expect(summaryOf(pods, 'web')).toEqual({ state: 'ready', reason: '', count: 1, of: 1 })
    expect(summaryOf(pods, 'nobody')).toBeNull()
  })

  it('has lanes for the volumes that are mounted', () => {
    expect(history.pods[0]?.volumes).toEqual([{ name: 'data', containers: ['web'] }])
  })

  it('is over for containers of a pod that is gone', () => {
    expect(history.pods[0]?.laneOf('web')?.at(9000)).toBeNull()
    expect(history.pods[0]?.isBetween(9001, 10_000)).toBe(false)
  })
})

it('keeps the newest of what happened, in all its places', () => {
  const recent = new Recent<{ readonly time: number }>(100)
  for (let time = 0; time < 1000; time += 1) recent.add({ time }, time % 2 === 0 ? 'even' : 'odd')
  expect(recent.all.length).toBeGreaterThanOrEqual(100)
  expect(recent.all.length).toBeLessThanOrEqual(125)
  const [oldest] = recent.all
  expect(recent.at('even').length + recent.at('odd').length).toBe(recent.all.length)
  expect(recent.at('odd').every(({ time }) => time >= (oldest?.time ?? 0))).toBe(true)
})
