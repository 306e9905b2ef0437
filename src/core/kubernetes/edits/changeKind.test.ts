import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../../rules/judge'
import { parse } from '../../yaml/parse'
import { revise } from '../../yaml/revise'
import type { Json } from '../json'
import type { FieldNote } from '../kindChange/fieldNote'
import { formatPath, valueAt, type Path } from '../path'
import { WORKLOAD_KINDS, workloadAt } from '../workloadKinds'
import { addObject } from './addObject'
import { changeKind, notesOfKindChange } from './changeKind'
import { addContainer } from './containers'
import { setValue } from './setValue'

const KINDS = WORKLOAD_KINDS.map(({ kind }) => kind)
const PAIRS = KINDS.flatMap((from) => KINDS.map((to) => ({ from, to })))

/** A workload of the kind, with a container, and behind it what else the test is about. */
function design(kind: string, set: readonly (readonly [Path, Json])[] = []): Json[] {
  const documents: Json[] = []
  addObject(kind)(documents)
  const workload = workloadAt(documents, [0])
  if (workload !== null) addContainer(workload.podSpec, 'app', { image: 'nginx' })(documents)
  for (const [path, value] of set) setValue([0, ...path], value)(documents)
  return documents
}

function changed(documents: readonly Json[], kind: string): Json[] {
  const draft = structuredClone([...documents])
  changeKind([0], kind)(draft)
  return draft
}

const notes = (documents: readonly Json[], kind: string) => {
  const printed = (list: readonly FieldNote[]) => list.map(({ path, why }) => `${formatPath(path)}: ${why}`)
  const { lost, changed: pods } = notesOfKindChange(documents, [0], kind)
  return { lost: printed(lost), changed: printed(pods) }
}

const lostFields = (documents: readonly Json[], kind: string): readonly FieldNote[] =>
  notesOfKindChange(documents, [0], kind).lost

describe('changeKind', () => {
  it.each(PAIRS.filter(({ from, to }) => from !== to))('$from → $to: the server takes it', ({ from, to }) => {
    const before = design(from)
    const after = changed(before, to)
    const [was, is] = [workloadAt(before, [0]), workloadAt(after, [0])]
    expect(is?.row.kind).toBe(to)
    expect([is?.name, is?.labels]).toEqual([was?.name, was?.labels])
    const pods = (documents: Json[], path: Path = []) => valueAt(documents, [...path, 'containers'])
    expect(pods(after, is?.podSpec)).toEqual(pods(before, was?.podSpec))
    expect(judge(after[0] ?? null)).toMatchObject({ accepted: true, causes: [] })
  })

  it.each(PAIRS.filter(({ from, to }) => from !== to))(
    '$from → $to → $from: what both can hold is back',
    ({ from, to }) => {
      // Pods of a Job can't always start again: not what both can hold.
      const before = design(from, from === 'Pod' ? [[['spec', 'restartPolicy'], 'Never']] : [])
      for (const { path } of lostFields(before, to)) setValue(path, undefined)(before)
      const back = changed(changed(before, to), from)
      const restored = structuredClone(back)
      for (const { path } of lostFields(design(from), to)) setValue(path, undefined)(restored)
      expect(restored).toEqual(before)
    },
  )

  it.each(KINDS)('%s → the same changes nothing', (kind) => {
    const before = design(kind)
    expect(changed(before, kind)).toEqual(before)
    expect(notes(before, kind)).toEqual({ lost: [], changed: [] })
  })

  it.each<[from: string, to: string, set: (readonly [Path, Json])[], lost: readonly string[]]>([
    [
      'Deployment',
      'StatefulSet',
      [[['spec', 'paused'], true]],
      ['spec.paused: A StatefulSet has no paused.'],
    ],
    ['Deployment', 'DaemonSet', [], ['spec.replicas: A DaemonSet runs one pod on every node.']],
    ['Deployment', 'Pod', [], ['spec.replicas: A Pod is one.', 'spec.selector: A Pod has no selector.']],
    [
      'Deployment',
      'StatefulSet',
      [[['spec', 'strategy'], { type: 'Recreate' }]],
      ["spec.strategy: A StatefulSet can't replace its pods by Recreate."],
    ],
    [
      'Deployment',
      'DaemonSet',
      [[['spec', 'strategy'], { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }]],
      ['spec.replicas: A DaemonSet runs one pod on every node.'],
    ],
    [
      'DaemonSet',
      'StatefulSet',
      [
        [
          ['spec', 'updateStrategy'],
          { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 2 } },
        ],
      ],
      ['spec.updateStrategy.rollingUpdate.maxSurge: A StatefulSet has no maxSurge.'],
    ],
    [
      'CronJob',
      'Job',
      [[['spec', 'jobTemplate', 'metadata'], { labels: { a: 'b' } }]],
      [
        'spec.jobTemplate.metadata: It is the metadata of Jobs that there are no more.',
        'spec.schedule: A Job has no schedule.',
      ],
    ],
    [
      'Pod',
      'Deployment',
      [
        [['spec', 'restartPolicy'], 'Never'],
        [['spec', 'activeDeadlineSeconds'], 60],
      ],
      [
        "spec.restartPolicy: Pods of a Deployment can't have Never there: they always start again.",
        'spec.activeDeadlineSeconds: Pods of a Deployment run without an end.',
      ],
    ],
    ['Job', 'CronJob', [[['spec', 'completions'], 5]], []],
    ['Pod', 'Job', [[['spec', 'restartPolicy'], 'Never']], []],
  ])('%s → %s with %j says what is lost', (from, to, set, lost) => {
    expect(notes(design(from, set), to).lost).toEqual(lost)
  })

  it.each<[from: string, to: string, set: (readonly [Path, Json])[], changed: readonly string[]]>([
    [
      'Deployment',
      'Job',
      [],
      [
        "spec.template.spec.restartPolicy: Becomes OnFailure: pods of a Job end, so they can't have Always, its default.",
      ],
    ],
    [
      'Pod',
      'CronJob',
      [[['spec', 'restartPolicy'], 'Always']],
      [
        "spec.jobTemplate.spec.template.spec.restartPolicy: Becomes OnFailure: pods of a CronJob end, so they can't have Always.",
      ],
    ],
    ['Pod', 'CronJob', [[['spec', 'restartPolicy'], 'Never']], []],
    [
      'Pod',
      'Deployment',
      [[['metadata'], { name: 'web' }]],
      ['spec.template.metadata.labels: Gets app: web, by which the Deployment knows its pods.'],
    ],
    [
      'StatefulSet',
      'Deployment',
      [
        [
          ['spec', 'volumeClaimTemplates'],
          [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
        ],
      ],
      [
        'spec.template.spec.volumes: Gets data, which was made by a claim template: its data will end with each pod.',
      ],
    ],
    [
      'Deployment',
      'Pod',
      [[['metadata', 'labels'], { app: 'web', team: 'shop' }]],
      ['metadata.labels: The pod gets what the Deployment has itself: team.'],
    ],
    ['Deployment', 'StatefulSet', [], []],
  ])('%s → %s with %j says what changes in the pods', (from, to, set, expected) => {
    expect(notes(design(from, set), to).changed).toEqual(expected)
  })

  it.each(PAIRS)('$from → $to: pods change only where it is told', ({ from, to }) => {
    const before = design(from)
    const after = changed(before, to)
    const [was, is] = [workloadAt(before, [0]), workloadAt(after, [0])]
    const same = (documents: Json[], spec: Path, metadata: Path) => [
      valueAt(documents, spec),
      valueAt(documents, [...metadata, 'labels']),
    ]
    const isSame =
      JSON.stringify(same(after, is?.podSpec ?? [], [0, ...(is?.row.podMetadata ?? [])])) ===
      JSON.stringify(same(before, was?.podSpec ?? [], [0, ...(was?.row.podMetadata ?? [])]))
    const { lost, changed: told } = notesOfKindChange(before, [0], to)
    const inPods = lost.filter(
      ({ path }) => path.includes('restartPolicy') || path.includes('activeDeadlineSeconds'),
    )
    expect(told.length + inPods.length === 0).toBe(isSame)
  })

  it.each<[from: string, to: string, set: (readonly [Path, Json])[], at: Path, value: Json | undefined]>([
    ['Deployment', 'StatefulSet', [], ['spec', 'serviceName'], 'app'],
    ['Deployment', 'StatefulSet', [], ['spec', 'replicas'], 1],
    ['Deployment', 'CronJob', [], ['spec', 'schedule'], '0 3 * * *'],
    ['Deployment', 'Job', [], ['spec', 'template', 'spec', 'restartPolicy'], 'OnFailure'],
    ['Pod', 'Job', [], ['spec', 'template', 'spec', 'restartPolicy'], 'OnFailure'],
    ['Job', 'Pod', [], ['spec', 'restartPolicy'], 'OnFailure'],
    ['Job', 'Deployment', [], ['spec', 'template', 'spec', 'restartPolicy'], undefined],
    ['Job', 'CronJob', [[['spec', 'completions'], 5]], ['spec', 'jobTemplate', 'spec', 'completions'], 5],
    ['CronJob', 'Job', [[['spec', 'jobTemplate', 'spec', 'completions'], 5]], ['spec', 'completions'], 5],
    ['Job', 'Deployment', [], ['spec', 'selector'], { matchLabels: { app: 'job' } }],
    [
      'Pod',
      'Deployment',
      [[['metadata', 'labels'], { a: 'b' }]],
      ['spec', 'template', 'metadata', 'labels'],
      { a: 'b' },
    ],
    [
      'Pod',
      'Deployment',
      [[['metadata'], { name: 'web' }]],
      ['spec', 'selector'],
      { matchLabels: { app: 'web' } },
    ],
    ['Pod', 'Job', [[['metadata'], { name: 'web' }]], ['spec', 'template', 'metadata'], undefined],
    [
      'Deployment',
      'Pod',
      [[['spec', 'template', 'metadata', 'annotations'], { a: 'b' }]],
      ['metadata', 'annotations'],
      { a: 'b' },
    ],
    [
      'Deployment',
      'DaemonSet',
      [[['spec', 'strategy'], { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }]],
      ['spec', 'updateStrategy'],
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
    ],
    ['Deployment', 'ReplicaSet', [[['spec', 'unknown'], 1]], ['spec', 'unknown'], 1],
    ['Deployment', 'StatefulSet', [[['spec', 'minReadySeconds'], 5]], ['spec', 'minReadySeconds'], 5],
    [
      'StatefulSet',
      'Deployment',
      [
        [
          ['spec', 'volumeClaimTemplates'],
          [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
        ],
      ],
      ['spec', 'template', 'spec', 'volumes'],
      [{ name: 'data', ephemeral: { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } } }],
    ],
  ])('%s → %s with %j: %j is %j', (from, to, set, at, value) => {
    expect(valueAt(changed(design(from, set), to), [0, ...at])).toEqual(value)
  })

  it('names the headless Service that selects the pods', () => {
    const documents = design('Deployment')
    addObject('Service')(documents)
    addObject('Service', [0])(documents)
    setValue([2, 'spec', 'clusterIP'], 'None')(documents)
    expect(valueAt(changed(documents, 'StatefulSet'), [0, 'spec', 'serviceName'])).toBe(
      valueAt(documents, [2, 'metadata', 'name']),
    )
  })

  it('takes autoscalers along to kinds that can be scaled', () => {
    const documents = design('Deployment')
    addObject('HorizontalPodAutoscaler')(documents)
    const target = [1, 'spec', 'scaleTargetRef', 'kind']
    expect(valueAt(changed(documents, 'StatefulSet'), target)).toBe('StatefulSet')
    expect(valueAt(changed(documents, 'Job'), target)).toBe('Deployment')
  })

  it('keeps comments and changes only the lines it must', () => {
    const text = `# the shop
apiVersion: apps/v1
kind: Deployment # for now
metadata:
  name: shop
spec:
  replicas: 2 # enough
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels: {app: shop}
    spec:
      containers:
        # the web server
        - name: nginx
          image: nginx
`
    const source = parse(text)
    const after = revise(source, changed(source.documents, 'StatefulSet')).source.text
    expect(after).toBe(
      text
        .replace('kind: Deployment', 'kind: StatefulSet')
        .replace('# enough\n', '# enough\n  serviceName: shop\n'),
    )
  })

  it('never throws and never changes what it is asked about, whatever is there', () => {
    const kinds = fc.constantFrom(...KINDS)
    fc.assert(
      fc.property(kinds, kinds, fc.jsonValue(), fc.jsonValue(), (from, to, a, b) => {
        const [spec, template]: Json[] = JSON.parse(JSON.stringify([a, b]))
        const documents = design(from, [
          [['spec', 'template'], template ?? null],
          [['metadata'], spec ?? null],
        ])
        const before = structuredClone(documents)
        notesOfKindChange(documents, [0], to)
        expect(documents).toEqual(before)
        expect(valueAt(changed(documents, to), [0, 'kind'])).toBe(to)
        expect(() => changed([{ kind: from, spec: spec ?? null }], to)).not.toThrow()
      }),
    )
  })
})
