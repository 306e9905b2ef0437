import { describe, expect, it } from 'vitest'
import { typed } from '../../../golden/typedLines'

const EXAMPLE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: test
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: nginx
          image: nginx:1.17
          volumeMounts: [{name: data, mountPath: /usr/share/nginx/html}]
        - name: busybox
          image: busybox
          command: [sh, -c]
          args: ['while true; do echo $(date -u) "This is the Pod name $(POD_NAME)" > /var/log/index.html; sleep 5; done']
          env:
            - name: POD_NAME
              valueFrom: {fieldRef: {fieldPath: metadata.name}}
          volumeMounts: [{name: data, mountPath: /var/log}]
      volumes: [{name: data, emptyDir: {}}]
---
apiVersion: v1
kind: Service
metadata:
  name: nginx-svc
spec:
  selector: {app: web}
  ports: [{port: 80}]
`

describe('the running example', () => {
  it('serves the page that busybox writes, with the name of the pod, and goes on in another pod', async () => {
    const { outputs } = await typed(EXAMPLE, 80, {
      5: 'kubectl get deployment',
      6: 'kubectl get pod',
      10: 'curl -s nginx-svc',
      15: 'curl -s nginx-svc',
      16: 'kubectl exec deploy/test -c nginx -- ls /usr/share/nginx/html',
      17: 'kubectl delete pod -l app=web --wait=false',
      60: 'kubectl get pod -o name',
      61: 'curl -s nginx-svc',
    })
    const [deployment, pod = '', page = '', later = '', files, , names = '', another = ''] = outputs
    expect(deployment).toMatch(/^NAME +READY +UP-TO-DATE +AVAILABLE +AGE\ntest +1\/1 +1 +1 +5s\n$/)
    expect(pod).toMatch(/\ntest-[a-z0-9]+-[a-z0-9]{5} +2\/2 +Running +0 +6s\n$/)
    const name = /test-\S+/.exec(pod)?.[0] ?? ''
    expect(page).toMatch(/^Tue Jan 1 00:00:\d\d UTC 2030 This is the Pod name /)
    expect(page).toContain(`Pod name ${name}`)
    expect(later).not.toBe(page)
    expect(files).toBe('index.html\n')
    expect(names).toMatch(/^pod\/test-\S+\n$/)
    expect(names).not.toContain(name)
    expect(another).toContain(names.slice('pod/'.length).trim())
  })

  it('comes out the same from the same seed', async () => {
    const [first, second] = [await typed(EXAMPLE, 30, {}), await typed(EXAMPLE, 30, {})]
    expect(second.run.happenings).toEqual(first.run.happenings)
  })
})

const JOB = (sidecar: string) => `apiVersion: batch/v1
kind: Job
metadata:
  name: work
spec:
  template:
    spec:
      restartPolicy: Never
${sidecar}
        - name: work
          image: busybox
          command: [sh, -c, 'echo done; sleep 3']
`

describe('a Job with a log shipper beside it', () => {
  it('never completes where that is an app container', async () => {
    const job = JOB(`      containers:
        - name: shipper
          image: busybox
          command: [sh, -c, 'while true; do sleep 1; done']`)
    const { outputs } = await typed(job, 300, { 290: 'kubectl get job,pod' })
    expect(outputs[0]).toMatch(/job\.batch\/work +Running +0\/1/)
    expect(outputs[0]).toMatch(/pod\/work-\w+ +1\/2 +NotReady +0/)
  })

  it('completes where that is a native sidecar', async () => {
    const job = JOB(`      initContainers:
        - name: shipper
          image: busybox
          restartPolicy: Always
          command: [sh, -c, 'trap "exit 0" TERM; while true; do sleep 1; done']
      containers:`)
    const { outputs } = await typed(job, 300, { 290: 'kubectl get job,pod' })
    expect(outputs[0]).toMatch(/job\.batch\/work +Complete +1\/1/)
    expect(outputs[0]).toMatch(/pod\/work-\w+ +0\/2 +Completed +0/)
  })
})

const SERVED = (probe: string) => `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec:
  containers:
    - name: web
      image: nginx:1.27
${probe}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`

describe('a readiness probe', () => {
  it('keeps a pod out of the Service until it passes', async () => {
    const probe = `      readinessProbe: {exec: {command: [cat, /tmp/ready]}, periodSeconds: 1}
      lifecycle: {postStart: {exec: {command: [sh, -c, '(sleep 8; touch /tmp/ready) &']}}}`
    const { outputs } = await typed(SERVED(probe), 30, {
      6: 'curl -sS web',
      7: 'kubectl get endpoints web --no-headers',
      20: 'curl -s -o /dev/null -w %{http_code} web',
    })
    expect(outputs[0]).toMatch(/^curl: \(7\) Failed to connect to web port 80/)
    // Its subset has no address that is ready: kubectl then prints none, and not <none>.
    expect(outputs[1]).toMatch(/^Warning: v1 Endpoints is deprecated .*\nweb +\d+s\n$/)
    expect(outputs[2]).toBe('200')
  })
})

describe('a native sidecar that crashes', () => {
  it('is started again at once, then after 10 s and 20 s, and the pod serves on', async () => {
    const manifest = SERVED('').replace(
      '  containers:\n',
      `  initContainers:
    - name: side
      image: busybox
      restartPolicy: Always
      command: [sh, -c, 'sleep 3; exit 1']
  containers:
`,
    )
    const { run, outputs } = await typed(manifest, 120, {
      0: 'kubectl get pod web --no-headers --watch',
      18: 'curl -s -o /dev/null -w %{http_code} 10.244.0.5',
    })
    const starts = run.happenings.flatMap((each) =>
      each.type === 'runtime' && each.container === 'side' && each.what === 'start' ? [each.time / 1000] : [],
    )
    const waits = starts
      .slice(1)
      .map((start, index) => 10 * Math.floor((start - (starts[index] ?? 0) - 3) / 10))
    expect(waits.slice(0, 3)).toEqual([0, 10, 20])
    expect(outputs[0]).toMatch(/\nweb +1\/2 +Init:Error +1 \(.+\nweb +1\/2 +Init:CrashLoopBackOff +1 \(/)
    expect(outputs[1]).toBe('200')
  })
})

describe('one localhost', () => {
  it('lets the second of two web servers fail to bind', async () => {
    const manifest = SERVED('').replace(
      '      image: nginx:1.27\n',
      '      image: nginx:1.27\n    - name: second\n      image: nginx:1.27\n',
    )
    const { outputs } = await typed(manifest, 20, {
      9: 'kubectl logs web -c second',
      10: 'kubectl get pod web --no-headers',
    })
    expect(outputs[0]).toContain('bind() to 0.0.0.0:80 failed (98: Address already in use)')
    expect(outputs[1]).toMatch(/^web +1\/2 +(Error|CrashLoopBackOff)/)
  })

  it('leads from one container to what another one serves', async () => {
    const { outputs } = await typed(EXAMPLE, 20, {
      10: 'kubectl exec deploy/test -c busybox -- wget -qO- localhost',
    })
    expect(outputs[0]).toContain('This is the Pod name test-')
  })
})

describe('an emptyDir that grows beyond its sizeLimit', () => {
  it('ends the pod, which is said once', async () => {
    const { outputs } = await typed(
      `apiVersion: v1
kind: Pod
metadata: {name: full}
spec:
  volumes: [{name: d, emptyDir: {sizeLimit: 1Mi}}]
  containers:
    - {name: a, image: busybox, command: [sh, -c, 'dd if=/dev/zero of=/d/x bs=1M count=3; sleep 1000'], volumeMounts: [{name: d, mountPath: /d}]}
`,
      60,
      {
        50: 'kubectl get pod full -o jsonpath={.status.reason}',
        51: 'kubectl events --types=Warning --no-headers',
      },
    )
    expect(outputs[0]).toBe('Evicted')
    expect(outputs[1]).toMatch(
      /^\d+s +Warning +Evicted +pod\/full +Usage of EmptyDir volume "d" exceeds the limit "1Mi"\. ?\n$/,
    )
  })
})

describe('kubectl exec', () => {
  it('finds a container that runs while the images of others are pulled, before the status says so', async () => {
    const { outputs } = await typed(
      `apiVersion: v1
kind: Pod
metadata: {name: two}
spec:
  containers:
    - {name: a, image: busybox, command: [sleep, '1000']}
    - {name: b, image: nginx}
`,
      3,
      {
        2: 'kubectl exec two -c b -- ls',
        2.1: 'kubectl get pod --no-headers',
        2.2: 'kubectl exec two -c a -- echo here',
      },
    )
    expect(outputs[0]).toBe(
      'error: Internal error occurred: unable to upgrade connection: container not found ("b")\n',
    )
    expect(outputs[1]).toContain('0/2   ContainerCreating')
    expect(outputs[2]).toBe('here\n')
  })
  it.each([
    ['foo', String.raw`exec: "foo": executable file not found in \$PATH`],
    ['/bin/foo', 'exec: "/bin/foo": stat /bin/foo: no such file or directory'],
    ['/etc/passwd', 'exec: "/etc/passwd": permission denied'],
  ])('says that it cannot run %s as containerd says it, and ends with 1', async (command, words) => {
    const { run } = await typed(SERVED(''), 10, { 5: `kubectl exec web -- ${command}` })
    expect(run.lines.map(({ exitCode }) => exitCode)).toEqual([1])
    expect(run.lines[0]?.output).toMatch(
      new RegExp(
        `^error: Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: exec failed: unable to start container process: ${words}\n$`,
      ),
    )
  })
})

describe('a probe whose command is not there', () => {
  it('counts for nothing: the pod is not ready, and its container runs on', async () => {
    const probes = ['liveness', 'readiness']
      .map((kind) => `\n      ${kind}Probe: {exec: {command: [nosuch]}, periodSeconds: 2}`)
      .join('')
    const { outputs } = await typed(SERVED(probes), 60, {
      50: 'kubectl get pod web --no-headers',
      51: 'kubectl events --types=Warning --no-headers | grep Liveness',
    })
    expect(outputs[0]).toMatch(/^web +0\/1 +Running +0 /)
    expect(outputs[1]).toMatch(
      /Unhealthy +pod\/web +Liveness probe errored and resulted in unknown state: rpc error: code = Unknown desc = failed to exec in container: failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in \$PATH\n$/,
    )
  })
})
