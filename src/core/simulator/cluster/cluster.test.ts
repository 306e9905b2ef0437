import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../kubernetes/json'
import type { Happening } from '../history/happening'
import { podColumns } from '../printing/podCells'
import { Cluster } from './cluster'
import type { ContainerPrograms } from './pod/containerPrograms'

/** Programs that stay up until they are told to end. */
const PATIENT: ContainerPrograms = {
  fillRoot: () => undefined,
  defaults: () => ({ uid: 0, gid: 0 }),
  commandLine: () => [],
  main: () =>
    function* patient({ term }) {
      while (!term.isSent) yield { signal: term.signal }
      return 0
    },
  command: () => ({ error: 'no commands here' }),
}

function deployment(spec: JsonObject = {}, pod: JsonObject = {}): Json {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: 'web' } },
      ...spec,
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'nginx', image: 'nginx:1' }], ...pod },
      },
    },
  }
}

/** A cluster in which objects were applied, and what happened there. */
function started(...documents: readonly Json[]) {
  const happenings: Happening[] = []
  const cluster = new Cluster({
    programs: PATIENT,
    seed: 1,
    epoch: Date.UTC(2030, 0, 1),
    tell: (happening) => happenings.push(happening),
  })
  const outcomes = documents.map((document) => cluster.apply(document))
  return {
    cluster,
    happenings,
    outcomes,
    until: (s: number) => cluster.clock.live(s * 1000),
  }
}

function pods({ api, clock }: Cluster): readonly string[] {
  return api.list('Pod').map((pod) => {
    const { ready, status, restarts } = podColumns(pod, clock.epoch + clock.now)
    return `${ready} ${status} ${restarts}`
  })
}

function names({ api }: Cluster): readonly string[] {
  return api.list('Pod').map(({ metadata }) => metadata?.name ?? '')
}

describe('a cluster', () => {
  it('brings a Deployment up, and does the same again from the same seed', async () => {
    const first = started(deployment())
    const second = started(deployment())
    await first.until(10)
    await second.until(10)
    expect(pods(first.cluster)).toEqual(['1/1 Running 0', '1/1 Running 0'])
    expect(first.cluster.api.list('Deployment')[0]?.status?.availableReplicas).toBe(2)
    expect(second.happenings).toEqual(first.happenings)
  })

  it('replaces a pod that is deleted by another one', async () => {
    const { cluster, until } = started(deployment({ replicas: 1 }))
    await until(10)
    const [old = ''] = names(cluster)
    expect(cluster.remove('Pod', 'default', old, null)).toBe(true)
    await until(20)
    expect(pods(cluster)).toEqual(['1/1 Running 0'])
    expect(names(cluster)).not.toEqual([old])
  })

  it('restarts what is killed, with back-off the second time', async () => {
    const { cluster, until, happenings } = started(deployment({ replicas: 1 }))
    await until(10)
    const place = { namespace: 'default', pod: names(cluster)[0] ?? '', container: 'nginx' }
    cluster.end(place, 137, 'OOMKilled')
    await until(13)
    expect(pods(cluster)).toEqual(['1/1 Running 1'])
    cluster.end(place, 137)
    await until(20)
    expect(pods(cluster)).toEqual(['0/1 Error 1'])
    await until(26)
    expect(pods(cluster)).toEqual(['1/1 Running 2'])
    const exits = happenings.filter((each) => each.type === 'runtime' && each.what === 'exit')
    expect(exits).toMatchObject([
      { code: 137, reason: 'OOMKilled' },
      { code: 137, reason: 'Error' },
    ])
  })

  it('rolls a changed template out, and says what was not changed', async () => {
    const { cluster, until } = started(deployment())
    await until(10)
    const old = names(cluster)
    expect(cluster.apply(deployment())).toMatchObject({ done: 'unchanged' })
    expect(
      cluster.apply(deployment({}, { containers: [{ name: 'nginx', image: 'nginx:2' }] })),
    ).toMatchObject({ done: 'configured' })
    await until(30)
    expect(pods(cluster)).toEqual(['1/1 Running 0', '1/1 Running 0'])
    expect(names(cluster).some((name) => old.includes(name))).toBe(false)
  })

  it('refuses what the server refuses', () => {
    const { outcomes, cluster } = started(
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: {} },
      deployment(),
    )
    expect(outcomes[0]).toHaveProperty('error')
    expect(cluster.apply(deployment({ selector: { matchLabels: { app: 'web', b: 'c' } } }))).toMatchObject({
      error: expect.stringContaining('`selector` does not match template `labels`'),
    })
    expect(
      cluster.apply(deployment({ selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } })),
    ).toMatchObject({
      error: expect.stringContaining('field is immutable'),
    })
  })

  it('starts a container of a pod anew when its image changes', async () => {
    const pod = (image: string): Json => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { containers: [{ name: 'nginx', image }] },
    })
    const { cluster, until } = started(pod('nginx:1'))
    await until(10)
    expect(cluster.apply(pod('nginx:2'))).toMatchObject({ done: 'configured' })
    await until(20)
    expect(pods(cluster)).toEqual(['1/1 Running 1'])
    const killing = cluster.api.list('Event').find(({ reason }) => reason === 'Killing')
    expect(killing?.message).toBe('Container nginx definition changed, will be restarted')
  })

  it('keeps a pod pending that no node can take', async () => {
    const { cluster, until } = started({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'large' },
      spec: { containers: [{ name: 'a', image: 'b', resources: { requests: { cpu: '64' } } }] },
    })
    await until(10)
    expect(pods(cluster)).toEqual(['0/1 Pending 0'])
    const why = cluster.api.list('Event').find(({ reason }) => reason === 'FailedScheduling')
    expect(why?.message).toMatch(/^0\/1 nodes are available: 1 Insufficient cpu\./)
  })

  it('keeps a pod waiting for a ConfigMap that is not there', async () => {
    const volumes = [{ name: 'config', configMap: { name: 'settings' } }]
    const { cluster, until } = started(deployment({ replicas: 1 }, { volumes }))
    await until(10)
    expect(pods(cluster)).toEqual(['0/1 ContainerCreating 0'])
    const said = cluster.api.list('Event').find(({ reason }) => reason === 'FailedMount')
    expect(said?.message).toBe(
      'MountVolume.SetUp failed for volume "config" : configmap "settings" not found',
    )
    cluster.apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a: 'b' } })
    await until(40)
    expect(pods(cluster)).toEqual(['1/1 Running 0'])
  })

  it('refuses a pod whose service account is not there', () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p' },
      spec: { serviceAccountName: 'robot', containers: [{ name: 'a', image: 'b' }] },
    }
    const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot' } }
    const { outcomes } = started(pod, account, pod)
    expect(outcomes).toMatchObject([
      {
        error:
          'pods "p" is forbidden: error looking up service account default/robot: serviceaccount "robot" not found',
      },
      { done: 'created' },
      { done: 'created' },
    ])
  })

  it('writes the status of a pod only when it is another', async () => {
    const { cluster, until } = started(deployment({ replicas: 1 }))
    await until(20)
    const before = cluster.api.list('Pod')[0]?.metadata?.resourceVersion
    await until(200)
    expect(cluster.api.list('Pod')[0]?.metadata?.resourceVersion).toBe(before)
  })

  it('does not pull what is no name of an image', async () => {
    const { cluster, until } = started(
      deployment({ replicas: 1 }, { containers: [{ name: 'a', image: 'Nginx:1' }] }),
    )
    await until(5)
    expect(pods(cluster)).toEqual(['0/1 InvalidImageName 0'])
    const said = cluster.api.list('Event').find(({ reason }) => reason === 'InspectFailed')
    expect(said?.message).toBe(
      `Failed to apply default image tag "Nginx:1": couldn't parse image name "Nginx:1": invalid reference format: repository name must be lowercase`,
    )
  })
})
