import { describe, expect, it } from 'vitest'
import { typed } from '../../../golden/typedLines'

/** A workload as a manifest: what is said of it, and its pod's spec. */
function workload(kind: string, name: string, spec: string, pod: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app: ${name}}}
${spec}  template:
    metadata: {labels: {app: ${name}}}
    spec: ${pod}
---
`
}

const NGINX = '{containers: [{name: web, image: "nginx:1"}]}'
const IMAGES =
  "kubectl get pod -o jsonpath='{range .items[*]}{.metadata.name} {.spec.containers[0].image},{end}'"

describe('a Deployment that is recreated', () => {
  it('has no old pod when the new ones come, counts minReadySeconds and forgets old revisions', async () => {
    const manifest = workload(
      'Deployment',
      'web',
      '  replicas: 2\n  strategy: {type: Recreate}\n  minReadySeconds: 5\n  revisionHistoryLimit: 1\n',
      NGINX,
    )
    const { outputs, run } = await typed(manifest, 60, {
      4: 'kubectl get deploy --no-headers',
      9: 'kubectl get deploy --no-headers',
      10: 'kubectl set image deploy/web web=nginx:2; kubectl rollout status deploy/web',
      30: 'kubectl set image deploy/web web=nginx:3',
      50: 'kubectl rollout history deploy/web',
      51: 'kubectl get rs --no-headers',
    })
    expect(outputs[0]).toMatch(/^web +2\/2 +2 +0 /)
    expect(outputs[1]).toMatch(/^web +2\/2 +2 +2 /)
    expect(outputs[2]).toContain(
      'rollout to finish: 0 of 2 updated replicas are available...\ndeployment "web" successfully rolled out\n',
    )
    expect(outputs[4]).toMatch(/\n2 .*\n3 /)
    expect(outputs[5]?.split('\n')).toHaveLength(3)
    const sizes = run.happenings.flatMap((each) =>
      each.type === 'object' && each.kind === 'Deployment' ? [each.object?.status?.replicas ?? 0] : [],
    )
    expect(Math.max(...sizes)).toBe(2)
  })
})

describe('a StatefulSet', () => {
  it('begins at its first ordinal, and changes the pods from its partition on', async () => {
    const spec = (partition: number) =>
      `  replicas: 3\n  serviceName: db\n  ordinals: {start: 2}\n  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: ${partition}}}\n`
    const { outputs } = await typed(workload('StatefulSet', 'db', spec(2), NGINX), 60, {
      10: 'kubectl set image sts/db web=nginx:2',
      30: IMAGES,
      31: 'kubectl rollout status sts/db',
      32: 'kubectl scale sts db --replicas=1 && sleep 5 && kubectl get pod -o name',
      45: 'kubectl get sts db -o jsonpath={.status.currentReplicas}/{.status.updatedReplicas}/{.status.collisionCount}',
    })
    expect(outputs[1]).toBe('db-2 nginx:1,db-3 nginx:1,db-4 nginx:2,')
    expect(outputs[2]).toBe('partitioned roll out complete: 1 new pods have been updated...\n')
    expect(outputs[3]).toBe('statefulset.apps/db scaled\npod/db-2\n')
    expect(outputs[4]).toBe('1//0')
  })

  it('with Parallel and OnDelete makes its pods at once, and changes those that are deleted', async () => {
    const spec =
      '  replicas: 3\n  serviceName: db\n  podManagementPolicy: Parallel\n  updateStrategy: {type: OnDelete}\n'
    const { outputs } = await typed(workload('StatefulSet', 'db', spec, NGINX), 40, {
      1: 'kubectl get pod -o name',
      10: 'kubectl set image sts/db web=nginx:2',
      20: 'kubectl delete pod db-1',
      30: IMAGES,
      31: 'kubectl rollout status sts/db',
    })
    expect(outputs[0]).toBe('pod/db-0\npod/db-1\npod/db-2\n')
    expect(outputs[3]).toBe('db-0 nginx:1,db-1 nginx:2,db-2 nginx:1,')
    expect(outputs[4]).toBe('error: rollout status is only available for RollingUpdate strategy type\n')
  })
})

const job = (name: string, spec: string, pod: string) => `apiVersion: batch/v1
kind: Job
metadata: {name: ${name}}
spec:
  ${spec}
  template: {spec: {restartPolicy: Never, terminationGracePeriodSeconds: 1, ${pod}}}
---
`
const shell = (script: string) =>
  `containers: [{name: a, image: busybox, command: [sh, -c, ${JSON.stringify(script)}]}]`

/** What a Job says, what its containers do, and how it ends: its conditions, how many pods succeeded and failed. */
const JOBS: readonly (readonly [string, string, string, string])[] = [
  [
    'tries as often as it may',
    'backoffLimit: 2',
    'exit 3',
    'FailureTarget:BackoffLimitExceeded,Failed:BackoffLimitExceeded, /3',
  ],
  [
    'completes each index',
    'completionMode: Indexed\n  completions: 3\n  parallelism: 2',
    'sleep 1',
    'SuccessCriteriaMet:CompletionsReached,Complete:CompletionsReached, 3/',
  ],
  [
    'is content with one index',
    'completionMode: Indexed\n  completions: 3\n  parallelism: 3\n  successPolicy: {rules: [{succeededIndexes: "1"}]}',
    '[ $JOB_COMPLETION_INDEX = 1 ] || sleep 1000; sleep 2',
    'SuccessCriteriaMet:SuccessPolicy,Complete:SuccessPolicy, 1/2',
  ],
  [
    'fails at once by its policy',
    'podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [42]}}]}',
    'sleep 1; exit 42',
    'FailureTarget:PodFailurePolicy,Failed:PodFailurePolicy, /1',
  ],
  [
    'gives up single indexes',
    'completionMode: Indexed\n  completions: 2\n  parallelism: 2\n  backoffLimitPerIndex: 1',
    '[ $JOB_COMPLETION_INDEX != 1 ]',
    'FailureTarget:FailedIndexes,Failed:FailedIndexes, 1/2',
  ],
  [
    'has only so much time',
    'activeDeadlineSeconds: 8',
    'sleep 100',
    'FailureTarget:DeadlineExceeded,Failed:DeadlineExceeded, /1',
  ],
]

describe('a Job', () => {
  it.each(JOBS)('%s', async (_what, spec, script, end) => {
    const { outputs } = await typed(job('work', spec, shell(script)), 95, {
      90: "kubectl get job work -o jsonpath='{range .status.conditions[*]}{.type}:{.reason},{end} {.status.succeeded}/{.status.failed}'",
      91: 'kubectl get job work -o jsonpath={.metadata.generation}{.status.active}',
    })
    expect(outputs).toEqual([end, '1'])
  })

  it('does not count pods that a drained node loses, where it says so', async () => {
    const spec =
      'backoffLimit: 0\n  podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}'
    const { outputs } = await typed(job('work', spec, shell('sleep 20')), 60, {
      5: 'kubectl drain node-1',
      10: 'kubectl uncordon node-1',
      50: 'kubectl get job --no-headers',
    })
    expect(outputs[2]).toMatch(/^work +Complete +1\/1 /)
  })
})

const cron = (name: string, spec: string, seconds: number) => `apiVersion: batch/v1
kind: CronJob
metadata: {name: ${name}}
spec:
  schedule: "* * * * *"
  ${spec}
  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, ${shell(`sleep ${seconds}`)}}}}}
---
`

describe('CronJobs', () => {
  it('forbid, replace and suspend', async () => {
    const manifest =
      cron('forbid', 'concurrencyPolicy: Forbid', 1000) +
      cron('replace', 'concurrencyPolicy: Replace', 1000) +
      cron('never', 'suspend: true', 1) +
      cron('later', 'timeZone: Asia/Kolkata', 1).replace('* * * * *', '31 5 * * *')
    const { outputs } = await typed(manifest, 190, {
      185: "kubectl get job -o jsonpath='{range .items[*]}{.metadata.name},{end}'",
      186: 'kubectl get cronjob later never --no-headers',
      187: 'kubectl events --for cronjob/forbid --no-headers | grep JobAlreadyActive',
    })
    const minute = Date.UTC(2030, 0, 1) / 60_000
    expect(outputs[0]).toBe(`forbid-${minute + 1},later-${minute + 1},replace-${minute + 3},`)
    expect(outputs[1]).toMatch(
      /^later +31 5 \* \* \* +Asia\/Kolkata +False +0 +2m6s .*\nnever .* True +0 +<none> /,
    )
    expect(outputs[2]).toContain(
      'Not starting job because prior execution is running and concurrency policy is Forbid',
    )
  })
})

describe('other workloads', () => {
  it('a DaemonSet replaces its pod, an autoscaler keeps its least', async () => {
    const manifest =
      workload('DaemonSet', 'agent', '  minReadySeconds: 3\n', NGINX) +
      workload('Deployment', 'web', '', NGINX) +
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 3, maxReplicas: 6}\n'
    const { outputs } = await typed(manifest, 40, {
      10: 'kubectl set image ds/agent web=nginx:2; kubectl rollout status ds/agent',
      30: 'kubectl get deploy web --no-headers',
    })
    expect(outputs[0]).toMatch(
      /finish: 0 of 1 updated pods are available\.\.\.\ndaemon set "agent" successfully rolled out\n$/,
    )
    expect(outputs[1]).toMatch(/^web +3\/3 /)
  })
})

const pod = (name: string, spec: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
${spec}
---
`

describe('volumes', () => {
  it('let one pod only have a claim that is ReadWriteOncePod', async () => {
    const claim =
      'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec: {accessModes: [ReadWriteOncePod], resources: {requests: {storage: 1Gi}}}\n---\n'
    const spec =
      '{volumes: [{name: d, persistentVolumeClaim: {claimName: data}}], containers: [{name: web, image: nginx, volumeMounts: [{name: d, mountPath: /d}]}]}'
    const { outputs } = await typed(claim + workload('Deployment', 'web', '  replicas: 2\n', spec), 10, {
      5: 'kubectl get pod -o custom-columns=P:.status.phase --no-headers | sort',
      6: 'kubectl events --types=Warning --no-headers',
    })
    expect(outputs[0]).toBe('Pending\nRunning\n')
    expect(outputs[1]).toContain(
      '0/1 nodes are available: 1 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode.',
    )
  })

  it('hold the files of an image, to read', async () => {
    const manifest = pod(
      'a',
      '  volumes: [{name: i, image: {reference: "nginx:1.27"}}]\n  containers: [{name: a, image: busybox, command: [sleep, "1000"], volumeMounts: [{name: i, mountPath: /img}]}]',
    )
    const { outputs } = await typed(manifest, 10, {
      5: 'kubectl exec a -- ls /img/usr/share/nginx/html',
      6: 'kubectl exec a -- touch /img/x',
      7: 'kubectl events --no-headers | grep nginx',
    })
    expect(outputs[0]).toBe('50x.html\nindex.html\n')
    expect(outputs[1]).toContain('Read-only file system')
    expect(outputs[2]).toMatch(/Pulling image "nginx:1\.27"\n.*Successfully pulled image "nginx:1\.27" in /)
  })

  it('give variables from a file that an init container wrote', async () => {
    const mount = 'volumeMounts: [{name: e, mountPath: /e}]'
    const variable = (name: string, key: string) =>
      `{name: ${name}, valueFrom: {fileKeyRef: {volumeName: e, path: env, key: ${key}, optional: true}}}`
    const manifest = pod(
      'a',
      `  volumes: [{name: e, emptyDir: {}}]
  initContainers: [{name: w, image: busybox, command: [sh, -c, "echo \\"A='one two'\\" > /e/env"], ${mount}}]
  containers: [{name: a, image: busybox, command: [sh, -c, 'echo "[$A][$B]"; sleep 1000'], env: [${variable('A', 'A')}, ${variable('B', 'C')}]}]`,
    )
    const { outputs } = await typed(manifest, 10, { 8: 'kubectl logs a -c a' })
    expect(outputs).toEqual(['[one two][]\n'])
  })
})

describe('restartPolicyRules', () => {
  it('start all containers anew, the init containers too', async () => {
    const manifest = pod(
      'a',
      `  restartPolicy: Never
  initContainers: [{name: i, image: busybox, command: [echo, init]}]
  containers:
    - {name: a, image: busybox, command: [sh, -c, 'sleep 5; exit 42'], restartPolicy: Never, restartPolicyRules: [{action: RestartAllContainers, exitCodes: {operator: In, values: [42]}}]}
    - {name: b, image: busybox, command: [sleep, '1000']}`,
    )
    const { outputs } = await typed(manifest, 15, {
      14: "kubectl get pod a -o jsonpath='{.status.initContainerStatuses[0].restartCount}{range .status.containerStatuses[*]}{.restartCount}{end}'",
    })
    expect(outputs).toEqual(['111'])
  })
})

describe('a shared process namespace', () => {
  it.each([
    [
      '  shareProcessNamespace: true\n',
      ['1 65535 /pause', '7 root nginx -g daemon off;', '13 root sleep 1000', '20 root ps'],
    ],
    ['', ['1 root sleep 1000', '20 root ps']],
  ])('shows the processes of other containers: %j', async (spec, processes) => {
    const manifest = pod(
      'a',
      `${spec}  containers: [{name: a, image: nginx}, {name: b, image: busybox, command: [sleep, "1000"]}]`,
    )
    const { outputs } = await typed(manifest, 6, { 5: 'kubectl exec a -c b -- ps' })
    const [head, ...lines] = outputs[0]?.trimEnd().split('\n') ?? []
    expect(head).toBe('PID   USER     TIME  COMMAND')
    expect(
      lines.map((line) =>
        line
          .trim()
          .replace(/ +0:00 /, ' ')
          .replace(/ +/, ' '),
      ),
    ).toEqual(processes)
  })

  it('lets a container tell another one to end, and end by a signal that it does not handle', async () => {
    const manifest = pod(
      'a',
      '  shareProcessNamespace: true\n  containers: [{name: a, image: nginx}, {name: b, image: busybox, command: [sleep, "1000"]}]',
    )
    const { outputs } = await typed(manifest, 20, {
      5: "kubectl exec a -c b -- sh -c 'kill -TERM 7'",
      8: "kubectl get pod a -o jsonpath='{range .status.containerStatuses[*]}{.restartCount}{end}'",
      9: "kubectl exec a -c a -- sh -c 'kill -TERM 13'",
      12: "kubectl get pod a -o jsonpath='{.status.containerStatuses[1].lastState.terminated.exitCode}'",
    })
    expect(outputs).toEqual(['', '10', '', '143'])
  })
})

describe('Services without an address', () => {
  it('lead to the pods themselves, or to another name', async () => {
    const manifest =
      workload('Deployment', 'web', '  replicas: 2\n', NGINX) +
      'apiVersion: v1\nkind: Service\nmetadata: {name: head}\nspec: {clusterIP: None, selector: {app: web}, ports: [{port: 80}]}\n---\n' +
      'apiVersion: v1\nkind: Service\nmetadata: {name: other}\nspec: {type: ExternalName, externalName: head.default.svc.cluster.local}\n'
    const { outputs } = await typed(manifest, 20, {
      5: 'kubectl get svc head other --no-headers',
      6: 'kubectl exec deploy/web -- curl -s -o /dev/null -w %{http_code} head',
      7: 'kubectl exec deploy/web -- curl -s -o /dev/null -w %{http_code} other',
      8: 'kubectl get endpointslices -l service.kubernetes.io/headless --no-headers',
      9: 'kubectl get svc head -o jsonpath={.status}',
    })
    expect(outputs[0]).toMatch(
      /^head +ClusterIP +None +<none> +80\/TCP .*\nother +ExternalName +<none> +head\.default\.svc\.cluster\.local +<none> /,
    )
    expect(outputs.slice(1, 3)).toEqual(['200', '200'])
    expect(outputs[3]).toMatch(/^head-[a-z\d]{5} +IPv4 +80 +10\.244\.0\.\d,10\.244\.0\.\d /)
    expect(outputs[4]).toBe('{"loadBalancer":{}}')
  })
})
