import { describe, expect, test } from 'vitest'
import { Clock } from '../clock'
import type { Steps } from '../clock'
import { publish } from '../filesystem/atomicWriter'
import { FileTree } from '../filesystem/fileTree'
import type { VolumeMount } from '../filesystem/mount'
import { PROGRAMS } from './programs'
import { requestOf } from './shell/commands/httpUrl'
import { TestContainer, TestNetwork } from './testContainer'
import type { TestContainerOptions } from './testContainer'

/** A pod for tests: containers on one clock and one localhost. */
class TestPod {
  readonly clock = new Clock()
  readonly network

  constructor(names: Readonly<Record<string, string>> = {}) {
    this.network = new TestNetwork(this.clock, new Map(Object.entries(names)))
  }

  volume(mode = 0o777, gid = 0): FileTree {
    return new FileTree(this.clock, { mode, gid })
  }

  /** Takes files by name; gives a volume of a ConfigMap. */
  config(files: Readonly<Record<string, string>>): FileTree {
    const tree = new FileTree(this.clock)
    publish(this.clock, tree, contentOf(files))
    return tree
  }

  run(image: string, options: Omit<TestContainerOptions, 'image' | 'clock' | 'network'> = {}): TestContainer {
    const { uid, gid } = PROGRAMS.defaults(image)
    const credentials = { uid, gid, groups: [] }
    return new TestContainer({
      clock: this.clock,
      network: this.network,
      image,
      credentials,
      ...options,
    }).boot(PROGRAMS)
  }

  async until(seconds: number): Promise<void> {
    await this.clock.live(seconds * 1000)
  }

  async ask(url: string, method = 'GET'): Promise<string> {
    const request = requestOf(url, { method })
    const got: string[] = []
    const { network, clock } = this
    clock.start(
      (function* run(): Steps {
        if (request === undefined) return
        const answer = yield* network.request(request)
        got.push('error' in answer ? answer.error : `${answer.response.status} ${answer.response.body}`)
      })(),
    )
    await this.until(clock.now / 1000)
    return got.join('')
  }
}

function contentOf(files: Readonly<Record<string, string>>) {
  return new Map(Object.entries(files).map(([name, content]) => [name, { content, mode: 0o644 }]))
}

function mount(path: string, tree: FileTree, readOnly = false, subPath = ''): VolumeMount {
  return { path, tree, subPath, readOnly }
}

function script(text: string): readonly string[] {
  return ['sh', '-c', text]
}

describe('log shippers', () => {
  const FILEBEAT = `filebeat.inputs:
  - type: filestream
    paths: ["/var/log/app/*.log"]
output.elasticsearch:
  hosts: ["\${HOSTS}"]
http.enabled: true
http.host: 0.0.0.0
http.port: 5066
`
  const args = ['-e', '-c', '/etc/filebeat/filebeat.yml']

  test('filebeat sends what the application logs', async () => {
    const pod = new TestPod()
    const logs = pod.volume()
    const filebeat = pod.run('docker.elastic.co/beats/filebeat:8.17.4', {
      args,
      env: { HOSTS: 'http://es:9200' },
      mounts: [
        mount('/var/log/app', logs, true),
        mount('/etc/filebeat', pod.config({ 'filebeat.yml': FILEBEAT }), true),
      ],
    })
    pod.run('busybox', {
      command: script('for i in 1 2; do echo line $i >> /logs/a.log; sleep 2; done'),
      mounts: [mount('/logs', logs)],
    })
    await pod.until(5)
    expect(filebeat.shipped).toEqual([
      'elasticsearch http://es:9200: line 1',
      'elasticsearch http://es:9200: line 2',
    ])
    expect(await pod.ask('http://localhost:5066/')).toMatch(/^200 \{"beat":"filebeat"/)
  })

  test('without the volume it finds nothing, and says so', async () => {
    const pod = new TestPod()
    const filebeat = pod.run('docker.elastic.co/beats/filebeat:8.17.4', {
      args,
      mounts: [mount('/etc/filebeat', pod.config({ 'filebeat.yml': FILEBEAT }), true)],
    })
    await pod.until(15)
    expect(filebeat.shipped).toEqual([])
    expect(filebeat.text()).toContain('No file matches /var/log/app/*.log')
  })

  test('filebeat without its configuration ends', async () => {
    const pod = new TestPod()
    const filebeat = pod.run('docker.elastic.co/beats/filebeat:8.17.4', { args })
    await pod.until(1)
    expect([filebeat.exitCode, filebeat.text()]).toEqual([
      1,
      'Exiting: error loading config file: stat /etc/filebeat/filebeat.yml: no such file or directory\n',
    ])
  })

  test('fluent-bit follows a file that comes later, prints its lines, answers its health check', async () => {
    const pod = new TestPod()
    const logs = pod.volume()
    const settings = `service:
  http_server: on
pipeline:
  inputs:
    - name: tail
      path: /var/log/app/*.log
  outputs:
    - name: stdout
      format: json_lines
`
    const fluentBit = pod.run('fluent/fluent-bit:3.2.10', {
      args: ['--config=/etc/fb/fluent-bit.yaml'],
      mounts: [
        mount('/var/log/app', logs, true),
        mount('/etc/fb', pod.config({ 'fluent-bit.yaml': settings }), true),
      ],
    })
    pod.run('busybox', {
      command: script('sleep 1; echo hello >> /logs/a.log'),
      mounts: [mount('/logs', logs)],
    })
    await pod.until(2)
    expect(fluentBit.text('stdout')).toBe('{"date":1893456001,"log":"hello"}\n')
    expect(await pod.ask('http://localhost:2020/api/v1/health')).toBe('200 ok\n')
    fluentBit.terminate()
    await pod.until(3)
    expect(fluentBit.exitCode).toBe(0)
  })

  test('fluent-bit with the wrong file name ends with 1', async () => {
    const pod = new TestPod()
    const fluentBit = pod.run('fluent/fluent-bit:3.2.10', { args: ['--config=/etc/fb/fluent-bit.yml'] })
    await pod.until(1)
    expect(fluentBit.exitCode).toBe(1)
    expect(fluentBit.text()).toContain('could not open configuration file /etc/fb/fluent-bit.yml')
  })

  test.each([
    [
      'grafana/promtail:3',
      ['-config.file=/c/c.yml'],
      'clients: [{url: http://loki/push}]\nscrape_configs: [{job_name: a, static_configs: [{labels: {__path__: /l/*.log}}]}]\n',
      'loki http://loki/push: x',
    ],
    [
      'timberio/vector:0.44',
      ['--config', '/c/c.yml'],
      'sources: {a: {type: file, include: [/l/*.log]}}\nsinks: {b: {type: loki, endpoint: http://loki}}\n',
      'loki http://loki: x',
    ],
    [
      'fluent/fluentd:v1',
      ['-c', '/c/c.yml'],
      '<source>\n  @type tail\n  path /l/*.log\n</source>\n<match **>\n  @type forward\n  host fl\n</match>\n',
      'forward fl: x',
    ],
  ])('%s', async (image, given, text, shipped) => {
    const pod = new TestPod()
    const logs = pod.volume()
    const shipper = pod.run(image, {
      args: given,
      mounts: [mount('/l', logs), mount('/c', pod.config({ 'c.yml': text }))],
    })
    logs.put('/a.log', 'x\n')
    await pod.until(1)
    expect(shipper.shipped).toEqual([shipped])
  })
})

describe('proxies', () => {
  test('the Cloud SQL proxy needs five seconds, and an application that does not wait fails', async () => {
    const pod = new TestPod()
    pod.run('gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.15.2', {
      args: ['--port=5432', '--health-check', '--http-address=0.0.0.0', '--http-port=9090', 'p:r:i'],
    })
    const early = pod.run('postgres:17-alpine', { command: script('pg_isready -h 127.0.0.1 || exit 1') })
    await pod.until(1)
    expect([early.text(), early.exitCode]).toEqual(['127.0.0.1:5432 - no response\n', 1])
    expect(await pod.ask('http://localhost:9090/startup')).toBe('503 error')
    await pod.until(6)
    expect(await pod.ask('http://localhost:9090/startup')).toBe('200 ok')
    const late = pod.run('postgres:17-alpine', {
      command: script("pg_isready -h 127.0.0.1 && psql -h 127.0.0.1 -c 'select 1'"),
    })
    await pod.until(7)
    expect(late.text()).toBe(
      '127.0.0.1:5432 - accepting connections\n ?column? \n----------\n        1\n(1 row)\n\n',
    )
  })

  test('HAProxy leads redis to where it is', async () => {
    const pod = new TestPod({ 'redis-primary': '10.96.0.20' })
    const config =
      'frontend redis\n  bind 127.0.0.1:6379\n  default_backend primary\nbackend primary\n  server a redis-primary:6379 check\nfrontend health\n  mode http\n  bind :8404\n  monitor-uri /healthz\n'
    pod.run('haproxy:3.0-alpine', {
      mounts: [mount('/usr/local/etc/haproxy', pod.config({ 'haproxy.cfg': config }))],
    })
    const client = pod.run('redis:7.4-alpine', { command: script('redis-cli -h 127.0.0.1 incr visits') })
    await pod.until(1)
    expect(client.text()).toBe('PONG\n')
    expect(pod.network.outside).toMatchObject([{ host: 'redis-primary', port: 6379, body: 'incr visits' }])
    expect(await pod.ask('http://localhost:8404/healthz')).toMatch(/^200/)
  })

  const ENVOY =
    'admin: {address: {socket_address: {address: 0.0.0.0, port_value: 9901}}}\nstatic_resources:\n  listeners:\n    - address: {socket_address: {address: 0.0.0.0, port_value: 8443}}\n      filter_chains: [{filters: [{typed_config: {cluster: app}}]}]\n  clusters:\n    - name: app\n      load_assignment: {endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: 127.0.0.1, port_value: 8080}}}}]}]}\n'

  test('Envoy leads its listener to its cluster', async () => {
    const pod = new TestPod()
    pod.run('envoyproxy/envoy:v1.33.2', {
      args: ['-c', '/e/envoy.yaml'],
      mounts: [mount('/e', pod.config({ 'envoy.yaml': ENVOY }))],
    })
    expect(await pod.ask('http://localhost:8443/')).toMatch(/^503 upstream connect error/)
    pod.run('nginxinc/nginx-unprivileged:1.27-alpine')
    await pod.until(1)
    expect(await pod.ask('https://localhost:8443/')).toMatch(/^200 .*nginx/s)
    expect(await pod.ask('http://localhost:9901/ready')).toBe('200 LIVE\n')
  })

  test('oauth2-proxy lets in who has signed in', async () => {
    const pod = new TestPod()
    const proxy = pod.run('quay.io/oauth2-proxy/oauth2-proxy:v7.8.2', {
      args: [
        '--http-address=0.0.0.0:4180',
        '--client-id=a',
        '--email-domain=*',
        '--upstream=http://127.0.0.1:8080/',
      ],
      env: { OAUTH2_PROXY_CLIENT_SECRET: 'a', OAUTH2_PROXY_COOKIE_SECRET: 'b' },
    })
    expect(await pod.ask('http://localhost:4180/')).toMatch(/^403 .*Sign in/s)
    expect(await pod.ask('http://localhost:4180/ready')).toBe('200 OK')
    expect(proxy.text()).toContain('mapping path "/" => upstream "http://127.0.0.1:8080/"')
    const without = new TestPod().run('quay.io/oauth2-proxy/oauth2-proxy:v7.8.2')
    expect(without.exitCode).toBe(1)
  })

  test('the mesh', async () => {
    const pod = new TestPod()
    const init = pod.run('docker.io/istio/proxyv2:1.27.0', { args: ['istio-iptables', '-p', '15001'] })
    pod.run('docker.io/istio/proxyv2:1.27.0', { args: ['proxy', 'sidecar'] })
    await pod.until(1)
    expect(init.exitCode).toBe(0)
    expect(await pod.ask('http://localhost:15021/healthz/ready')).toBe('503 ')
    await pod.until(3)
    expect(await pod.ask('http://localhost:15021/healthz/ready')).toBe('200 ')
  })
})

describe('files and configuration', () => {
  test('git-sync: the link leads to the tree, a helper of another user may not write there', async () => {
    const pod = new TestPod()
    const content = pod.volume()
    const args = ['--repo=https://example.com/r', '--root=/git', '--link=current', '--one-time']
    const sync = pod.run('registry.k8s.io/git-sync/git-sync:v4.4.0', {
      args,
      mounts: [mount('/git', content)],
    })
    await pod.until(2)
    expect(sync.exitCode).toBe(0)
    const stamp = pod.run('busybox', {
      command: script('ls /git/current; date > /git/current/BUILD'),
      mounts: [mount('/git', content)],
      credentials: { uid: 1000, gid: 1000, groups: [] },
    })
    await pod.until(3)
    expect(stamp.text()).toBe(
      "README.md\nindex.html\nsh: can't create /git/current/BUILD: Permission denied\n",
    )
    expect(stamp.exitCode).toBe(1)
  })

  test('with fsGroup and --group-write it may', async () => {
    const pod = new TestPod()
    const content = pod.volume(0o2777, 65_533)
    const args = [
      '--repo=https://example.com/r',
      '--root=/git',
      '--link=current',
      '--one-time',
      '--group-write',
    ]
    pod.run('registry.k8s.io/git-sync/git-sync:v4.4.0', { args, mounts: [mount('/git', content)] })
    await pod.until(2)
    const stamp = pod.run('busybox', {
      command: script('date > /git/current/BUILD'),
      mounts: [mount('/git', content)],
      credentials: { uid: 1000, gid: 1000, groups: [65_533] },
    })
    await pod.until(3)
    expect([stamp.text(), stamp.exitCode]).toEqual(['', 0])
  })

  test('git-sync brings new commits, the old tree is gone', async () => {
    const pod = new TestPod()
    const content = pod.volume()
    pod.run('registry.k8s.io/git-sync/git-sync:v4.4.0', {
      args: [
        '--repo=https://example.com/r',
        '--root=/git',
        '--link=current',
        '--period=10s',
        '--http-bind=:1234',
      ],
      mounts: [mount('/git', content)],
    })
    await pod.until(2)
    const before = content.at('/current')
    expect(await pod.ask('http://localhost:1234/')).toBe('200 ')
    await pod.until(35)
    expect(content.at('/current')).not.toEqual(before)
    const trees = content.at('/.worktrees')
    expect(trees?.type === 'directory' ? trees.entries.size : 0).toBe(1)
  })

  test.each([
    ['the whole directory', '', 1],
    ['a subPath', 'prometheus.yml', 0],
  ])('a changed ConfigMap with %s mounted', async (_, subPath, reloads) => {
    const pod = new TestPod()
    const config = pod.config({ 'prometheus.yml': 'a: 1\n' })
    const at = (directory: string) => [
      mount(subPath === '' ? directory : `${directory}/${subPath}`, config, true, subPath),
    ]
    const prometheus = pod.run('prom/prometheus:v3.2.1', {
      args: [
        '--config.file=/etc/prometheus/prometheus.yml',
        '--web.enable-lifecycle',
        '--storage.tsdb.path=/prometheus',
      ],
      mounts: [...at('/etc/prometheus'), mount('/prometheus', pod.volume())],
    })
    const reloader = pod.run('ghcr.io/jimmidyson/configmap-reload:v0.14.0', {
      args: ['--volume-dir=/etc/prometheus', '--webhook-url=http://127.0.0.1:9090/-/reload'],
      mounts: at('/etc/prometheus'),
    })
    await pod.until(5)
    publish(pod.clock, config, contentOf({ 'prometheus.yml': 'a: 2\n' }))
    await pod.until(10)
    expect(reloader.text().split('successfully triggered reload').length - 1).toBe(reloads)
    expect(prometheus.text().split('"Loading configuration file"').length - 1).toBe(reloads)
  })

  test('vault agent writes its secret before the application reads it', async () => {
    const pod = new TestPod()
    const secrets = pod.volume()
    const hcl =
      'exit_after_auth = true\nauto_auth {\n  sink "file" {\n    config = { path = "/home/vault/.token" }\n  }\n}\ntemplate {\n  destination = "/vault/secrets/db.env"\n  contents = <<EOT\n{{ with secret "d" }}DB_USER={{ .Data.username }}\nDB_PASS={{ .Data.password }}\n{{ end }}\nEOT\n}\n'
    const agent = pod.run('hashicorp/vault:1.19.0', {
      args: ['agent', '-config=/etc/vault/init.hcl'],
      mounts: [mount('/vault/secrets', secrets), mount('/etc/vault', pod.config({ 'init.hcl': hcl }))],
    })
    await pod.until(1)
    expect(agent.exitCode).toBe(0)
    const app = pod.run('busybox', {
      command: script('. /vault/secrets/db.env && echo connected as $DB_USER'),
      mounts: [mount('/vault/secrets', secrets)],
    })
    await pod.until(2)
    expect(app.text()).toBe('connected as v-kubernetes-web-1\n')
  })

  test('k8s-sidecar writes labelled ConfigMaps', async () => {
    const pod = new TestPod()
    const folder = pod.volume()
    pod.run('quay.io/kiwigrid/k8s-sidecar:1.30.3', {
      env: { LABEL: 'grafana_dashboard', LABEL_VALUE: '1', FOLDER: '/d' },
      mounts: [mount('/d', folder)],
      objects: [
        {
          name: 'a',
          namespace: 'default',
          labels: { grafana_dashboard: '1' },
          data: new Map([['a.json', '{}']]),
        },
        { name: 'b', namespace: 'default', labels: {}, data: new Map([['b.json', '{}']]) },
      ],
    })
    await pod.until(1)
    expect([...folder.root.entries.keys()]).toEqual(['a.json'])
  })
})

describe('servers', () => {
  test('Java boots for 25 seconds', async () => {
    const pod = new TestPod()
    pod.run('eclipse-temurin:21-jre-alpine', { command: ['java', '-jar', '/app/billing.jar'] })
    await pod.until(24)
    expect(await pod.ask('http://localhost:8080/healthz')).toBe('refused')
    await pod.until(26)
    expect(await pod.ask('http://localhost:8080/healthz')).toBe('200 ok')
  })

  test('two on one port: the second fails to bind', async () => {
    const pod = new TestPod()
    pod.run('nginxinc/nginx-unprivileged:1.27-alpine')
    const admin = pod.run('registry.k8s.io/e2e-test-images/agnhost:2.53', {
      args: ['netexec', '--http-port=8080'],
    })
    await pod.until(1)
    expect(admin.exitCode).toBe(1)
    expect(admin.text()).toContain('listen tcp :8080: bind: address already in use\n')
  })

  const answers: readonly [string, TestContainerOptions, string, RegExp][] = [
    ['httpd:2.4', {}, 'http://localhost/', /^200 <html><body><h1>It works!/],
    ['caddy:2', {}, 'http://localhost/', /^200 .*Caddy works/s],
    [
      'python:3.13',
      { command: ['python3', '-m', 'http.server', '8000'], cwd: '/etc' },
      'http://localhost:8000/',
      /passwd/,
    ],
    [
      'hashicorp/http-echo',
      { args: ['-text=hello', '-listen=:5678'] },
      'http://localhost:5678/',
      /^200 hello\n$/,
    ],
    ['traefik/whoami', {}, 'http://localhost/', /^200 Hostname: web-0\n/],
    ['stefanprodan/podinfo:6.7.1', {}, 'http://localhost:9898/readyz', /^200 .*OK/s],
    [
      'registry.k8s.io/e2e-test-images/agnhost:2.53',
      { args: ['netexec'] },
      'http://localhost:8080/hostname',
      /^200 web-0$/,
    ],
    ['docker.io/istio/examples-bookinfo-reviews-v1:1.20.3', {}, 'http://localhost:9080/health', /^200/],
    ['grafana/grafana:11.6.0', {}, 'http://localhost:3000/api/health', /"database": "ok"/],
    ['prom/prometheus:v3.2.1', {}, 'http://localhost:9090/-/ready', /^200/],
    ['nginx/nginx-prometheus-exporter:1.4.1', {}, 'http://localhost:9113/metrics', /nginx_up 0/],
  ]
  test.each(answers)('%s', async (image, options, url, answer) => {
    const pod = new TestPod()
    const container = pod.run(image, options)
    await pod.until(10)
    expect(await pod.ask(url)).toMatch(answer)
    container.terminate()
    await pod.until(20)
    expect(container.exitCode === undefined).toBe(image.startsWith('python'))
  })

  test('nginx’s status as metrics', async () => {
    const pod = new TestPod()
    const conf = 'server { listen 127.0.0.1:8081; location = /stub_status { stub_status; } }'
    pod.run('nginx:1.27-alpine', {
      mounts: [mount('/etc/nginx/conf.d', pod.config({ 'default.conf': conf }))],
    })
    pod.run('nginx/nginx-prometheus-exporter:1.4.1', {
      args: ['--nginx.scrape-uri=http://127.0.0.1:8081/stub_status'],
    })
    expect(await pod.ask('http://localhost:9113/metrics')).toMatch(
      /nginx_up 1\n.*nginx_connections_accepted 1\n/s,
    )
  })

  test('StatsD’s lines as metrics', async () => {
    const pod = new TestPod()
    pod.run('prom/statsd-exporter:v0.28.0')
    pod.run('busybox', {
      command: script("for i in 1 2; do echo 'orders.processed:1|c' | nc -u -w1 127.0.0.1 9125; done"),
    })
    await pod.until(5)
    expect(await pod.ask('http://localhost:9102/metrics')).toContain('orders_processed 2\n')
  })

  test('redis keeps its keys where its data outlives it', async () => {
    const pod = new TestPod()
    const data = pod.volume()
    const first = pod.run('redis:7.4-alpine', { mounts: [mount('/data', data)] })
    const client = pod.run('redis:7.4-alpine', {
      command: script('redis-cli incr visits; redis-cli get visits; redis-cli ping'),
    })
    await pod.until(1)
    expect(client.text()).toBe('1\n1\nPONG\n')
    first.terminate()
    await pod.until(2)
    expect(first.exitCode).toBe(0)
    expect(data.at('/dump.rdb')?.type).toBe('file')
  })

  test.each([
    ['postgres:17', /superuser password is not specified/],
    ['mysql:8.4', /MYSQL_ROOT_PASSWORD/],
    ['mariadb:11', /MARIADB_ROOT_PASSWORD/],
  ])('%s wants a password', async (image, words) => {
    const pod = new TestPod()
    const database = pod.run(image)
    await pod.until(1)
    expect(database.exitCode).toBe(1)
    expect(database.text()).toMatch(words)
  })

  test('migrations wait for nobody', async () => {
    const migrations = (pod: TestPod) => [
      mount('/m', pod.config({ '000001_init.up.sql': '', '000001_init.down.sql': '' })),
    ]
    const args = ['-path=/m', '-database=postgres://a:b@postgres:5432/shop', 'up']
    const alone = new TestPod()
    const failed = alone.run('migrate/migrate:v4.18.2', { args, mounts: migrations(alone) })
    await alone.until(1)
    expect([failed.exitCode, failed.text()]).toEqual([
      1,
      'error: failed to open database: dial tcp: lookup postgres on 10.96.0.10:53: no such host\n',
    ])
    const pod = new TestPod({ postgres: '10.96.0.9' })
    const done = pod.run('migrate/migrate:v4.18.2', { args, mounts: migrations(pod) })
    await pod.until(1)
    expect([done.exitCode, done.text()]).toEqual([0, '1/u init (20.1ms)\n'])
  })
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
