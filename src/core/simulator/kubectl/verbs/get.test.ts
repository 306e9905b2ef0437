import { describe, expect, it } from 'vitest'
import type { ObjectsByKind } from '../../api/objects'
import { FakeCluster } from '../fakeCluster'

const RUNNING = (name: string): Partial<ObjectsByKind['Pod']> => ({
  metadata: { labels: { app: 'test', tier: name === 'one' ? 'a' : 'b' } },
  spec: { containers: [{ name: 'nginx', image: 'nginx' }], nodeName: 'node-1' },
  status: {
    phase: 'Running',
    podIP: '10.244.0.5',
    podIPs: [{ ip: '10.244.0.5' }],
    containerStatuses: [{ name: 'nginx', ready: true, restartCount: 0, state: { running: {} } }],
  },
})

function cluster(): FakeCluster {
  const fake = new FakeCluster()
  fake.pod('one', RUNNING('one'))
  fake.pod('two', RUNNING('two'))
  fake.api.put('Service', {
    metadata: { name: 'web' },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.7',
      ports: [{ port: 80, protocol: 'TCP' }],
      selector: { app: 'test' },
    },
  })
  fake.api.put('Endpoints', {
    metadata: { name: 'web' },
    subsets: [
      {
        ports: [{ port: 80, protocol: 'TCP' }],
        addresses: [{ ip: '10.244.0.5' }],
        notReadyAddresses: [{ ip: '10.244.0.6' }],
      },
    ],
  })
  fake.clock.run(61_000, () => {})
  return fake
}

describe('kubectl get', () => {
  it.each([
    [
      'kubectl get pods',
      'NAME   READY   STATUS    RESTARTS   AGE\none    1/1     Running   0          61s\ntwo    1/1     Running   0          61s\n',
    ],
    ['kubectl get po one --no-headers', 'one   1/1   Running   0     61s\n'],
    ['kubectl get pod/two -o name', 'pod/two\n'],
    ['kubectl get pods -l tier=a -o name', 'pod/one\n'],
    ["kubectl get pods -l 'tier in (b, c),app' -o name", 'pod/two\n'],
    ['kubectl get pods -l tier!=b -o name', 'pod/one\n'],
    ['kubectl get pods --field-selector metadata.name=two -o name', 'pod/two\n'],
    [
      'kubectl get ep',
      'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\nNAME   ENDPOINTS       AGE\nweb    10.244.0.5:80   61s\n',
    ],
    ["kubectl get pods -o jsonpath='{.items[*].metadata.name}'", 'one two'],
    [
      `kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.status.phase}{"\\n"}{end}'`,
      'one\tRunning\ntwo\tRunning\n',
    ],
    ['kubectl get pod one -o jsonpath={.spec.containers[0].image}', 'nginx'],
    [
      'kubectl get pods -o custom-columns=NAME:.metadata.name,IP:.status.podIP',
      'NAME   IP\none    10.244.0.5\ntwo    10.244.0.5\n',
    ],
    ['kubectl get pods -o custom-columns=NAME:.metadata.name --no-headers', 'one\ntwo\n'],
    ['kubectl get pods --sort-by=.metadata.labels.tier -o name', 'pod/one\npod/two\n'],
    ['kubectl get deployments', 'No resources found in default namespace.\n'],
    ['kubectl get deploy -A', 'No resources found\n'],
    ['kubectl get pod three', 'Error from server (NotFound): pods "three" not found\n'],
    ['kubectl get deploy three', 'Error from server (NotFound): deployments.apps "three" not found\n'],
    ['kubectl get thing', `error: the server doesn't have a resource type "thing"\n`],
    ['kubectl get pods --wide', "error: unknown flag: --wide\nSee 'kubectl get --help' for usage.\n"],
    [
      'kubectl get pods -x',
      "error: unknown shorthand flag: 'x' in -x\nSee 'kubectl get --help' for usage.\n",
    ],
    ['kubectl gets', 'error: unknown command "gets" for "kubectl"\n\nDid you mean this?\n\tset\n\tget\n'],
    ['kubectl frobnicate', 'error: unknown command "frobnicate" for "kubectl"\n'],
    ['kubectl edit pod one', 'error: kubectl edit is not simulated: change the design and apply it\n'],
    [
      'kubectl get ns',
      'NAME              STATUS   AGE\ndefault           Active   61s\nkube-node-lease   Active   61s\nkube-public       Active   61s\nkube-system       Active   61s\n',
    ],
    ['kubectl get ns/default -o name', 'namespace/default\n'],
    ['kubectl get namespace default -o jsonpath={.status.phase}', 'Active'],
    ['kubectl get namespaces none', 'Error from server (NotFound): namespaces "none" not found\n'],
    ['kubectl get ns -w', 'error: --watch is not simulated for namespaces\n'],
    [
      'kubectl get pod one -o jsonpath={.status.phase',
      'error: error parsing jsonpath {.status.phase, unclosed action\n',
    ],
    [
      'kubectl get',
      `You must specify the type of resource to get. Use "kubectl api-resources" for a complete list of supported resources.\n\nerror: Required resource not specified.\nUse "kubectl explain <resource>" for a detailed description of that resource (e.g. kubectl explain pods).\nSee 'kubectl get -h' for help and examples\n`,
    ],
    [
      'kubectl describe',
      'error: You must specify the type of resource to describe. Use "kubectl api-resources" for a complete list of supported resources.\n',
    ],
    ['kubectl get svc,pv,cm -o name', 'service/web\nerror: the simulated cluster keeps no pv\n'],
    ['kubectl get pv,sc', 'error: the simulated cluster keeps no pv\n'],
    ['kubectl get svc,pv,thing', `error: the server doesn't have a resource type "thing"\n`],
    ['kubectl events', 'No events found in default namespace.\n'],
    ['kubectl -n other get pods', 'No resources found in other namespace.\n'],
    [
      'kubectl get pod,svc',
      'NAME      READY   STATUS    RESTARTS   AGE\npod/one   1/1     Running   0          61s\npod/two   1/1     Running   0          61s\n\nNAME          TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE\nservice/web   ClusterIP   10.96.0.7    <none>        80/TCP    61s\n',
    ],
    ['kubectl get pod one two -o wide --show-labels | head -2 | grep -c tier=a', '1\n'],
    ['kubectl get pods | wc -l', '3\n'],
    ['kubectl get pods | grep one | cut -d" " -f1', 'one\n'],
    ['kubectl get pod $(kubectl get pods -o name | head -1 | cut -d/ -f2) -o name', 'pod/one\n'],
    [
      'kubectl get pod three 2>/dev/null || kubectl get pod one -o name && kubectl get pod two -o name',
      'pod/one\npod/two\n',
    ],
    ['frobnicate', 'frobnicate: command not found. Try: help\n'],
    ['kubectl get pods > file', 'terminal: writing to a file (>) is not supported in this terminal\n'],
  ])('%s', (line, text) => {
    expect(cluster().run(line).text).toBe(text)
  })

  it('lists the namespaces of objects, as old as the oldest in them', () => {
    const fake = cluster()
    fake.pod('there', { metadata: { namespace: 'shop' } })
    fake.clock.run(fake.clock.now + 5000, () => {})
    fake.api.put('ConfigMap', { metadata: { name: 'later', namespace: 'shop' } })
    expect(fake.run('kubectl get ns --no-headers | tail -1').text).toBe('shop              Active   5s\n')
  })

  it('prints YAML with its keys by the alphabet', () => {
    const { text } = cluster().run('kubectl get svc web -o yaml')
    expect(text).toContain('apiVersion: v1\nkind: Service\nmetadata:\n')
    expect(text).toContain('spec:\n  clusterIP: 10.96.0.7\n  ports:\n  - port: 80\n    protocol: TCP\n')
  })

  it('watches: a row a change, until Ctrl-C', () => {
    const fake = cluster()
    const pod = fake.api.get('Pod', 'default', 'one')
    fake.clock.at(fake.clock.now + 2000, () => {
      if (pod !== undefined)
        fake.api.put('Pod', {
          ...pod,
          status: { ...pod.status, phase: 'Failed', reason: 'Evicted', containerStatuses: [] },
        })
    })
    fake.clock.at(fake.clock.now + 3000, () => fake.api.remove('Pod', 'default', 'two'))
    const { text, exitCode } = fake.run('kubectl get pods -w', 10)
    expect(text.split('\n').slice(3)).toEqual([
      'one    0/1     Evicted   0          63s',
      'two    1/1     Running   0          64s',
      '',
    ])
    expect(exitCode).toBe(130)
  })
})
