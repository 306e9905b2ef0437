import { describe, expect, it } from 'vitest'
import type { ObjectsByKind } from '../../api/objects'
import { FakeCluster } from '../fakeCluster'

type Pod = ObjectsByKind['Pod']

function ownedBy(kind: string): NonNullable<Pod['metadata']> {
  return { labels: { app: 'web' }, ownerReferences: [{ kind, name: 'x', controller: true }] }
}

const ON_NODE = { nodeName: 'node-1' }
const RUNS = {
  phase: 'Running',
  conditions: [{ type: 'Ready', status: 'True' }],
} as const

/** Pods by what keeps kubectl from draining them. */
const PODS: Readonly<Record<string, Partial<Pod>>> = {
  web: { metadata: ownedBy('ReplicaSet'), spec: ON_NODE, status: RUNS },
  cache: { metadata: ownedBy('ReplicaSet'), spec: { ...ON_NODE, volumes: [{ name: 'v', emptyDir: {} }] } },
  agent: { metadata: ownedBy('DaemonSet'), spec: ON_NODE, status: RUNS },
  bare: { spec: ON_NODE, status: RUNS },
  done: { spec: { ...ON_NODE, volumes: [{ name: 'v', emptyDir: {} }] }, status: { phase: 'Succeeded' } },
}

function cluster(names: readonly string[], hasDaemonSet = true): FakeCluster {
  const fake = new FakeCluster()
  fake.api.put('Node', { metadata: { name: 'node-1', labels: { zone: 'a' } } })
  if (hasDaemonSet) fake.api.put('DaemonSet', { metadata: { name: 'x' } })
  for (const name of names) fake.pod(name, PODS[name])
  return fake
}

const PENDING = 'There are pending nodes to be drained:\n node-1\n'
const gone = (name: string) => `evicting pod default/${name}\npod/${name} evicted\n`

function refused(error: string): string {
  return `error: unable to drain node "node-1" due to error: ${error}, continuing command...\n${PENDING}${error}\n`
}

describe('kubectl drain', () => {
  it.each<[string, readonly string[], string]>([
    ['', ['web'], `node/node-1 cordoned\n${gone('web')}node/node-1 drained\n`],
    ['', ['done'], `node/node-1 cordoned\n${gone('done')}node/node-1 drained\n`],
    [
      '',
      ['bare'],
      `node/node-1 cordoned\n${refused('cannot delete Pods that declare no controller (use --force to override): default/bare')}`,
    ],
    [
      '--force',
      ['bare'],
      `node/node-1 cordoned\nWarning: deleting Pods that declare no controller: default/bare\n${gone('bare')}node/node-1 drained\n`,
    ],
    [
      '',
      ['agent'],
      `node/node-1 cordoned\n${refused('cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): default/agent')}`,
    ],
    [
      '--ignore-daemonsets',
      ['agent', 'web'],
      `node/node-1 cordoned\nWarning: ignoring DaemonSet-managed Pods: default/agent\n${gone('web')}node/node-1 drained\n`,
    ],
    [
      '',
      ['cache'],
      `node/node-1 cordoned\n${refused('cannot delete Pods with local storage (use --delete-emptydir-data to override): default/cache')}`,
    ],
    // The warning of local storage gets lost where the last filter has nothing to say.
    ['--delete-emptydir-data', ['cache'], `node/node-1 cordoned\n${gone('cache')}node/node-1 drained\n`],
    ['--disable-eviction', ['web'], `node/node-1 cordoned\npod/web deleted\nnode/node-1 drained\n`],
    [
      '--dry-run=client',
      ['web'],
      'node/node-1 cordoned (dry run)\nevicting pod default/web (dry run)\nnode/node-1 drained (dry run)\n',
    ],
    [
      '--dry-run=server',
      ['web'],
      'node/node-1 cordoned (server dry run)\nevicting pod default/web (server dry run)\nnode/node-1 drained (server dry run)\n',
    ],
    ['--pod-selector=app=none', ['bare', 'web'], 'node/node-1 cordoned\nnode/node-1 drained\n'],
  ])('%s: of %j', (flags, names, text) => {
    const fake = cluster(names)
    expect(fake.run(`kubectl drain node-1 --grace-period=0 ${flags}`).text).toBe(text)
    expect(fake.run('kubectl get node -o jsonpath={.items[0].spec.unschedulable}').text).toBe(
      flags.includes('dry-run') ? '' : 'true',
    )
  })

  it('says several hindrances together', () => {
    const { text, exitCode } = cluster(['agent', 'bare']).run('kubectl drain node-1')
    const daemons = 'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): default/agent'
    const bare = 'cannot delete Pods that declare no controller (use --force to override): default/bare'
    expect(text).toBe(
      `node/node-1 cordoned\nerror: unable to drain node "node-1" due to error: [${daemons}, ${bare}], continuing command...\n${PENDING}${daemons}\n${bare}\n`,
    )
    expect(exitCode).toBe(1)
  })

  it('takes the pods of a DaemonSet that is gone by force only', () => {
    const words = 'daemonsets.apps "x" not found'
    expect(cluster(['agent'], false).run('kubectl drain node-1 --ignore-daemonsets').text).toContain(
      `cannot delete ${words}: default/agent\n`,
    )
    expect(cluster(['agent'], false).run('kubectl drain node-1 --force --grace-period=0').text).toContain(
      'pod/agent evicted\n',
    )
  })

  it.each([
    ['kubectl drain', "error: USAGE: drain NODE [flags]\nSee 'kubectl drain -h' for help and examples\n"],
    ['kubectl drain node-2', 'Error from server (NotFound): nodes "node-2" not found\n'],
    ['kubectl drain -l zone=a', 'node/node-1 cordoned\nnode/node-1 drained\n'],
    [
      'kubectl cordon no/node-1 && kubectl cordon node-1',
      'node/node-1 cordoned\nnode/node-1 already cordoned\n',
    ],
    [
      'kubectl cordon node-1 --dry-run && kubectl uncordon node-1',
      'node/node-1 cordoned (dry run)\nnode/node-1 already uncordoned\n',
    ],
    [
      'kubectl uncordon node-1 -l zone=a',
      "error: error: cannot specify both a node name and a --selector option\nSee 'kubectl uncordon -h' for help and examples\n",
    ],
  ])('%s', (line, text) => {
    expect(cluster([]).run(line).text).toBe(text)
  })
})

describe('a disruption budget and kubectl drain', () => {
  const asked = 'evicting pod default/web\n'
  const what = 'error when evicting pods/"web" -n "default"'
  const kept = `${asked}${what} (will retry after 5s): Cannot evict pod as it would violate the pod's disruption budget.\n`

  function budgeted(count: number): FakeCluster {
    const fake = cluster(['web'])
    for (let at = 0; at < count; at++)
      fake.api.put('PodDisruptionBudget', {
        metadata: { name: `web-${at}` },
        spec: { selector: { matchLabels: { app: 'web' } } },
        status: { disruptionsAllowed: 0 },
      })
    return fake
  }

  it('asks again for a pod that is kept', () => {
    expect(budgeted(1).run('kubectl drain node-1', 6).text).toContain(`cordoned\n${kept}${kept}`)
  })

  it('passes it by when it deletes', () => {
    expect(budgeted(1).run('kubectl drain node-1 --disable-eviction --grace-period=0').text).toContain(
      'pod/web deleted\n',
    )
  })

  it('gives up when its time is over', () => {
    const { text, exitCode } = budgeted(1).run('kubectl drain node-1 --timeout=7s')
    const error = `${what}: global timeout reached: 7s`
    expect(text).toBe(
      `node/node-1 cordoned\n${kept}${kept}${asked}There are pending pods in node "node-1" when an error occurred: ${error}\npod/web\n${refused(error)}`,
    )
    expect(exitCode).toBe(1)
  })

  it('gives up on a pod that takes too long to end', () => {
    const error =
      'error when waiting for pod "web" in namespace "default" to terminate: global timeout reached: 1m30s'
    expect(cluster(['web']).run('kubectl drain node-1 --timeout=90s --grace-period=300').text).toContain(
      refused(error),
    )
  })

  it('does not ask again where there are two', () => {
    const error = `${what}: This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.`
    expect(budgeted(2).run('kubectl drain node-1').text).toContain(refused(error))
  })

  it('marks who goes', () => {
    const fake = cluster(['web'])
    fake.run('kubectl drain node-1 --grace-period=30', 1)
    const { status } = fake.api.get('Pod', 'default', 'web') ?? {}
    expect(status?.conditions).toContainEqual({
      type: 'DisruptionTarget',
      status: 'True',
      reason: 'EvictionByEvictionAPI',
      message: 'Eviction API: evicting',
      lastTransitionTime: '2030-01-01T00:00:00Z',
    })
  })
})
