import { describe, expect, it } from 'vitest'
import { goldenManifests } from '../../golden/texts'
import { valueAt } from '../kubernetes/path'
import { complete, type Candidate } from './complete'
import { outlineOf } from './outline'
import { parse } from '../yaml/parse'

/** Takes a text with a `|` where somebody types; gives what is offered there. */
function offered(marked: string): readonly Candidate[] {
  const offset = marked.indexOf('|')
  return complete(marked.replace('|', ''), offset)?.candidates ?? []
}

/** Takes a text with a `|` and the label of what is chosen there; gives the text after it, with a `|` at its end. */
function chosen(marked: string, label: string): string | null {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const completion = complete(text, offset)
  const candidate = completion?.candidates.find((other) => other.label === label)
  if (!completion || !candidate) return null
  const { start, end } = completion.range
  return `${text.slice(0, start)}${candidate.insert}|${text.slice(end)}`
}

const labels = (marked: string): string[] => offered(marked).map(({ label }) => label)

const HEAD = 'apiVersion: v1\nkind: Pod\n'
const pod = (spec: string): string => `${HEAD}spec:\n${spec}`
const container = (lines: string): string => pod(`  containers:\n    - name: web\n${lines}`)

const WHOLE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      initContainers:
        - name: prepare
      containers:
        - name: nginx
          ports:
            - name: http
              containerPort: 8080
            - containerPort: 9090
          BODY
      volumes:
        - name: html
          emptyDir: {}
        - name: conf
          configMap:
            name: settings
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  color: red
  app.conf: >
    key: value
---
apiVersion: v1
kind: Secret
metadata:
  name: keys
stringData:
  token: x
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: disk
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: robot
`
/** The whole design, with lines in the place of BODY, each at the column of the container's keys. */
const design = (...lines: readonly string[]): string => WHOLE.replace('BODY', lines.join('\n          '))
const service = (lines: string): string =>
  `${design('tty: true')}---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n${lines}`

describe('keys', () => {
  it.each<[string, string, readonly string[]]>([
    ['an empty text', '|', ['apiVersion', 'kind', 'metadata', 'spec']],
    ['half a word at the root', 'ki|', ['apiVersion', 'kind', 'metadata', 'spec']],
    ['the root, some there', `${HEAD}|`, ['metadata', 'spec']],
    ['a second document', `${HEAD}---\n|`, ['apiVersion', 'kind', 'metadata', 'spec']],
    [
      'a kind nobody knows',
      'apiVersion: x.io/v1\nkind: X\nmetadata:\n  na|',
      ['name', 'generateName', 'namespace'],
    ],
    ['the spec of one', 'apiVersion: x.io/v1\nkind: X\nspec:\n  |', []],
    ['a spec without an apiVersion', 'kind: Job\nspec:\n  |', ['template', 'parallelism', 'completions']],
    ['a spec', pod('  |'), ['containers', 'volumes', 'initContainers']],
    ['half a word in a spec', pod('  con|\n'), ['containers', 'volumes']],
    ['half a word before others', pod('  re|\n  hostname: a\n'), ['containers', 'volumes']],
    ['half a word after others', pod('  containers: []\n  vo|'), ['volumes', 'initContainers']],
    ['half a word that has a list below', pod('  cont|\n    - name: x\n'), ['containers', 'volumes']],
    ['a container', container('      |'), ['image', 'command', 'args']],
    ['half a word in a container', container('      im|\n      command: [x]\n'), ['image', 'args']],
    ['a new item, behind its dash', pod('  containers:\n    - |'), ['name', 'image', 'command']],
    ['half a word behind a dash', pod('  containers:\n    - na|\n'), ['name', 'image']],
    ['an item without its dash', container('    |'), ['- name', '- image']],
    ['half an item without its dash', container('    na|'), ['- name', '- image']],
    ['below a list', pod('  containers:\n    |'), ['- name', '- image']],
    ['below a list, in line with it', pod('  containers:\n  |'), ['volumes']],
    ['below a probe', container('      livenessProbe:\n        |'), ['exec', 'httpGet', 'tcpSocket', 'grpc']],
    ['in a probe', container('      livenessProbe:\n        httpGet:\n          pa|\n'), ['port', 'path']],
    ['a key that is to be another', container('      ima|ge: x\n'), ['image', 'command']],
    ['in braces', container('      env: [{name: A, |}]'), ['value', 'valueFrom']],
    [
      'in braces that are not closed',
      container('      env: [{name: A, va|\n      tty: true\n'),
      ['value', 'valueFrom'],
    ],
    ['in empty braces', container('      resources: {|}'), ['limits', 'requests', 'claims']],
    ['in a volume that has its source', pod('  volumes:\n    - emptyDir: {}\n      |'), ['name']],
    [
      'in an env source that is there',
      container('      env:\n        - valueFrom:\n            fieldRef: {}\n            |'),
      [],
    ],
    [
      'in limits',
      container('      resources:\n        limits:\n          cpu: 1\n          |'),
      ['memory', 'ephemeral-storage'],
    ],
    ['in a Service’s selector', service('  selector:\n    |'), ['app: web', 'tier: front']],
    ['half a word in a selector', service('  selector:\n    app: web\n    ti|'), ['tier: front']],
    ['in labels', `${HEAD}metadata:\n  labels:\n    |`, []],
    ['in a comment', `${HEAD}# me|`, []],
    [
      'in a block of text',
      container('      command:\n        - |\n          ec'.replace('- |', '- >-') + '|'),
      [],
    ],
    ['behind a value', pod('  hostname: a |'), []],
    ['behind a colon', pod('  hostname:|'), []],
  ])('%s', (_what, text, first) => {
    const found = labels(text)
    expect(found.slice(0, first.length)).toEqual(first)
    if (first.length === 0) expect(found).toEqual([])
  })

  it('what the server fills and what is deprecated comes last', () => {
    const found = offered(pod('  volumes:\n    - name: x\n      |'))
    const firstDeprecated = found.findIndex(({ deprecated }) => deprecated)
    expect(found.length).toBe(30)
    expect(found.slice(firstDeprecated).every(({ deprecated }) => deprecated)).toBe(true)
    expect(labels(`${HEAD}metadata:\n  |`).indexOf('annotations')).toBeLessThan(
      labels(`${HEAD}metadata:\n  |`).indexOf('uid'),
    )
  })

  it('say their type and whether they are required', () => {
    const found = offered(container('      |'))
    const details = Object.fromEntries(found.map(({ label, detail }) => [label, detail]))
    expect(details).toMatchObject({ image: 'text', env: 'list of EnvVar', livenessProbe: 'Probe' })
    expect(offered(pod('  |'))[0]?.detail).toBe('list of Container, required')
  })
})

describe('values', () => {
  it.each<[string, string, readonly string[]]>([
    ['an enum', container('      imagePullPolicy: |'), ['Always', 'IfNotPresent', 'Never']],
    [
      'half an enum',
      container('      imagePullPolicy: Alw|\n      tty: true\n'),
      ['Always', 'IfNotPresent', 'Never'],
    ],
    ['a boolean', pod('  hostNetwork: |'), ['true', 'false']],
    ['a kind', 'kind: De|', ['Pod', 'Deployment', 'StatefulSet']],
    ['a kind of a group', 'apiVersion: batch/v1\nkind: |', ['Job', 'CronJob']],
    ['the apiVersion of a kind', 'apiVersion: |\nkind: CronJob\n', ['batch/v1']],
    ['the volume of a mount', design('volumeMounts:', '  - name: |'), ['html', 'conf']],
    [
      'half the volume of a mount',
      design('volumeMounts:', '  - mountPath: /x', '    name: ht|', '    re'),
      ['html', 'conf'],
    ],
    ['the volume of a mount in braces', design('volumeMounts: [{name: |}]'), ['html', 'conf']],
    ['the port of a probe', design('readinessProbe:', '  httpGet:', '    port: |'), ['http', '8080', '9090']],
    ['the port of a gRPC probe', design('readinessProbe: {grpc: {port: |'), ['8080', '9090']],
    [
      'the target of a Service',
      service('  selector:\n    app: web\n  ports:\n    - targetPort: |'),
      ['http', '8080', '9090'],
    ],
    [
      'half the target of a Service',
      service('  ports:\n    - port: 80\n      targetPort: ht|\n    - po'),
      ['http', '8080', '9090'],
    ],
    ['a ConfigMap', design('envFrom:', '  - configMapRef:', '      name: |'), ['settings']],
    [
      'a key of a ConfigMap',
      design(
        'env:',
        '  - name: A',
        '    valueFrom:',
        '      configMapKeyRef:',
        '        name: settings',
        '        key: co|',
      ),
      ['color', 'app.conf'],
    ],
    ['a Secret', design('env: [{name: A, valueFrom: {secretKeyRef: {name: |}}}]'), ['keys']],
    [
      'a key of a Secret',
      design('env: [{name: A, valueFrom: {secretKeyRef: {name: keys, key: |}}}]'),
      ['token'],
    ],
    [
      'a field of the pod',
      design('env:', '  - valueFrom:', '      fieldRef:', '        fieldPath: |'),
      [
        'metadata.name',
        'metadata.namespace',
        'metadata.uid',
        "metadata.labels['app']",
        "metadata.labels['tier']",
      ],
    ],
    [
      'the container of a resource',
      design('env: [{valueFrom: {resourceFieldRef: {containerName: |'),
      ['prepare', 'nginx'],
    ],
    [
      'a claim',
      design('').replace('emptyDir: {}', 'persistentVolumeClaim:\n            claimName: |'),
      ['disk'],
    ],
    [
      'a ServiceAccount',
      design('').replace('      volumes:', '      serviceAccountName: r|\n      volumes:'),
      ['robot'],
    ],
    [
      'a value of a list of enums',
      `${design('')}  x\n---\napiVersion: v1\nkind: PersistentVolumeClaim\nspec:\n  accessModes:\n    - ReadWriteOnce\n    - |`,
      ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'],
    ],
    ['free text', container('      image: ng|'), []],
    ['an object behind its colon', pod('  affinity: |'), []],
  ])('%s', (_what, text, first) => {
    const found = labels(text)
    expect(found.slice(0, first.length)).toEqual(first)
    if (first.length === 0) expect(found).toEqual([])
  })
})

describe('what goes into the text', () => {
  it.each<[string, string, string, string]>([
    ['a text', pod('  host|'), 'hostname', pod('  hostname: |')],
    ['a mapping', pod('  sec|'), 'securityContext', pod('  securityContext:\n    |')],
    ['a list', pod('  con|'), 'containers', pod('  containers:\n    - |')],
    [
      'a mapping behind a dash',
      pod('  containers:\n    - res|'),
      'resources',
      pod('  containers:\n    - resources:\n        |'),
    ],
    [
      'a list as the text writes lists',
      pod('  volumes:\n  - name: x\n  con|'),
      'containers',
      pod('  volumes:\n  - name: x\n  containers:\n  - |'),
    ],
    [
      'a mapping as the text writes mappings',
      `${HEAD}metadata:\n    name: x\nspec:\n    sec|`,
      'securityContext',
      `${HEAD}metadata:\n    name: x\nspec:\n    securityContext:\n        |`,
    ],
    ['an item without its dash', container('    na|'), '- name', container('    - name: |')],
    [
      'only the key where it has its colon',
      container('      imag|: x\n'),
      'image',
      container('      image|: x\n'),
    ],
    ['a key in braces', container('      env: [{na|}]'), 'name', container('      env: [{name: |}]')],
    ['a value', container('      imagePullPolicy: N|'), 'Never', container('      imagePullPolicy: Never|')],
    [
      'a value in its quotes',
      container('      imagePullPolicy: "N|"'),
      'Never',
      container('      imagePullPolicy: "Never"|'),
    ],
    [
      'a name in place of another',
      design('volumeMounts:', '  - name: ht|ml'),
      'conf',
      design('volumeMounts:', '  - name: conf|'),
    ],
    [
      'a field with brackets, in braces',
      design('env: [{valueFrom: {fieldRef: {fieldPath: |}}}]'),
      "metadata.labels['app']",
      design('env: [{valueFrom: {fieldRef: {fieldPath: "metadata.labels[\'app\']"|}}}]'),
    ],
    ['a label', service('  selector:\n    a|'), 'app: web', service('  selector:\n    app: web|')],
  ])('%s', (_what, before, label, after) => {
    expect(chosen(before, label)).toBe(after)
  })
})

describe('every key of every manifest', () => {
  it.each(goldenManifests())('$file: taken out, it is offered, and put in again', ({ text }) => {
    const { documents } = parse(text)
    const keys = outlineOf(text).tokens.filter((token) => token.role === 'key')
    // A sample: each is two readings of the whole text.
    const step = Math.ceil(keys.length / 25)
    const sample = keys.filter((_, index) => index % step === 0)
    let offers = 0
    for (const { start, end, path } of sample) {
      const found = complete(text, start)
      const candidate = found?.candidates.find(({ label }) => label === path.at(-1))
      if (!found || !candidate) continue
      offers += 1
      const after = text.slice(0, found.range.start) + candidate.insert + text.slice(found.range.end)
      expect(found.range).toEqual({ start, end })
      expect(valueAt(parse(after).documents, path)).toEqual(valueAt(documents, path))
    }
    expect(offers).toBeGreaterThan(sample.length / 3)
  })
})
