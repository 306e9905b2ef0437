import { describe, expect, it } from 'vitest'
import type { ObjectsByKind } from '../../api/objects'
import { FakeCluster } from '../fakeCluster'

const RUNNING = (name: string, id: string) => ({ name, containerID: id, state: { running: {} }, ready: true })

const POD: Partial<ObjectsByKind['Pod']> = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'nginx' }, { name: 'busybox' }], initContainers: [{ name: 'setup' }] },
  status: {
    phase: 'Running',
    containerStatuses: [
      RUNNING('nginx', 'sim://1'),
      {
        ...RUNNING('busybox', 'sim://2'),
        lastState: { terminated: { containerID: 'sim://0', exitCode: 1 } },
      },
    ],
    initContainerStatuses: [
      { name: 'setup', state: { terminated: { exitCode: 0, containerID: 'sim://3' } } },
    ],
  },
}

function cluster(): FakeCluster {
  const line = (time: number, text: string) => ({ time, stream: 'stdout' as const, text })
  const fake = new FakeCluster({
    logs: {
      'web-1/nginx': [line(1000, 'a'), line(2000, 'b'), line(3000, 'c')],
      'web-1/busybox': [line(2500, 'tick')],
      'web-1/busybox/previous': [line(500, 'crash')],
      'web-1/setup': [line(100, 'ready')],
    },
    exec: (container, command) =>
      container === 'app'
        ? { output: '', error: 'unable to upgrade connection: container not found ("app")' }
        : {
            output: `${container}: ${command.join(' ')}\n`,
            exitCode: command[0] === 'false' ? 1 : 0,
          },
  })
  fake.pod('web-1', POD)
  fake.pod('new', {
    spec: { containers: [{ name: 'app' }] },
    status: {
      phase: 'Pending',
      containerStatuses: [{ name: 'app', state: { waiting: { reason: 'ContainerCreating' } } }],
    },
  })
  fake.api.put('Deployment', {
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: { app: 'web' } } },
  })
  fake.clock.run(4000, () => {})
  return fake
}

const CHOSEN = 'Defaulted container "nginx" out of: nginx, busybox, setup (init)\n'

describe('what containers say', () => {
  it.each([
    ['kubectl logs web-1', `${CHOSEN}a\nb\nc\n`],
    ['kubectl logs web-1 -c busybox', 'tick\n'],
    ['kubectl logs web-1 busybox -p', 'crash\n'],
    ['kubectl logs deploy/web -c setup', 'ready\n'],
    ['kubectl logs web-1 -c nginx --tail=2', 'b\nc\n'],
    ['kubectl logs web-1 -c nginx --tail 0', ''],
    ['kubectl logs web-1 -c nginx --since=1500ms', 'c\n'],
    ['kubectl logs web-1 -c nginx --tail=1 --timestamps', '2030-01-01T00:00:03.000000000Z c\n'],
    [
      'kubectl logs web-1 --all-containers --prefix --tail=1',
      '[pod/web-1/setup] ready\n[pod/web-1/nginx] c\n[pod/web-1/busybox] tick\n',
    ],
    ['kubectl logs -l app=web -c busybox', 'tick\n'],
    [
      'kubectl logs web-1 -c nginx -p',
      'Error from server (BadRequest): previous terminated container "nginx" in pod "web-1" not found\n',
    ],
    [
      'kubectl logs new',
      'Error from server (BadRequest): container "app" in pod "new" is waiting to start: ContainerCreating\n',
    ],
    [
      'kubectl logs web-1 -c none',
      'error: container none is not valid for pod web-1 out of: nginx, busybox, setup (init)\n',
    ],
    [
      'kubectl logs web-1 --tail=x',
      `error: invalid argument "x" for "--tail" flag: strconv.ParseInt: parsing "x": invalid syntax\nSee 'kubectl logs --help' for usage.\n`,
    ],
    ['kubectl logs web-1 -c nginx --since-time=2030-01-01T00:00:03Z', 'c\n'],
    ['kubectl logs web-1 -c nginx --since-time=2030-01-01T01:00:01.5+01:00', 'b\nc\n'],
    [
      'kubectl logs web-1 --since-time=2030-01-01',
      'error: parsing time "2030-01-01" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"\n',
    ],
    [
      'kubectl logs web-1 --since=5s --since-time=2030-01-01T00:00:03Z',
      'error: at most one of `sinceTime` or `sinceSeconds` may be specified\n',
    ],
    ['kubectl logs none', 'Error from server (NotFound): pods "none" not found\n'],
    ['kubectl exec web-1 -- ls /', `${CHOSEN}nginx: ls /\n`],
    ['kubectl exec -it web-1 -c busybox -- false', 'busybox: false\ncommand terminated with exit code 1\n'],
    ['kubectl exec deploy/web -c busybox -- sh -c "ls | wc"', 'busybox: sh -c ls | wc\n'],
    [
      'kubectl exec web-1 ls',
      "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee 'kubectl exec -h' for help and examples\n",
    ],
    [
      'kubectl exec new -- ls',
      'error: Internal error occurred: unable to upgrade connection: container not found ("app")\n',
    ],
    [
      'kubectl exec web-1 -c none -- ls',
      'Error from server (BadRequest): container none is not valid for pod web-1\n',
    ],
  ])('%s', (line, text) => {
    expect(cluster().run(line).text).toBe(text)
  })

  it('is followed until the container ends', () => {
    const fake = cluster()
    const { clock } = fake
    clock.at(clock.now + 1000, () => {
      fake.lines.get('web-1/nginx')?.push({ time: clock.now, stream: 'stdout', text: 'd' })
      fake.logged.fire()
    })
    clock.at(clock.now + 2000, () => fake.api.remove('Pod', 'default', 'web-1'))
    expect(fake.run('kubectl logs -f --tail=1 web-1 -c nginx; echo end').text).toBe('c\nd\nend\n')
    expect(cluster().run('kubectl logs -f web-1 -c nginx', 5)).toEqual({ text: 'a\nb\nc\n', exitCode: 130 })
    expect(cluster().run('kubectl logs -f web-1 -c nginx | head -2; echo end').text).toBe('a\nb\nend\n')
  })

  it('exec ends with the exit code of the command', () => {
    expect(cluster().run('kubectl exec web-1 -c nginx -- false').exitCode).toBe(1)
    expect(cluster().run('kubectl exec web-1 -c nginx -- true').exitCode).toBe(0)
  })
})

describe('logs of a workload', () => {
  it('are those of one of its pods, or of all', () => {
    const fake = cluster()
    fake.pod('web-2', { ...POD, metadata: { labels: { app: 'web' } } })
    fake.lines.set('web-2/nginx', [{ time: 0, stream: 'stdout', text: 'other' }])
    expect(fake.run('kubectl logs deploy/web -c nginx --tail=1').text).toBe(
      'Found 2 pods, using pod/web-1\nc\n',
    )
    expect(fake.run('kubectl logs deploy/web -c nginx --all-pods --tail=1').text).toBe(
      '[pod/web-1/nginx] c\n[pod/web-2/nginx] other\n',
    )
  })
})

describe('kubectl describe', () => {
  it('tells of what is named, with its events', () => {
    const fake = cluster()
    fake.api.record({
      about: { kind: 'Pod', namespace: 'default', name: 'web-1' },
      type: 'Normal',
      reason: 'Started',
      message: 'Container started',
      component: 'kubelet',
    })
    const { text } = fake.run('kubectl describe pod web')
    expect(text).toMatch(/^Name: {9}web-1\n/)
    expect(text).toContain('  Normal  Started  0s    kubelet  Container started\n')
    expect(fake.run('kubectl describe pod none').text).toBe(
      'Error from server (NotFound): pods "none" not found\n',
    )
    expect(fake.run('kubectl describe svc').text).toBe('No resources found in default namespace.\n')
  })
})

describe('kubectl explain', () => {
  async function explained(line: string): Promise<string> {
    const fake = cluster()
    let text = ''
    const io = {
      write: (written: string) => {
        text += written
      },
      interrupted: fake.clock.signal(),
      isInterrupted: () => false,
      columns: 80,
      typed: () => null,
      design: () => '',
      forwarded: fake.forwarded,
      jobs: fake.jobs,
    }
    const { runLine } = await import('../runLine')
    fake.clock.start(runLine(fake, line, io))
    await fake.clock.live(fake.clock.now + 1)
    return text
  }

  it('tells of fields', async () => {
    const text = await explained('kubectl explain deploy.spec.replicas')
    expect(text).toMatch(
      /^GROUP: {6}apps\nKIND: {7}Deployment\nVERSION: {4}v1\n\nFIELD: replicas <integer>\n\nDESCRIPTION:\n {4}Number of desired pods\./,
    )
  })

  it('tells of kinds, with their fields', async () => {
    const text = await explained('kubectl explain pod.spec.containers')
    expect(text).toContain('FIELD: containers <[]Container>\n')
    expect(text).toContain('  name\t<string> -required-\n    Name of the container specified as a DNS_LABEL.')
    expect(text).toContain('  imagePullPolicy\t<string>\n    enum: Always, IfNotPresent, Never\n')
    expect(await explained('kubectl explain pod.status.phase')).toContain('FIELD: phase <string>\n')
    expect(await explained('kubectl explain pod.spec.restartPolicy')).toContain(
      'FIELD: restartPolicy <string>\nENUM:\n    Always\n    Never\n    OnFailure\n\nDESCRIPTION:\n',
    )
    expect(await explained('kubectl explain pod.spec.containers.lifecycle')).toContain(
      '    enum: SIGABRT, SIGALRM, SIGBUS, SIGCHLD, ....\n',
    )
    expect(await explained('kubectl explain pod.spec.none')).toBe('error: field "none" does not exist\n')
    expect(await explained('kubectl explain pod.spec --recursive')).toContain(
      '  containers\t<[]Container> -required-\n    args\t<[]string>\n',
    )
  })
})
