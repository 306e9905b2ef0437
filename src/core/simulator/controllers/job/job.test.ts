import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TrialCluster, type PodPlan } from '../../../../golden/trialCluster'
import { admitJob } from '../../api/admitJob'
import { indexesIn, indexesText, indexOf } from './indexes'
import { finished, type Job } from './job'

type Spec = NonNullable<Job['spec']>

function work(spec: Spec = {}): Job {
  return admitJob({
    metadata: { name: 'work', namespace: 'default' },
    spec: {
      ...spec,
      template: {
        ...spec.template,
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'work', image: 'busybox' }],
          ...spec.template?.spec,
        },
      },
    },
  })
}

const SUCCEEDS: PodPlan = { readyAfter: 1, exits: { after: 5, code: 0 }, endsAfter: 1 }
const failing = (code: number): PodPlan => ({ readyAfter: 1, exits: { after: 5, code }, endsAfter: 1 })

function trial(job: Job, plan: PodPlan | ((index: number | null) => PodPlan) = SUCCEEDS): TrialCluster {
  const cluster = new TrialCluster((pod) => (typeof plan === 'function' ? plan(indexOf(pod)) : plan))
  cluster.api.put('Job', job)
  return cluster
}

const jobOf = (cluster: TrialCluster): Job => cluster.api.get('Job', 'default', 'work') ?? {}
const endOf = (cluster: TrialCluster) => {
  const end = finished(jobOf(cluster))
  return end === undefined ? null : `${end.type} ${end.reason}: ${end.message}`
}
/** When pods were made, in seconds. */
const starts = (cluster: TrialCluster) =>
  cluster.api
    .list('Pod')
    .map(({ metadata }) => (Date.parse(metadata?.creationTimestamp ?? '') - cluster.clock.epoch) / 1000)
    .toSorted((a, b) => a - b)

function change(cluster: TrialCluster, spec: Spec): void {
  const job = jobOf(cluster)
  cluster.api.put('Job', { ...job, spec: { ...job.spec, ...spec } })
}

describe('the indexes of a Job', () => {
  it.each<[readonly number[], string]>([
    [[], ''],
    [[0], '0'],
    [[0, 1], '0,1'],
    [[0, 1, 2, 5, 7, 8], '0-2,5,7,8'],
  ])('%j is %s', (indexes, text) => {
    expect(indexesText(new Set(indexes))).toBe(text)
  })

  it('read back as they were', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(40)), (indexes) => {
        const sorted = indexes.toSorted((a, b) => a - b)
        expect([...indexesIn(indexesText(new Set(indexes)))]).toEqual(sorted)
      }),
    )
  })
})

describe('a Job', () => {
  it('is complete when its pods have succeeded', () => {
    const cluster = trial(work({ completions: 3, parallelism: 2 }))
    cluster.runTo(1)
    expect(jobOf(cluster).status).toMatchObject({ active: 2, succeeded: 0 })
    cluster.runTo(20)
    expect(starts(cluster)).toEqual([0, 0, 5])
    expect(jobOf(cluster).status).toMatchObject({
      active: 0,
      succeeded: 3,
      completionTime: '2030-01-01T00:00:10Z',
    })
    expect(jobOf(cluster).status?.conditions?.map(({ type }) => type)).toEqual([
      'SuccessCriteriaMet',
      'Complete',
    ])
    expect(endOf(cluster)).toBe('Complete CompletionsReached: Reached expected number of succeeded pods')
    expect(cluster.messages('Job').at(-1)).toBe('Completed: Job completed')
  })

  it('says its uid where the server put a stand-in', () => {
    const cluster = trial(work())
    cluster.runTo(1)
    const { metadata, spec } = jobOf(cluster)
    const uid = { 'batch.kubernetes.io/controller-uid': metadata?.uid }
    expect(spec?.selector?.matchLabels).toEqual(uid)
    expect(cluster.api.list('Pod')[0]?.metadata?.labels).toMatchObject(uid)
  })

  it('replaces pods that fail after 10, 20, 40 … seconds, and gives up in the end', () => {
    const cluster = trial(work({ backoffLimit: 3 }), failing(1))
    cluster.runTo(400)
    expect(starts(cluster)).toEqual([0, 15, 40, 85])
    expect(jobOf(cluster).status).toMatchObject({ failed: 4, active: 0 })
    expect(endOf(cluster)).toBe('Failed BackoffLimitExceeded: Job has reached the specified backoff limit')
    expect(cluster.messages('Job').at(-1)).toBe(
      'BackoffLimitExceeded: Job has reached the specified backoff limit',
    )
  })

  it('is over at its deadline, and waits for its pods to end', () => {
    const cluster = trial(work({ activeDeadlineSeconds: 3 }), { readyAfter: 1, endsAfter: 4 })
    cluster.runTo(5)
    expect(jobOf(cluster).status?.conditions?.map(({ type }) => type)).toEqual(['FailureTarget'])
    cluster.runTo(8)
    expect(endOf(cluster)).toBe('Failed DeadlineExceeded: Job was active longer than specified deadline')
  })

  it('numbers its pods, and gives up an index by itself', () => {
    const cluster = trial(
      work({ completions: 3, parallelism: 3, completionMode: 'Indexed', backoffLimitPerIndex: 1 }),
      (index) => (index === 1 ? failing(1) : SUCCEEDS),
    )
    cluster.runTo(1)
    const [pod] = cluster.api.list('Pod')
    expect(pod?.metadata?.name).toMatch(/^work-0-[b-z2-9]{5}$/)
    expect(pod?.spec?.hostname).toBe('work-0')
    expect(pod?.spec?.containers?.[0]?.env?.[0]?.name).toBe('JOB_COMPLETION_INDEX')
    cluster.runTo(100)
    expect(jobOf(cluster).status).toMatchObject({ completedIndexes: '0,2', failedIndexes: '1', failed: 2 })
    expect(endOf(cluster)).toBe('Failed FailedIndexes: Job has failed indexes')
  })

  it('is complete as soon as its success policy is met', () => {
    const cluster = trial(
      work({
        completions: 3,
        parallelism: 3,
        completionMode: 'Indexed',
        successPolicy: { rules: [{ succeededIndexes: '0' }] },
      }),
      (index) => (index === 0 ? SUCCEEDS : { readyAfter: 1, endsAfter: 1 }),
    )
    cluster.runTo(20)
    expect(endOf(cluster)).toBe('Complete SuccessPolicy: Matched rules at index 0')
  })

  it.each([
    [
      'FailJob',
      42,
      1,
      /^Failed PodFailurePolicy: Container work for pod default\/work-\w+ failed with exit code 42 matching FailJob rule at index 0$/,
    ],
    ['FailJob', 1, 2, /BackoffLimitExceeded/],
    ['Ignore', 42, 6, /^null$/],
    ['Count', 42, 2, /BackoffLimitExceeded/],
  ])('with a rule that says %s of 42, and exit code %i, makes %i pods', (action, code, pods, end) => {
    const rule = { action, onExitCodes: { operator: 'In', values: [42] } }
    const cluster = trial(work({ backoffLimit: 1, podFailurePolicy: { rules: [rule] } }), failing(code))
    cluster.runTo(350)
    expect(starts(cluster)).toHaveLength(pods)
    expect(String(endOf(cluster))).toMatch(end)
  })

  it.each([
    ['TerminatingOrFailed', 10],
    ['Failed', null],
  ])('replaces a deleted pod with %s', (podReplacementPolicy, after) => {
    const cluster = trial(work({ podReplacementPolicy }), { readyAfter: 1, endsAfter: 30 })
    cluster.runTo(2)
    const [pod] = cluster.api.list('Pod')
    const metadata = {
      ...pod?.metadata,
      deletionTimestamp: cluster.clock.timestamp(32_000),
      deletionGracePeriodSeconds: 30,
    }
    cluster.api.put('Pod', { ...pod, metadata })
    cluster.runTo(25)
    expect(starts(cluster).slice(1)).toEqual(after === null ? [] : [2 + after])
  })

  it('can be suspended and resumed', () => {
    const cluster = trial(work({ suspend: true }))
    cluster.runTo(5)
    expect(cluster.api.list('Pod')).toEqual([])
    expect(jobOf(cluster).status?.conditions).toMatchObject([{ type: 'Suspended', status: 'True' }])
    change(cluster, { suspend: false })
    cluster.runTo(20)
    expect(endOf(cluster)).toMatch(/^Complete/)
    expect(jobOf(cluster).status?.startTime).toBe('2030-01-01T00:00:05Z')
    expect(cluster.messages('Job')).toEqual(
      expect.arrayContaining(['Suspended: Job suspended', 'Resumed: Job resumed']),
    )
  })

  it('counts restarts with restartPolicy OnFailure', () => {
    const template = { spec: { restartPolicy: 'OnFailure' } }
    const cluster = trial(work({ backoffLimit: 2, template }), { readyAfter: 1, endsAfter: 1 })
    cluster.runTo(3)
    const [pod] = cluster.api.list('Pod')
    cluster.api.put('Pod', {
      ...pod,
      status: { ...pod?.status, containerStatuses: [{ name: 'work', restartCount: 2 }] },
    })
    cluster.runTo(10)
    expect(endOf(cluster)).toMatch(/^Failed BackoffLimitExceeded/)
  })

  it('goes some time after its end, with its pods', () => {
    const cluster = trial(work({ ttlSecondsAfterFinished: 10 }))
    cluster.runTo(14)
    expect(cluster.api.list('Job')).toHaveLength(1)
    cluster.runTo(16)
    expect([cluster.api.list('Job'), cluster.api.list('Pod')]).toEqual([[], []])
  })
})
