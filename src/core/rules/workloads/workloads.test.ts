import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'

const labels = { app: 'web' }
const pod = (change: JsonObject = {}): JsonObject => ({
  containers: [{ name: 'web', image: 'nginx' }],
  ...change,
})
const template = (change: JsonObject = {}): JsonObject => ({ metadata: { labels }, spec: pod(change) })

function workload(kind: string, spec: JsonObject, name = 'web'): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: { selector: { matchLabels: labels }, template: template(), ...spec },
  }
}

function job(spec: JsonObject, name = 'report'): JsonObject {
  const base = { template: { spec: pod({ restartPolicy: 'Never' }) } }
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name }, spec: { ...base, ...spec } }
}

function cronJob(spec: JsonObject, name = 'nightly'): JsonObject {
  const jobTemplate = { spec: { template: { spec: pod({ restartPolicy: 'OnFailure' }) } } }
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name },
    spec: { schedule: '@daily', jobTemplate, ...spec },
  }
}

function saidOf(document: Json): string[] {
  return judge(document).causes.map(({ field, message }) => `${field}: ${message}`)
}

it.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])('a plain %s is fine', (kind) => {
  expect(saidOf(workload(kind, {}))).toEqual([])
})

describe('what is said', () => {
  it.each<[string, Json, readonly string[]]>([
    [
      'of a selector that selects other pods, with the labels by the alphabet',
      workload('Deployment', { template: { metadata: { labels: { tier: 'b', app: 'x' } }, spec: pod() } }),
      [
        'spec.template.metadata.labels: Invalid value: {"app":"x","tier":"b"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'of no selector at all',
      workload('Deployment', { selector: null }),
      [
        'spec.selector: Required value',
        'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'of an empty selector',
      workload('ReplicaSet', { selector: {} }),
      ['spec.selector: Invalid value: {}: empty selector is invalid for deployment'],
    ],
    [
      'of a selector that can’t be read: nothing of the template then',
      workload('Deployment', {
        selector: { matchExpressions: [{ key: 'app', operator: 'In' }] },
        template: {},
      }),
      [
        "spec.selector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
        'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"In"}]}: invalid label selector',
      ],
    ],
    [
      'of a rollout that can’t move',
      workload('Deployment', { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } }),
      ['spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0'],
    ],
    [
      'of a strategy that is none',
      workload('Deployment', { strategy: { type: 'BlueGreen' } }),
      [
        'spec.strategy: Unsupported value: {"Type":"BlueGreen","RollingUpdate":null}: supported values: "Recreate", "RollingUpdate"',
      ],
    ],
    [
      'of both surge and unavailability',
      workload('DaemonSet', { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: '200%' } } }),
      [
        'spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "200%": must not be greater than 100%',
        'spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero',
      ],
    ],
    [
      'of a disk that many pods would write',
      workload('Deployment', {
        replicas: 2,
        template: template({ volumes: [{ name: 'd', gcePersistentDisk: { pdName: 'd' } }] }),
      }),
      [
        'spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only',
      ],
    ],
    [
      'of an update strategy of a StatefulSet',
      workload('StatefulSet', { updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } }),
      [
        'spec.updateStrategy.rollingUpdate: Invalid value: {"Partition":1,"MaxUnavailable":null}: only allowed for updateStrategy \'RollingUpdate\'',
      ],
    ],
    [
      'of a StatefulSet whose name no pod could have',
      workload('StatefulSet', {}, 'a.b'),
      ['metadata.name: Invalid value: "a.b": must not contain dots'],
    ],
    [
      'of a Job that restarts for ever',
      job({ template: { spec: pod() } }),
      ['spec.template.spec.restartPolicy: Required value: valid values: "OnFailure", "Never"'],
    ],
    [
      'of a Job with a selector of its own',
      job({
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: pod({ restartPolicy: 'Never' }) },
      }),
      [
        'spec.selector: Invalid value: {"matchLabels":{"app":"web","batch.kubernetes.io/controller-uid":"00000000-0000-0000-0000-000000000000"}}: `selector` not auto-generated',
      ],
    ],
    [
      'of indexes',
      job({
        completionMode: 'Indexed',
        completions: 5,
        successPolicy: {
          rules: [{ succeededIndexes: '0-2,2' }, { succeededIndexes: '1,3', succeededCount: 3 }],
        },
      }),
      [
        'spec.successPolicy.rules[0].succeededIndexes: Invalid value: "0-2,2": error parsing succeededIndexes: non-increasing order, previous: 2, current: 2',
        'spec.successPolicy.rules[1].succeededCount: Invalid value: 3: must be less than or equal to 2 (the number of indexes in the specified succeededIndexes field)',
      ],
    ],
    [
      'of a name that indexed pods could not have',
      job({ completionMode: 'Indexed', completions: 101 }, 'j'.repeat(61)),
      [
        `metadata.name: Invalid value: "${'j'.repeat(61)}": will not able to create pod with invalid DNS label: ${'j'.repeat(61)}-100`,
      ],
    ],
    [
      'of a pod failure policy',
      job({
        podFailurePolicy: {
          rules: [
            {
              action: 'FailIndex',
              onExitCodes: { containerName: 'nope', operator: 'In', values: [3, 0, 3] },
            },
            { action: 'Retry' },
          ],
        },
      }),
      [
        'spec.podFailurePolicy.rules[0].action: Invalid value: "FailIndex": requires the backoffLimitPerIndex to be set',
        'spec.podFailurePolicy.rules[0].onExitCodes.containerName: Invalid value: "nope": must be one of the container or initContainer names in the pod template',
        'spec.podFailurePolicy.rules[0].onExitCodes.values[1]: Invalid value: 0: must not be 0 for the In operator',
        'spec.podFailurePolicy.rules[0].onExitCodes.values[2]: Duplicate value: 3',
        'spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: [3,0,3]: must be ordered',
        'spec.podFailurePolicy.rules[1].action: Unsupported value: "Retry": supported values: "Count", "FailIndex", "FailJob", "Ignore"',
        'spec.podFailurePolicy.rules[1]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required',
      ],
    ],
    [
      'of a CronJob’s long name',
      cronJob({}, 'c'.repeat(53)),
      [`metadata.name: Invalid value: "${'c'.repeat(53)}": must be no more than 52 characters`],
    ],
    [
      'of a zone in the schedule',
      cronJob({ schedule: 'TZ=UTC 0 0 * * *' }),
      [
        'spec.schedule: Invalid value: "TZ=UTC 0 0 * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
      ],
    ],
    [
      'of a zone with small letters',
      cronJob({ timeZone: 'europe/vienna' }),
      ['spec.timeZone: Invalid value: "europe/vienna": unknown time zone europe/vienna'],
    ],
    [
      'of the server’s own zone',
      cronJob({ timeZone: 'Local' }),
      [
        'spec.timeZone: Invalid value: "Local": timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
      ],
    ],
  ])('%s', (_, document, said) => expect(saidOf(document)).toEqual(said))

  it.each(['Europe/Vienna', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'US/Eastern'])(
    'nothing of the zone %s',
    (timeZone) => {
      expect(saidOf(cronJob({ timeZone }))).toEqual([])
    },
  )
})

describe('a StatefulSet’s claims are volumes', () => {
  const claim = (name: string): JsonObject => ({
    metadata: { name },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  })
  const withMount = (volumes: Json[]): JsonObject =>
    template({
      volumes,
      containers: [{ name: 'web', image: 'nginx', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
    })

  it('that can be mounted', () => {
    expect(
      saidOf(workload('StatefulSet', { volumeClaimTemplates: [claim('data')], template: withMount([]) })),
    ).toEqual([])
  })

  it('that come first, while the path leads to where the volume is written', () => {
    const document = workload('StatefulSet', {
      volumeClaimTemplates: [claim('data'), claim('logs')],
      template: withMount([
        { name: 'data', emptyDir: {} },
        { name: 'Bad', emptyDir: {} },
      ]),
    })
    const [diagnostic] = judge(document, 3).diagnostics
    expect(saidOf(document)[0]).toMatch(/^spec\.template\.spec\.volumes\[2\]\.name: Invalid value: "Bad"/)
    expect(diagnostic?.path).toEqual([3, 'spec', 'template', 'spec', 'volumes', 1, 'name'])
  })

  it('of which each needs a name', () => {
    const document = workload('StatefulSet', { volumeClaimTemplates: [claim('')], template: template() })
    const { causes, diagnostics } = judge(document)
    expect(causes.map(({ field }) => field)).toEqual([
      'spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
      'spec.template.spec.volumes[0].name',
    ])
    expect(diagnostics[0]?.path).toEqual([0, 'spec', 'volumeClaimTemplates', 0])
  })
})

describe('warnings', () => {
  it.each<[string, Json, readonly string[]]>([
    [
      'of names that are no hostnames',
      workload('Deployment', {}, 'my.app'),
      [
        'metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]',
      ],
    ],
    [
      'of revisions kept for ever',
      workload('StatefulSet', { revisionHistoryLimit: -1 }),
      [
        'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
      ],
    ],
    [
      'of half bytes in a claim',
      workload('StatefulSet', {
        volumeClaimTemplates: [
          {
            metadata: { name: 'd' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1.5' } } },
          },
        ],
      }),
      [
        'spec.volumeClaimTemplates[0].Spec.resources.requests[storage]: fractional byte value "1500m" is invalid, must be an integer',
      ],
    ],
    [
      'of an old annotation, in the template’s words',
      workload('DaemonSet', {
        template: {
          metadata: {
            labels,
            annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' },
          },
          spec: pod(),
        },
      }),
      [
        'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]: deprecated since v1.30; use the "appArmorProfile" field instead',
      ],
    ],
    [
      'of memory in thousandths, and of more than 64 bits of them',
      workload('Deployment', {
        template: template({
          containers: [
            { name: 'a', image: 'a', resources: { limits: { memory: '128m', cpu: '1m' } } },
            { name: 'b', image: 'b', resources: { limits: { memory: '1Ei' } } },
          ],
        }),
      }),
      [
        'spec.template.spec.containers[0].resources.limits[memory]: fractional byte value "128m" is invalid, must be an integer',
        'spec.template.spec.containers[1].resources.limits[memory]: fractional byte value "1Ei" is invalid, must be an integer',
      ],
    ],
  ])('%s', (_, document, warnings) => expect(judge(document).warnings).toEqual(warnings))
})
