import { expect, test } from 'vitest'
import { PROGRAMS } from './programs'
import { TestContainer } from './testContainer'
import { mount, script, TestPod } from './testPod'

test.each([
  ['nginx:1.17', ['sh', '-c', 'ls /usr/share/nginx/html'], '50x.html\nindex.html\n'],
  ['docker.io/library/alpine:3', ['cat', '/etc/os-release'], 'NAME="Alpine Linux"\n'],
  ['registry.example.com/mirror/nginx:1', ['nginx', '-v'], 'nginx version: nginx/1.29.3\n'],
  ['example/app', ['sh', '-c', 'echo hi'], 'hi\n'],
  ['example/app', ['/app'], '[podwright] example/app is not simulated: it just stays up.\n'],
  ['busybox', ['nosuch'], expect.stringMatching(/exec: "nosuch": executable file not found in \$PATH$/)],
  [
    'busybox',
    ['/nosuch'],
    expect.stringMatching(/exec: "\/nosuch": stat \/nosuch: no such file or directory$/),
  ],
  ['debian', ['bash', '-c', 'nosuch'], 'bash: line 1: nosuch: command not found\n'],
  ['debian', ['sh', '-c', 'nosuch'], 'sh: 1: nosuch: not found\n'],
  ['busybox', ['sh', '-c', 'curl x'], 'sh: curl: not found\n'],
  ['busybox', ['/bin/sh', '-c', 'echo $HOSTNAME $PATH'], 'web-0 /usr/sbin:/usr/bin:/sbin:/bin\n'],
])('%s: %j', async (image, command, text) => {
  const container = await new TestContainer({ image, command }).boot(PROGRAMS).until(1)
  expect(container.text()).toEqual(text)
})

test('an image without a shell refuses a command', () => {
  for (const image of ['fluent/fluent-bit:3.2.10', 'traefik/whoami', 'registry.k8s.io/pause:3.10']) {
    const container = new TestPod().run(image)
    expect(PROGRAMS.command({ ...container.process, command: ['sh'], args: [] })).toEqual({
      error:
        'OCI runtime exec failed: exec failed: unable to start container process: exec: "sh": executable file not found in $PATH',
    })
  }
})

test('the adapter: text in, JSON out, as it comes', async () => {
  const pod = new TestPod()
  const logs = pod.volume()
  const adapter = pod.run('busybox:1.37', {
    command: script(
      `touch /logs/l; tail -n+1 -F /logs/l | awk -F'|' '{printf "{\\"ts\\":\\"%s\\",\\"msg\\":\\"%s\\",\\"pod\\":\\"%s\\"}\\n",$1,$3,ENVIRON["POD_NAME"]; fflush()}'`,
    ),
    env: { POD_NAME: 'p' },
    mounts: [mount('/logs', logs)],
  })
  pod.run('busybox:1.37', {
    command: script('while true; do echo "$(date -u +%FT%TZ)|INFO|ok" >> /l/l; sleep 3; done'),
    mounts: [mount('/l', logs)],
  })
  await pod.until(4)
  expect(adapter.text()).toBe(
    '{"ts":"2030-01-01T00:00:00Z","msg":"ok","pod":"p"}\n{"ts":"2030-01-01T00:00:03Z","msg":"ok","pod":"p"}\n',
  )
})
