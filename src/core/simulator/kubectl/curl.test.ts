import { describe, expect, it } from 'vitest'
import type { NetworkAnswer, NetworkRequest } from '../network/request'
import { parseUrl } from '../network/httpUrl'
import { FakeCluster } from './fakeCluster'

function respond({ host, path }: NetworkRequest): NetworkAnswer {
  const address = '10.96.0.7'
  if (host === 'closed') return { error: 'refused', address }
  if (host === 'lost') return { error: 'timeout', address }
  if (host !== 'web' && host !== 'one') return { error: 'no such host', address: '' }
  if (path === '/old') return { response: { status: 302, headers: { Location: '/' }, body: '' }, address }
  if (path === '/none') return { response: { status: 404, headers: {}, body: 'none\n' }, address }
  return { response: { status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'hello\n' }, address }
}

function cluster(): FakeCluster {
  const fake = new FakeCluster({ respond })
  fake.pod('one', {
    spec: { containers: [{ name: 'nginx', ports: [{ name: 'http', containerPort: 80 }] }] },
    status: { phase: 'Running', podIP: '10.0.0.1' },
  })
  fake.pod('new', { status: { phase: 'Pending' } })
  return fake
}

describe('curl', () => {
  it.each([
    ['curl web', 'hello\n'],
    ['curl -s http://web:8080/a?b=c', 'hello\n'],
    ['curl -i web', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhello\n'],
    ['curl -I web', 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n'],
    [String.raw`curl -s -o /dev/null -w '%{http_code}\n' web/none`, '404\n'],
    ['curl -f web/none', 'curl: (22) The requested URL returned error: 404\n'],
    ['curl -L web/old', 'hello\n'],
    ['curl nowhere', 'curl: (6) Could not resolve host: nowhere\n'],
    ['curl -s nowhere', ''],
    ["curl -s -u 'админ:пароль' web", 'hello\n'],
    ['curl -s --compressed -4 --noproxy "*" web', 'hello\n'],
    [
      'curl -s --nosuch web',
      "curl: option --nosuch: is unknown\ncurl: try 'curl --help' for more information\n",
    ],
    ['curl -sZ! web', "curl: option -Z: is unknown\ncurl: try 'curl --help' for more information\n"],
    ['curl web -m', "curl: option -m: requires parameter\ncurl: try 'curl --help' for more information\n"],
    ['curl -s -L --max-redirs 0 web/old', ''],
    ['curl -s -w %{http_code} closed:81', '000'],
    ['curl -sS nowhere', 'curl: (6) Could not resolve host: nowhere\n'],
    [
      'curl closed:81',
      'curl: (7) Failed to connect to closed port 81 after 1 ms: Could not connect to server\n',
    ],
    ['curl lost', 'curl: (28) Failed to connect to lost port 80 after 1 ms: Timeout was reached\n'],
    [
      'curl localhost',
      'curl: (7) Failed to connect to localhost port 80 after 0 ms: Could not connect to server\n',
    ],
    ['curl', "curl: (2) no URL specified\ncurl: try 'curl --help' for more information\n"],
    [
      'curl -v web/x',
      '*   Trying 10.96.0.7:80...\n* Connected to web (10.96.0.7) port 80\n> GET /x HTTP/1.1\n> Host: web\n> User-Agent: curl/8.14.1\n> Accept: */*\n> \n< HTTP/1.1 200 OK\n< Content-Type: text/plain\n< \nhello\n* Connection #0 to host web left intact\n',
    ],
  ])('%s', (line, text) => {
    expect(cluster().run(line).text).toBe(text)
  })

  it('ends with its own exit codes', () => {
    const codes = ['curl web', 'curl nowhere', 'curl closed', 'curl lost', 'curl -f web/none'].map(
      (line) => cluster().run(line).exitCode,
    )
    expect(codes).toEqual([0, 6, 7, 28, 22])
  })

  it('sends what was asked', () => {
    const fake = cluster()
    fake.run(`curl -X PUT -H 'Host: other' -H "X-A: b" -d '{"a":1}' web/path`)
    expect(fake.requests[0]).toMatchObject({
      method: 'PUT',
      path: '/path',
      host: 'web',
      port: 80,
      headers: { Host: 'other', 'X-A': 'b' },
      body: '{"a":1}',
    })
  })

  it('gives up after -m seconds', () => {
    const fake = cluster()
    fake.request = function* never() {
      yield { signal: fake.clock.signal() }
      return { error: 'timeout', address: '' }
    }
    expect(fake.run('curl -m 2 web')).toEqual({
      text: 'curl: (28) Operation timed out after 2000 milliseconds with 0 bytes received\n',
      exitCode: 28,
    })
  })

  it.each([
    ['web', { scheme: 'http', user: '', host: 'web', port: 80, path: '/' }],
    ['http://a.b:81/c?d#e', { scheme: 'http', user: '', host: 'a.b', port: 81, path: '/c?d' }],
    ['[::1]:80?x', { scheme: 'http', user: '', host: '::1', port: 80, path: '/?x' }],
    ['https://x', { scheme: 'https', user: '', host: 'x', port: 443, path: '/' }],
    ['http://', undefined],
  ])('reads %s', (url, target) => {
    expect(parseUrl(url)).toEqual(target)
  })
})

describe('kubectl port-forward', () => {
  it('leads a port of this machine to a pod, while it runs', () => {
    const fake = cluster()
    expect(fake.run('kubectl port-forward pod/one 8080:80 & sleep 1; curl -s localhost:8080', 5).text).toBe(
      '[1]\nForwarding from 127.0.0.1:8080 -> 80\nForwarding from [::1]:8080 -> 80\nHandling connection for 8080\nhello\n',
    )
    expect(fake.requests[0]).toMatchObject({ host: 'one', port: 80 })
    expect(fake.run('jobs', 1).text).toBe('[1]  Running  kubectl port-forward pod/one 8080:80 &\n')
    expect(fake.run('kill %1; sleep 1; jobs; curl -s localhost:8080; echo $(echo over)', 5).text).toBe(
      'over\n',
    )
    expect(fake.run('kill %1').text).toBe('kill: %1: no such job\n')
  })

  it.each([
    ['kubectl port-forward one http', 'Forwarding from 127.0.0.1:80 -> 80\nForwarding from [::1]:80 -> 80\n'],
    [
      'kubectl port-forward new 80',
      'error: unable to forward port because pod is not running. Current status=Pending\n',
    ],
    ['kubectl port-forward one metrics', "error: Pod 'one' does not have a named port 'metrics'\n"],
    [
      'kubectl port-forward one',
      "error: TYPE/NAME and list of ports are required for port-forward\nSee 'kubectl port-forward -h' for help and examples\n",
    ],
  ])('%s', (line, text) => {
    expect(cluster().run(line, 5).text).toBe(text)
  })

  it('ends with the pod', () => {
    const fake = cluster()
    fake.clock.at(fake.clock.now + 3000, () => fake.api.remove('Pod', 'default', 'one'))
    const { text, exitCode } = fake.run('kubectl port-forward one 8080:80', 10)
    expect(text).toContain('error: lost connection to pod\n')
    expect(exitCode).toBe(1)
    expect(fake.forwarded.size).toBe(0)
  })
})
