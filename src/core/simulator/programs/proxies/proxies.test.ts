import { describe, expect, test } from 'vitest'
import { mount, script, TestPod } from '../testPod'

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
