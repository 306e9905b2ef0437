import { expect, test } from 'vitest'
import { PROGRAMS } from './programs'
import { TestContainer } from './testContainer'

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
  ['busybox', ['sh', '-c', 'curl x'], 'sh: curl: not found\n'],
  ['busybox', ['/bin/sh', '-c', 'echo $HOSTNAME $PATH'], 'web-0 /usr/sbin:/usr/bin:/sbin:/bin\n'],
])('%s: %j', async (image, command, text) => {
  const container = await new TestContainer({ image, command }).boot(PROGRAMS).until(1)
  expect(container.text()).toEqual(text)
})
