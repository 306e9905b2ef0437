import { describe, expect, test } from 'vitest'
import type { TestContainerOptions } from '../testContainer'
import { mount, script, TestPod } from '../testPod'

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
