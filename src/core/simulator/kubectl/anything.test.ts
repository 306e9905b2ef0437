import fc from 'fast-check'
import { expect, it } from 'vitest'
import { complete } from './complete'
import { FakeCluster } from './fakeCluster'
import { FILTERS } from './line/filters'
import { RESOURCES } from './objects/resources'
import { isGroup, VERBS } from './verbs'

const FLAGS = Object.values(VERBS)
  .flatMap((verb) => (isGroup(verb) ? Object.values(verb.verbs) : [verb]))
  .flatMap(({ flags }) =>
    flags.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]),
  )

const WORDS = fc.oneof(
  fc.constantFrom(...Object.keys(VERBS), 'status', 'image', 'pod', 'all', 'deployment', 'job', 'cm'),
  fc.constantFrom(...RESOURCES.flatMap(({ plural, short }) => [plural, ...short])),
  fc.constantFrom(...FLAGS),
  fc.constantFrom(
    'odd',
    'web',
    'pod/odd',
    'deploy/web',
    'node/node-1',
    'design.yaml',
    '-',
    '--',
    '0',
    '3',
    '5s',
    'a=b',
    'a-',
    'a:NoSchedule',
    'nginx=x:2',
    'condition=Ready',
    'jsonpath={.x[*]}',
    'custom-columns=A:.b',
    'yaml',
    'wide',
    '8080:80',
    ':http',
  ),
  fc.constantFrom('|', ';', '&&', '||', '&', '2>&1', '$(echo odd)', '"', "'", '>'),
  fc.constantFrom(...Object.keys(FILTERS), 'curl', 'watch', 'sleep', 'echo', 'kill', 'jobs'),
)

/** Objects with little in them, which any manifest may be. */
function cluster(): FakeCluster {
  const fake = new FakeCluster()
  fake.pod('odd')
  fake.pod('full', {
    spec: { containers: [{}], initContainers: [{ name: 'i' }] },
    status: { phase: 'Running', containerStatuses: [{}] },
  })
  for (const { kind } of RESOURCES) {
    if (kind === 'Endpoints') fake.api.put('Endpoints', { metadata: { name: 'odd' } })
    if (kind === 'ConfigMap') fake.api.put('ConfigMap', { metadata: { name: 'odd' } })
  }
  fake.api.put('Deployment', { metadata: { name: 'web' } })
  fake.api.put('StatefulSet', { metadata: { name: 'odd' }, spec: {} })
  fake.api.put('DaemonSet', { metadata: { name: 'odd' } })
  fake.api.put('Job', { metadata: { name: 'odd' } })
  fake.api.put('CronJob', { metadata: { name: 'odd' } })
  fake.api.put('Service', { metadata: { name: 'web' }, spec: { ports: [{}] } })
  fake.api.put('Node', { metadata: { name: 'node-1' } })
  fake.design = 'kind: Pod\n---\n5\n---\n- a\n'
  return fake
}

it('takes whatever is typed', () => {
  fc.assert(
    fc.property(fc.array(WORDS, { minLength: 1, maxLength: 7 }), (words) => {
      const line = `kubectl ${words.join(' ')}`
      const fake = cluster()
      const { text, exitCode } = fake.run(line, 20)
      expect(text.length + (exitCode ?? 0)).toBeGreaterThanOrEqual(0)
      const { from, words: offered } = complete(fake, line, line.length)
      expect(from).toBeLessThanOrEqual(line.length)
      expect(offered.every((word) => word.startsWith(line.slice(from)))).toBe(true)
    }),
    { numRuns: 1500 },
  )
})

it.each(
  Object.entries(VERBS).flatMap(([name, verb]) =>
    isGroup(verb) ? Object.keys(verb.verbs).map((inner) => `${name} ${inner}`) : [name],
  ),
)('kubectl %s says what is missing, and how it is used', (path) => {
  expect(cluster().run(`kubectl ${path} --help`).text).toContain(`Usage:\n  kubectl ${path} `)
  expect(cluster().run(`kubectl ${path} --frobnicate`).text).toBe(
    `error: unknown flag: --frobnicate\nSee 'kubectl ${path} --help' for usage.\n`,
  )
  expect(cluster().run(`kubectl ${path}`, 20).text).not.toBe('')
})
