import { describe, expect, it } from 'vitest'
import type { Json } from '../../kubernetes/json'
import { loadPrograms } from '../programs/loadPrograms'
import type { Intervention } from './intervention'
import { Session } from './session'

function pod(name: string, script: string, more: Readonly<Record<string, Json>> = {}): Json {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { app: name } },
    spec: { containers: [{ name: 'main', image: 'busybox', command: ['sh', '-c', script], ...more }] },
  }
}

const WAITING = 'trap "exit 0" TERM; while true; do sleep 1; done'

async function begun(...documents: readonly Json[]) {
  const session = new Session({
    documents,
    programs: await loadPrograms(),
    seed: 1,
    epoch: Date.UTC(2030, 0, 1),
  })
  let serial = 0
  /** Types a line at a moment (seconds); gives what it has written after some seconds. */
  const typed = async (at: number, line: string, wait = 0) => {
    serial += 1
    let output = ''
    await session.advance(at * 1000)
    session.run(serial, line, 100, { write: (text) => (output += text), reads: null, ended: () => undefined })
    await session.advance((at + wait) * 1000)
    return output
  }
  return { session, typed }
}

describe('a terminal', () => {
  it('has an interactive shell in a container, which keeps its state from line to line', async () => {
    const { session } = await begun(pod('web', WAITING))
    await session.advance(5000)
    let output = ''
    let end: number | null = null
    session.run(1, 'kubectl exec -it web -- sh', 80, {
      write: (text) => (output += text),
      reads: () => undefined,
      ended: (exitCode) => (end = exitCode),
    })
    const types = async (text: string | null) => {
      output = ''
      session.type(1, text)
      await session.advance(session.cluster.clock.now + 1)
      return output
    }
    await session.advance(5001)
    expect(output).toBe('/ # ')
    expect(await types('cd /tmp; x=5\n')).toBe('/tmp # ')
    expect(await types('echo $x $(pwd)\n')).toBe('5 /tmp\n/tmp # ')
    expect(await types('nothere\n')).toBe('sh: nothere: not found\n/tmp # ')
    expect(await types('sleep 1000\n')).toBe('')
    session.interrupt(1)
    await session.advance(session.cluster.clock.now + 1)
    expect(output).toBe('/tmp # ')
    expect(await types('echo $?\n')).toBe('130\n/tmp # ')
    output = ''
    session.type(1, 'sleep 1000\n')
    session.interrupt(1)
    await session.advance(session.cluster.clock.now + 1)
    expect(output).toBe('/tmp # ')
    expect(await types('echo $?\n')).toBe('130\n/tmp # ')
    expect(await types('exit 3\n')).toBe('command terminated with exit code 3\n')
    expect(end).toBe(3)
    expect(session.isBusy).toBe(false)
  })

  it('ends a shell with Ctrl-D, and other commands with Ctrl-C', async () => {
    const { session } = await begun(pod('web', WAITING))
    await session.advance(5000)
    const ends: number[] = []
    const listener = {
      write: () => undefined,
      reads: () => undefined,
      ended: (code: number) => ends.push(code),
    }
    session.run(1, 'kubectl exec -it web -- sh', 80, listener)
    session.run(2, 'kubectl get pods --watch', 80, listener)
    await session.advance(5001)
    session.type(1, null)
    session.interrupt(2)
    await session.advance(5002)
    expect(new Set(ends)).toEqual(new Set([0, 130]))
  })
})

const PLACE = { namespace: 'default', pod: 'web', container: 'main' } as const

const INTERVENTIONS: readonly (readonly [Intervention, shown: RegExp])[] = [
  [{ do: 'kill', ...PLACE }, /1\/1 +Running +1 /],
  [{ do: 'exit', code: 0, ...PLACE }, /1\/1 +Running +1 /],
  [{ do: 'oom', ...PLACE }, /1\/1 +Running +1 /],
  [{ do: 'probe', probe: 'readiness', result: 'fail', ...PLACE }, /0\/1 +Running +0 /],
  [{ do: 'deletePod', namespace: 'default', pod: 'web' }, /^No resources found/],
  [{ do: 'drain' }, /^No resources found/],
]

describe('an intervention', () => {
  it.each(INTERVENTIONS)('%j', async (intervention, shown) => {
    const probe = { readinessProbe: { exec: { command: ['true'] }, periodSeconds: 1 } }
    const { session, typed } = await begun(pod('web', WAITING, probe))
    expect(await typed(6, 'kubectl get pod --no-headers')).toMatch(/^web +1\/1 +Running +0 /)
    session.intervene(intervention)
    expect(await typed(12, 'kubectl get pod --no-headers')).toMatch(shown)
    expect(session.take().filter(({ type }) => type === 'intervention')).toHaveLength(1)
  })

  it('says OOMKilled where the memory ran out', async () => {
    const { session, typed } = await begun(pod('web', WAITING))
    await session.advance(6000)
    session.intervene({ do: 'oom', ...PLACE })
    expect(await typed(12, 'kubectl describe pod web')).toMatch(/Reason: +OOMKilled\n +Exit Code: +137/)
  })

  it('cuts the network to a Service', async () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
    }
    const { session, typed } = await begun(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'web', labels: { app: 'web' } },
        spec: { containers: [{ name: 'main', image: 'nginx' }] },
      },
      service,
    )
    expect(await typed(6, 'curl -s -o /dev/null -w %{http_code} web')).toBe('200')
    session.intervene({ do: 'cut', namespace: 'default', name: 'web', isCut: true })
    expect(await typed(7, 'curl -sS -m 5 web', 10)).toContain('curl: (28)')
    session.intervene({ do: 'cut', namespace: 'default', name: 'web', isCut: false })
    expect(await typed(20, 'curl -s -o /dev/null -w %{http_code} web')).toBe('200')
  })
})

describe('a command that the image does not have', () => {
  it('can’t be run, in the words of the runtime', async () => {
    const { typed } = await begun({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { containers: [{ name: 'main', image: 'busybox', command: ['/nothere'] }] },
    })
    const shown = await typed(1, 'kubectl get pod web --watch --no-headers', 20)
    expect(shown).toMatch(/web +0\/1 +RunContainerError +[01]/)
    expect(shown).toMatch(/web +0\/1 +CrashLoopBackOff +[12]/)
    expect(await typed(25, 'kubectl describe pod web')).toMatch(
      /Reason: +StartError\n +Message: +failed to create containerd task.*no such file or directory\n +Exit Code: +128/,
    )
    expect(await typed(26, 'kubectl logs web')).toBe('')
  })
})

describe('a line', () => {
  it('is interrupted also where Ctrl-C comes before it', async () => {
    const { session } = await begun(pod('web', WAITING))
    let end: number | null = null
    session.interrupt(1)
    session.run(1, 'kubectl get pods --watch', 80, {
      write: () => undefined,
      reads: null,
      ended: (exitCode) => (end = exitCode),
    })
    expect(end).toBe(130)
    expect(session.isBusy).toBe(false)
  })
})

describe('edit and apply', () => {
  it('does what kubectl apply of the design would, and deletes what is not in it any more', async () => {
    const { session, typed } = await begun(pod('web', WAITING), pod('other', WAITING))
    await session.advance(6000)
    expect(session.apply([pod('web', WAITING), pod('third', WAITING)])).toEqual([
      'pod/web unchanged',
      'pod/third created',
      'pod/other deleted',
    ])
    expect(await typed(20, 'kubectl get pod -o name')).toBe('pod/third\npod/web\n')
  })

  const list = (...items: readonly Json[]): Json => ({ apiVersion: 'v1', kind: 'List', items: [...items] })
  const job: Json = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'once' },
    spec: {
      template: {
        spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox', command: ['true'] }] },
      },
    },
  }

  it.each([
    [
      { apiVersion: 'example.com/v1', kind: 'Widget' },
      'widget.example.com/one: no matches for kind "Widget" in version "example.com/v1"',
      'error: resource mapping not found for name: "one" namespace: "" from "STDIN": no matches for kind "Widget" in version "example.com/v1"\nensure CRDs are installed first\n',
    ],
    [
      { apiVersion: 'serving.knative.dev/v1', kind: 'Service' },
      'service.serving.knative.dev/one: no matches for kind "Service" in version "serving.knative.dev/v1"',
      'error: resource mapping not found for name: "one" namespace: "" from "STDIN": no matches for kind "Service" in version "serving.knative.dev/v1"\nensure CRDs are installed first\n',
    ],
    [
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
      'role.rbac.authorization.k8s.io/one: the simulation has no Role',
      'error: the simulation has no Role\n',
    ],
  ])('has no kind that needs a CRD, and says which it only lacks: %j', async (type, said, typedSaid) => {
    const object: Json = { ...type, metadata: { name: 'one' } }
    const { session, typed } = await begun(object)
    expect(session.applied).toEqual([said])
    expect(await typed(1, `echo '${JSON.stringify(object)}' | kubectl apply -f -`)).toBe(typedSaid)
  })

  it.each([
    ['a List', [list(pod('web', WAITING), job)]],
    ['a List in a List', [list(list(pod('web', WAITING)), job)]],
    ['documents', [pod('web', WAITING), job]],
  ])('takes the objects of %s one by one, and calls them as kubectl does', async (_name, documents) => {
    const { session, typed } = await begun(...documents)
    expect(session.applied).toEqual(['pod/web created', 'job.batch/once created'])
    expect(await typed(5, 'kubectl apply -f design.yaml')).toBe(
      'pod/web unchanged\njob.batch/once unchanged\n',
    )
    expect(session.apply([list(pod('web', WAITING))])).toEqual([
      'pod/web unchanged',
      'job.batch/once deleted',
    ])
  })
})

describe('a process in a container', () => {
  it('can be told to end from another one, and starts where its workingDir is', async () => {
    const container = {
      name: 'main',
      image: 'busybox',
      workingDir: '/srv/app',
      command: ['sh', '-c', `pwd; ${WAITING}`],
    }
    const { typed } = await begun({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { containers: [container] },
    })
    expect(await typed(5, 'kubectl logs web')).toBe('/srv/app\n')
    await typed(6, 'kubectl exec web -- sh -c "kill 1"')
    expect(await typed(12, 'kubectl get pod web --no-headers')).toMatch(/^web +1\/1 +Running +1 /)
  })
})

describe('files', () => {
  it('of a container are listed and read', async () => {
    const { session } = await begun(pod('web', 'mkdir /data; echo hello > /data/a; sleep 1000'))
    await session.advance(6000)
    expect(session.files(PLACE, '/data')).toMatchObject({ entries: [{ name: 'a', type: 'file', size: 6 }] })
    expect(session.files(PLACE, '/data/a')).toEqual({ text: 'hello\n', size: 6 })
    expect(session.files(PLACE, '/none')).toHaveProperty('error')
    expect(session.files({ ...PLACE, container: 'other' }, '/')).toHaveProperty('error')
  })

  it('are looked at as they were, also of a run that is over and of a pod that is gone; nobody is told of the look', async () => {
    const script = 'echo $RANDOM > /data/run; while true; do sleep 2; date >> /data/log; done'
    const { session } = await begun({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: {
        containers: [
          {
            name: 'main',
            image: 'busybox',
            command: ['sh', '-c', script],
            volumeMounts: [{ name: 'data', mountPath: '/data' }],
          },
        ],
        volumes: [{ name: 'data', emptyDir: {} }],
      },
    })
    await session.advance(5000)
    const log = session.files(PLACE, '/data/log')
    const list = session.files(PLACE, '/')
    await session.advance(9000)
    session.take()
    expect(session.files(PLACE, '/data/log')).not.toEqual(log)
    expect(session.files(PLACE, '/data/log', 5000)).toEqual(log)
    expect(session.take()).toEqual([])
    session.intervene({ do: 'kill', ...PLACE })
    await session.advance(15_000)
    expect(session.files(PLACE, '/data/log', 5000)).toEqual(log)
    expect(session.files(PLACE, '/', 5000)).toEqual(list)
    expect(session.files(PLACE, '/', 500)).toHaveProperty('error')
    session.intervene({ do: 'deletePod', namespace: PLACE.namespace, pod: PLACE.pod })
    await session.advance(60_000)
    expect(session.files(PLACE, '/data/log')).toHaveProperty('error')
    expect(session.files(PLACE, '/data/log', 5000)).toEqual(log)
  })
})
