import { describe, expect, it } from 'vitest'
import { FakeCluster } from '../fakeCluster'

function cluster(): FakeCluster {
  const fake = new FakeCluster()
  fake.pod('one', {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'nginx', image: 'nginx' }] },
  })
  fake.pod('two', { metadata: { labels: { app: 'web', tier: 'b' } } })
  fake.api.put('Deployment', {
    metadata: { name: 'web' },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: { containers: [{ name: 'nginx', image: 'nginx:1', ports: [{ containerPort: 80 }] }] },
      },
    },
  })
  fake.api.put('Node', { metadata: { name: 'node-1' } })
  fake.design = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: page\ndata:\n  a: b\n'
  return fake
}

describe('what changes the cluster', () => {
  it.each([
    ['kubectl scale deployment web --replicas=3', 'deployment.apps/web scaled\n'],
    [
      'kubectl scale --replicas 3 deploy/none',
      'Error from server (NotFound): deployments.apps "none" not found\n',
    ],
    [
      'kubectl scale deployment web',
      'error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0\n',
    ],
    ['kubectl set image deployment/web nginx=nginx:2', 'deployment.apps/web image updated\n'],
    ['kubectl set image deployment web "*=nginx:2"', 'deployment.apps/web image updated\n'],
    ['kubectl set image deployment/web app=nginx:2', 'error: unable to find container named "app"\n'],
    ['kubectl set env deployment/web A=1 B-', 'deployment.apps/web env updated\n'],
    ['kubectl label pod one tier=a', 'pod/one labeled\n'],
    ['kubectl label pod one app=other', "error: 'app' already has a value (web), and --overwrite is false\n"],
    ['kubectl label --overwrite pod/one app=other', 'pod/one labeled\n'],
    ['kubectl label pods -l tier=b tier-', 'pod/two unlabeled\n'],
    ["kubectl annotate pod one description='my frontend'", 'pod/one annotated\n'],
    ['kubectl apply -f design.yaml', 'configmap/page created\n'],
    [
      'kubectl apply -f ./design.yaml; kubectl apply -f design.yaml',
      'configmap/page created\nconfigmap/page configured\n',
    ],
    ['cat design.yaml | kubectl apply -f -', 'configmap/page created\n'],
    [
      'kubectl apply -f other.yaml',
      'error: the path "other.yaml" does not exist (the design is design.yaml)\n',
    ],
    ['kubectl apply', 'error: must specify one of -f and -k\n'],
    [
      'kubectl create -f design.yaml; kubectl create -f design.yaml',
      'configmap/page created\nError from server (AlreadyExists): configmaps "page" already exists\n',
    ],
    ['kubectl replace -f design.yaml', 'Error from server (NotFound): configmaps "page" not found\n'],
    ['kubectl create deployment api --image=nginx --replicas=2', 'deployment.apps/api created\n'],
    ['kubectl create deployment api', 'error: required flag(s) "image" not set\n'],
    ['kubectl create job once --image=busybox -- date', 'job.batch/once created\n'],
    [
      'kubectl create cm c --from-literal=a=b && kubectl get cm c --no-headers',
      'configmap/c created\nc     1     0s\n',
    ],
    ['kubectl run tmp --image=busybox -- sleep 5', 'pod/tmp created\n'],
    ['kubectl expose deployment web', 'service/web exposed\n'],
    ['kubectl expose deployment web --port 8080 --target-port=http --name=front', 'service/front exposed\n'],
    ['kubectl cordon node-1', 'node/node-1 cordoned\n'],
    ['kubectl uncordon node-1', 'node/node-1 already uncordoned\n'],
    ['kubectl cordon node-2', 'Error from server (NotFound): nodes "node-2" not found\n'],
    ['kubectl delete pod one', 'pod "one" deleted from default namespace\n'],
    ['kubectl delete pod one --wait=false -o name', 'pod/one\n'],
    [
      'kubectl delete deploy/web pod/two',
      'deployment.apps "web" deleted from default namespace\npod "two" deleted from default namespace\n',
    ],
    [
      'kubectl delete pods -l app=web',
      'pod "one" deleted from default namespace\npod "two" deleted from default namespace\n',
    ],
    ['kubectl delete pods', 'error: resource(s) were provided, but no name was specified\n'],
    ['kubectl delete pod three', 'Error from server (NotFound): pods "three" not found\n'],
    ['kubectl delete node node-1', 'node "node-1" deleted\n'],
    [
      'kubectl delete pod one --force --grace-period=0',
      'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\npod "one" force deleted from default namespace\n',
    ],
    [
      'kubectl taint nodes node-1 a=b:NoSchedule; kubectl taint node node-1 a:NoSchedule-',
      'node/node-1 tainted\nnode/node-1 untainted\n',
    ],
    [
      'kubectl taint nodes node-1 a:NoSchedule a:NoExecute && kubectl taint nodes node-1 a:NoExecute',
      'node/node-1 tainted\nerror: node node-1 already has a taint(s) with same effect(s) and --overwrite is false\n',
    ],
    ['kubectl taint nodes node-1 a=b', 'error: invalid taint spec: a=b\n'],
    ['kubectl taint nodes node-1 a-', 'error: taint "a" not found\n'],
    ['kubectl taint pods one a:NoSchedule', 'error: invalid resource type pods, only node(s) is supported\n'],
    ['kubectl autoscale deploy web', 'error: --max=MAXPODS is required and must be at least 1, max: 0\n'],
    [
      'kubectl autoscale deploy web --max 3 --cpu 50% --dry-run -o jsonpath={.spec.metrics[0].resource.target.averageUtilization}{.spec.scaleTargetRef.kind}',
      '50Deployment',
    ],
    ['kubectl top pods', 'error: Metrics API not available\n'],
    ['kubectl config current-context', 'podwright\n'],
    [
      'kubectl wait --for=condition=Ready pod/one --timeout=5s',
      'error: timed out waiting for the condition on pods/one\n',
    ],
    ['kubectl wait pod one', 'error: unrecognized condition: ""\n'],
  ])('%s', (line, text) => {
    expect(cluster().run(line).text).toBe(text)
  })

  it('are changed by it', () => {
    const fake = cluster()
    fake.run(
      'kubectl scale deploy/web --replicas=3; kubectl set image deploy/web nginx=nginx:2; kubectl set env deploy/web A=1',
    )
    expect(fake.api.get('Deployment', 'default', 'web')?.spec).toMatchObject({
      replicas: 3,
      template: { spec: { containers: [{ image: 'nginx:2', env: [{ name: 'A', value: '1' }] }] } },
    })
    fake.run('kubectl label pod one tier=a app-; kubectl cordon node-1')
    expect(fake.api.get('Pod', 'default', 'one')?.metadata?.labels).toEqual({ tier: 'a' })
    expect(fake.api.get('Node', 'default', 'node-1')?.spec?.unschedulable).toBe(true)
    fake.run('kubectl run tmp --image=busybox --restart=Never --env=A=b -- sleep 5')
    expect(fake.api.get('Pod', 'default', 'tmp')).toMatchObject({
      metadata: { labels: { run: 'tmp' } },
      spec: { restartPolicy: 'Never', containers: [{ name: 'tmp', image: 'busybox', args: ['sleep', '5'] }] },
    })
    fake.run('kubectl expose deploy web --target-port=http --port=8080')
    expect(fake.api.get('Service', 'default', 'web')?.spec).toMatchObject({
      selector: { app: 'web' },
      ports: [{ port: 8080, targetPort: 'http', protocol: 'TCP' }],
    })
  })

  it('waits for the end of what it deletes, as long as its grace period is', () => {
    const fake = cluster()
    const before = fake.clock.now
    let ended = 0
    fake.api.subscribe(({ change }) => {
      if (change === 'deleted') ended = fake.clock.now - before
    })
    expect(fake.run('kubectl delete pod one --grace-period=7 && echo gone').text).toContain('gone')
    expect(ended).toBe(7000)
    expect(fake.run('kubectl delete pod two --timeout=3s').text).toContain(
      'timed out waiting for the condition on pods/two',
    )
  })

  it('wait waits until it holds', () => {
    const fake = cluster()
    const { clock } = fake
    clock.at(clock.now + 4000, () => {
      const pod = fake.api.get('Pod', 'default', 'one')
      if (pod !== undefined)
        fake.api.put('Pod', {
          ...pod,
          status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
        })
    })
    expect(
      fake.run(
        "kubectl wait --for=condition=ready pod/one --timeout=1m; kubectl wait --for=jsonpath='{.status.phase}'=Running pod one",
      ).text,
    ).toBe('pod/one condition met\npod/one condition met\n')
  })
})
