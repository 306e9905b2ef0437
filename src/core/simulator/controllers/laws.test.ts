import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TrialCluster, type PodPlan } from '../../../golden/trialCluster'
import type { IntOrString, PodTemplateSpec } from '../../kubernetes/schema/types-1.36'
import { admitJob } from '../api/admitJob'
import type { ObjectsByKind } from '../api/objects'
import { boundsOf, toldReplicas } from './deployment/bounds'
import { isActive, isReady } from './podStates'

type Deployment = ObjectsByKind['Deployment']

const SELECTOR = { matchLabels: { app: 'web' } }

function template(image: string, restartPolicy = 'Always'): PodTemplateSpec {
  return {
    metadata: { labels: SELECTOR.matchLabels },
    spec: { restartPolicy, containers: [{ name: 'web', image }] },
  }
}

const share = fc.oneof(
  fc.nat(3),
  fc.nat(100).map((percent): IntOrString => `${percent}%`),
)

const plan: fc.Arbitrary<PodPlan> = fc.record({
  readyAfter: fc.integer({ min: 1, max: 9 }),
  endsAfter: fc.nat(9),
})

describe('a rolling update', () => {
  it('keeps within its bounds at every moment, and comes to its end', () => {
    const inputs = fc.record({
      replicas: fc.integer({ min: 0, max: 8 }),
      rollingUpdate: fc.record({ maxSurge: share, maxUnavailable: share }),
      minReadySeconds: fc.nat(3),
      plan,
      changeAt: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(inputs, ({ replicas, rollingUpdate, minReadySeconds, plan: each, changeAt }) => {
        const cluster = new TrialCluster(() => each)
        const deployment = (image: string): Deployment => ({
          ...cluster.api.get('Deployment', 'default', 'web'),
          metadata: { name: 'web', namespace: 'default' },
          spec: {
            replicas,
            minReadySeconds,
            selector: SELECTOR,
            strategy: { type: 'RollingUpdate', rollingUpdate },
            template: template(image),
          },
        })
        const { least, most } = boundsOf(deployment('a'))
        let wasUp = false
        cluster.api.subscribe(() => {
          const { availableReplicas = 0 } = cluster.api.get('Deployment', 'default', 'web')?.status ?? {}
          expect(toldReplicas(cluster.api.list('ReplicaSet'))).toBeLessThanOrEqual(most)
          wasUp ||= availableReplicas >= least
          if (wasUp) expect(availableReplicas).toBeGreaterThanOrEqual(least)
        })
        cluster.api.put('Deployment', deployment('a'))
        cluster.runTo(changeAt)
        cluster.api.put('Deployment', deployment('b'))
        cluster.runTo(changeAt + 400)
        expect(cluster.api.get('Deployment', 'default', 'web')?.status).toMatchObject({
          replicas,
          updatedReplicas: replicas,
          availableReplicas: replicas,
        })
        const images = cluster.api.list('Pod').map(({ spec }) => spec?.containers?.[0]?.image)
        expect(images).toEqual(Array.from({ length: replicas }, () => 'b'))
      }),
      { numRuns: 40 },
    )
  })
})

describe('an ordered StatefulSet', () => {
  it('never has two pods at once that are not ready', () => {
    const inputs = fc.record({
      replicas: fc.integer({ min: 1, max: 5 }),
      to: fc.nat(5),
      plan,
      changeAt: fc.nat(30),
    })
    fc.assert(
      fc.property(inputs, ({ replicas, to, plan: each, changeAt }) => {
        const cluster = new TrialCluster(() => each)
        const put = (image: string, count: number) =>
          cluster.api.put('StatefulSet', {
            ...cluster.api.get('StatefulSet', 'default', 'web'),
            metadata: { name: 'web', namespace: 'default' },
            spec: { replicas: count, selector: SELECTOR, template: template(image) },
          })
        cluster.api.subscribe(() => {
          const unready = cluster.api.list('Pod').filter((pod) => !isReady(pod))
          expect(unready.length).toBeLessThanOrEqual(1)
        })
        put('a', replicas)
        cluster.runTo(changeAt)
        put('b', to)
        cluster.runTo(changeAt + 400)
        const names = cluster.api
          .list('Pod')
          .map(({ metadata, spec }) => `${metadata?.name} ${spec?.containers?.[0]?.image}`)
        expect(names).toEqual(Array.from({ length: to }, (_none, ordinal) => `web-${ordinal} b`))
      }),
      { numRuns: 40 },
    )
  })
})

describe('a Job', () => {
  it('never runs more pods than it may, and counts every success', () => {
    const inputs = fc.record({
      completions: fc.integer({ min: 1, max: 6 }),
      parallelism: fc.integer({ min: 1, max: 6 }),
      completionMode: fc.constantFrom('NonIndexed', 'Indexed'),
      lasts: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(inputs, ({ lasts, ...spec }) => {
        const cluster = new TrialCluster(() => ({
          readyAfter: 1,
          endsAfter: 1,
          exits: { after: lasts, code: 0 },
        }))
        cluster.api.subscribe(() => {
          const active = cluster.api.list('Pod').filter((pod) => isActive(pod))
          expect(active.length).toBeLessThanOrEqual(Math.min(spec.parallelism, spec.completions))
        })
        cluster.api.put(
          'Job',
          admitJob({ metadata: { name: 'work' }, spec: { ...spec, template: template('a', 'Never') } }),
        )
        cluster.runTo(200)
        const { status } = cluster.api.get('Job', 'default', 'work') ?? {}
        expect(status).toMatchObject({ succeeded: spec.completions, failed: 0, active: 0 })
        expect(cluster.api.list('Pod')).toHaveLength(spec.completions)
      }),
      { numRuns: 40 },
    )
  })
})

const number = fc.oneof(fc.integer({ min: -2, max: 6 }), fc.constant(20))
const odd = fc.oneof(number, fc.constantFrom('', '25%', '-5%', 'x'))
const text = fc.constantFrom(
  '',
  'x',
  'Always',
  'Never',
  'OnFailure',
  'Recreate',
  'OnDelete',
  'Indexed',
  'Parallel',
)
const labels = fc.dictionary(fc.constantFrom('app', 'a'), fc.constantFrom('web', ''), { maxKeys: 2 })
const selector = fc.option(fc.record({ matchLabels: labels }, { requiredKeys: [] }), { nil: undefined })
const pod = fc.record(
  {
    metadata: fc.record({ labels }, { requiredKeys: [] }),
    spec: fc.record(
      {
        restartPolicy: text,
        nodeName: text,
        containers: fc.constantFrom([], [{}], [{ name: 'a', image: 'a' }]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)
const COMMON = {
  replicas: number,
  selector,
  minReadySeconds: number,
  template: pod,
  revisionHistoryLimit: number,
}

/** What somebody may have made of a spec, of each kind that a controller leads. */
const SPECS = {
  Deployment: fc.record(
    {
      ...COMMON,
      paused: fc.boolean(),
      progressDeadlineSeconds: number,
      strategy: fc.record({ type: text, rollingUpdate: fc.record({ maxSurge: odd, maxUnavailable: odd }) }),
    },
    { requiredKeys: [] },
  ),
  ReplicaSet: fc.record(COMMON, { requiredKeys: [] }),
  StatefulSet: fc.record(
    {
      ...COMMON,
      podManagementPolicy: text,
      serviceName: text,
      updateStrategy: fc.record({
        type: text,
        rollingUpdate: fc.record({ partition: number, maxUnavailable: odd }),
      }),
      ordinals: fc.record({ start: number }),
      volumeClaimTemplates: fc.constantFrom([], [{}], [{ metadata: { name: 'data' } }]),
    },
    { requiredKeys: [] },
  ),
  DaemonSet: fc.record(
    {
      ...COMMON,
      updateStrategy: fc.record({
        type: text,
        rollingUpdate: fc.record({ maxSurge: odd, maxUnavailable: odd }),
      }),
    },
    { requiredKeys: [] },
  ),
  Job: fc.record(
    {
      completions: number,
      parallelism: number,
      backoffLimit: number,
      activeDeadlineSeconds: number,
      ttlSecondsAfterFinished: number,
      completionMode: text,
      suspend: fc.boolean(),
      template: pod,
      successPolicy: fc.record({
        rules: fc.array(fc.record({ succeededIndexes: text, succeededCount: number })),
      }),
    },
    { requiredKeys: [] },
  ),
  CronJob: fc.record(
    {
      schedule: fc.constantFrom('', '* * * * *', '@every 7s', '@every 1ns', '0 0 30 2 *', 'x'),
      timeZone: fc.constantFrom('', 'Europe/Berlin', 'x'),
      startingDeadlineSeconds: number,
      concurrencyPolicy: fc.constantFrom('Allow', 'Forbid', 'Replace', ''),
      successfulJobsHistoryLimit: number,
      jobTemplate: fc.record({ spec: fc.record({ template: pod }) }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  Service: fc.record(
    {
      type: fc.constantFrom('', 'NodePort', 'LoadBalancer', 'ExternalName'),
      clusterIP: fc.constantFrom('None', '10.96.0.1', 'x'),
      externalName: text,
      selector: labels,
      ports: fc.array(
        fc.record({ name: text, port: number, targetPort: odd, nodePort: number }, { requiredKeys: [] }),
      ),
    },
    { requiredKeys: [] },
  ),
  PodDisruptionBudget: fc.record({ minAvailable: odd, maxUnavailable: odd, selector }, { requiredKeys: [] }),
  HorizontalPodAutoscaler: fc.record(
    {
      scaleTargetRef: fc.record({
        kind: fc.constantFrom('Deployment', 'StatefulSet', 'x'),
        name: fc.constant('a'),
      }),
      minReplicas: number,
      maxReplicas: number,
    },
    { requiredKeys: [] },
  ),
}

describe('a ReplicaSet that wants a million pods', () => {
  it('gets more than a node can run, and not so many that nothing else goes on', () => {
    const cluster = new TrialCluster()
    const spec = { replicas: 1_000_000, selector: SELECTOR, template: template('a') }
    cluster.api.put('ReplicaSet', { metadata: { name: 'web', namespace: 'default' }, spec })
    cluster.runTo(5)
    const pods = cluster.api.list('Pod')
    expect(pods.filter((each) => each.spec?.nodeName === 'node-1')).toHaveLength(110)
    expect(pods).toHaveLength(250)
  })
})

describe('whatever somebody may have made of objects', () => {
  it('the controllers come to rest', () => {
    fc.assert(
      fc.property(fc.record(SPECS, { requiredKeys: [] }), plan, (specs, each) => {
        const cluster = new TrialCluster(() => ({ ...each, exits: { after: 7, code: 1 } }))
        const metadata = { name: 'a', namespace: 'default' }
        const { api } = cluster
        api.subscribe(() => {
          if (cluster.changes.length > 20_000) throw new Error('they never rest')
        })
        if (specs.Deployment !== undefined) api.put('Deployment', { metadata, spec: specs.Deployment })
        if (specs.ReplicaSet !== undefined) api.put('ReplicaSet', { metadata, spec: specs.ReplicaSet })
        if (specs.StatefulSet !== undefined) api.put('StatefulSet', { metadata, spec: specs.StatefulSet })
        if (specs.DaemonSet !== undefined) api.put('DaemonSet', { metadata, spec: specs.DaemonSet })
        if (specs.Job !== undefined) api.put('Job', { metadata, spec: specs.Job })
        if (specs.CronJob !== undefined) api.put('CronJob', { metadata, spec: specs.CronJob })
        if (specs.Service !== undefined) api.put('Service', { metadata, spec: specs.Service })
        if (specs.PodDisruptionBudget !== undefined)
          api.put('PodDisruptionBudget', { metadata, spec: specs.PodDisruptionBudget })
        if (specs.HorizontalPodAutoscaler !== undefined)
          api.put('HorizontalPodAutoscaler', { metadata, spec: specs.HorizontalPodAutoscaler })
        cluster.runTo(30)
      }),
      { numRuns: 60 },
    )
  })
})
