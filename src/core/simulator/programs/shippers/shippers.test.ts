import { describe, expect, test } from 'vitest'
import { mount, script, TestPod } from '../testPod'

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
