import { describe, expect, test } from 'vitest'
import { Clock } from '../../clock'
import type { Steps } from '../../clock'
import { FileTree } from '../../filesystem/fileTree'
import type { NetworkAnswer } from '../../network/request'
import { PROGRAMS } from '../programs'
import { requestOf } from '../../network/httpUrl'
import { TestContainer, TestNetwork } from '../testContainer'
import type { TestContainerOptions } from '../testContainer'

function nginx(options: TestContainerOptions & { readonly conf?: string } = {}) {
  const { conf, ...rest } = options
  const clock = new Clock()
  const mounts = [...(options.mounts ?? [])]
  if (conf !== undefined) {
    const tree = new FileTree(clock)
    tree.put('/default.conf', conf)
    mounts.push({ path: '/etc/nginx/conf.d', tree, subPath: '', readOnly: true })
  }
  return new TestContainer({ clock, image: 'nginx:1.27-alpine', ...rest, mounts }).boot(PROGRAMS)
}

async function ask(container: TestContainer, url: string): Promise<NetworkAnswer> {
  const request = requestOf(url, { headers: { 'User-Agent': 'curl/8' } })
  if (request === undefined) throw new Error(url)
  let got: NetworkAnswer | undefined
  const { process, clock } = container
  clock.start(
    (function* run(): Steps {
      got = yield* process.network.request(request)
    })(),
  )
  await container.until(clock.now / 1000)
  if (got === undefined) throw new Error('no answer')
  return got
}

async function page(container: TestContainer, url: string): Promise<readonly [number, string]> {
  const answer = await ask(container, url)
  return 'error' in answer ? [0, answer.error] : [answer.response.status, answer.response.body]
}

test('serves what is mounted, by the rules of its root, and logs it', async () => {
  const tree = new FileTree(new Clock(), { mode: 0o777 })
  const container = nginx({
    image: 'nginx:1.17',
    mounts: [{ path: '/usr/share/nginx/html', tree, subPath: '', readOnly: false }],
  })
  expect(await page(container, 'http://localhost/')).toEqual([
    403,
    expect.stringContaining('<hr><center>nginx/1.17.10</center>'),
  ])
  tree.put('/index.html', 'hello\n')
  tree.put('/secret.html', 'no', 0o600)
  tree.put('/d/index.html', 'd')
  expect(await page(container, 'http://localhost/')).toEqual([200, 'hello\n'])
  expect(await page(container, 'http://localhost/index.html?x=1')).toEqual([200, 'hello\n'])
  expect(await page(container, 'http://localhost/none')).toEqual([
    404,
    expect.stringContaining('404 Not Found'),
  ])
  expect(await page(container, 'http://localhost/secret.html')).toEqual([
    403,
    expect.stringContaining('403 Forbidden'),
  ])
  expect((await page(container, 'http://localhost/d'))[0]).toBe(301)
  expect(container.text('stdout')).toContain(
    '10.244.0.9 - - [01/Jan/2030:00:00:00 +0000] "GET / HTTP/1.1" 200 6 "-" "curl/8" "-"\n',
  )
  expect(container.text('stderr')).toContain('directory index of "/usr/share/nginx/html/" is forbidden')
  container.terminate()
  await container.until(1)
  expect(container.exitCode).toBe(0)
})

test('a volume over its logs gets real files', async () => {
  const tree = new FileTree(new Clock(), { mode: 0o777 })
  const container = nginx({ mounts: [{ path: '/var/log/nginx', tree, subPath: '', readOnly: false }] })
  await page(container, 'http://localhost/')
  expect(container.process.files.readText('/var/log/nginx/access.log')).toContain('"GET / HTTP/1.1" 200')
  expect(container.text('stdout')).toBe('')
})

describe('a configuration', () => {
  const rows: readonly [string, string, string, readonly [number, unknown]][] = [
    [
      'another port',
      'server { listen 8080; location / { return 200 "hi"; } }',
      'http://localhost:8080/',
      [200, 'hi'],
    ],
    [
      'its root',
      'server { location / { root /etc; } }',
      'http://localhost/os-release',
      [200, expect.stringContaining('NAME')],
    ],
    [
      'alias',
      'server { location /x/ { alias /etc/; } }',
      'http://localhost/x/os-release',
      [200, expect.stringContaining('NAME')],
    ],
    [
      'an exact location',
      'server { location = /h { return 204; } location / { return 200 x; } }',
      'http://localhost/h',
      [204, expect.anything()],
    ],
    [
      'a regular expression',
      'server { location / { return 200 a; } location ~ \\.php$ { return 200 b; } }',
      'http://localhost/i.php',
      [200, 'b'],
    ],
    [
      'stub_status',
      'server { listen 127.0.0.1:81; location = /s { stub_status; } }',
      'http://localhost:81/s',
      [200, expect.stringMatching(/^Active connections: 1 \n/)],
    ],
    [
      'a proxy to nobody',
      'server { location / { proxy_pass http://127.0.0.1:9; } }',
      'http://localhost/',
      [502, expect.stringContaining('502 Bad Gateway')],
    ],
    [
      'a proxy to a neighbour',
      'server { location /a/ { proxy_pass http://127.0.0.1:81/b/; } } server { listen 81; location / { return 200 $request_uri; } }',
      'http://localhost/a/c',
      [200, '/b/c'],
    ],
    [
      'try_files',
      'server { root /usr/share/nginx/html; location / { try_files $uri /index.html; } }',
      'http://localhost/deep',
      [200, expect.stringContaining('Welcome')],
    ],
  ]
  test.each(rows)('%s', async (_, conf, url, answer) => {
    expect(await page(nginx({ conf }), url)).toEqual(answer)
  })

  test.each([
    [
      'server { listen 80',
      'unexpected end of file, expecting ";" or "}" in /etc/nginx/conf.d/default.conf:1',
    ],
    [
      'server { location / { proxy_pass http://api; } }',
      'host not found in upstream "api" in /etc/nginx/conf.d/default.conf:1',
    ],
  ])('%s ends with 1', async (conf, message) => {
    const container = await nginx({ conf }).until(1)
    expect(container.exitCode).toBe(1)
    expect(container.text('stderr')).toContain(`nginx: [emerg] ${message}\n`)
  })
})

test('a port that is taken', async () => {
  const clock = new Clock()
  const network = new TestNetwork(clock)
  new TestContainer({ clock, network, image: 'nginx:1.27' }).boot(PROGRAMS)
  const second = await new TestContainer({ clock, network, image: 'nginx:1.27' }).boot(PROGRAMS).until(5)
  expect([second.exitCode, second.exitTime]).toEqual([1, 2500])
  expect(second.text('stderr')).toContain(
    'nginx: [emerg] bind() to 0.0.0.0:80 failed (98: Address already in use)\n',
  )
})

test('a read-only root', async () => {
  const container = await nginx({ readOnlyRoot: true }).until(1)
  expect(container.text('stderr')).toContain(
    'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (30: Read-only file system)\n',
  )
  expect(container.exitCode).toBe(1)
})
