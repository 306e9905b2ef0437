import { describe, expect, test } from 'vitest'
import { publish } from '../../filesystem/atomicWriter'
import { contentOf, mount, script, TestPod } from '../testPod'

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
