import { expect, test } from 'vitest'
import { TestPod, script } from '../../testPod'

test.each([
  ['web', 'web.default.svc.cluster.local'],
  ['web.default.svc.cluster.local', 'web.default.svc.cluster.local'],
])('nslookup %s answers with the whole name', async (name, whole) => {
  const pod = new TestPod({ web: '10.96.0.7', 'web.default.svc.cluster.local': '10.96.0.7' })
  const search = 'search default.svc.cluster.local svc.cluster.local cluster.local'
  const container = pod.run('busybox:1.36', {
    command: script(`echo '${search}' >/etc/resolv.conf; nslookup ${name}`),
  })
  await pod.until(1)
  expect(container.text('stdout')).toContain(`\n\nName:\t${whole}\nAddress: 10.96.0.7\n`)
})
