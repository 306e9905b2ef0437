import { describe, expect, it } from 'vitest'
import { TrialCluster, type PodPlan } from '../../../../golden/trialCluster'
import type { ObjectsByKind } from '../../api/objects'
import { runAfter } from './schedule'

type Spec = NonNullable<ObjectsByKind['CronJob']['spec']>

const MINUTE = 60

function trial(spec: Spec, runs: number | null, code = 0): TrialCluster {
  const plan: PodPlan = {
    readyAfter: 1,
    endsAfter: 1,
    ...(runs === null ? {} : { exits: { after: runs, code } }),
  }
  const cluster = new TrialCluster(() => plan)
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'tick', image: 'busybox' }] } }
  cluster.api.put('CronJob', {
    metadata: { name: 'tick', namespace: 'default' },
    spec: { schedule: '* * * * *', jobTemplate: { spec: { template } }, ...spec },
  })
  return cluster
}

/** The minutes of the Jobs that are there, by their names. */
const minutesOf = (cluster: TrialCluster) =>
  cluster.api
    .list('Job')
    .map(({ metadata }) => Number(metadata?.name?.replace('tick-', '')) - cluster.clock.epoch / 60_000)
const statusOf = (cluster: TrialCluster) => cluster.api.get('CronJob', 'default', 'tick')?.status

describe('a schedule', () => {
  it.each<[string, string, string, string | null]>([
    ['* * * * *', '', '2030-01-01T00:00:30Z', '2030-01-01T00:01:00Z'],
    ['0 6 * * *', 'Europe/Berlin', '2030-01-01T00:00:00Z', '2030-01-01T05:00:00Z'],
    ['@every 1h30m', '', '2030-01-01T00:00:00Z', '2030-01-01T01:30:00Z'],
    ['0 0 30 2 *', '', '2030-01-01T00:00:00Z', null],
    ['often', '', '2030-01-01T00:00:00Z', null],
    ['* * * * *', 'Nowhere/Else', '2030-01-01T00:00:00Z', null],
  ])('%s in %s after %s', (schedule, zone, after, run) => {
    expect(runAfter(schedule, zone, Date.parse(after))).toBe(run === null ? null : Date.parse(run))
  })
})

describe('a CronJob', () => {
  it('makes a Job each time, named after the minute', () => {
    const cluster = trial({}, 5)
    cluster.runTo(2 * MINUTE + 3)
    expect(minutesOf(cluster)).toEqual([1, 2])
    expect(statusOf(cluster)).toMatchObject({
      active: [{ name: `tick-${cluster.clock.epoch / 60_000 + 2}` }],
      lastScheduleTime: '2030-01-01T00:02:00Z',
      lastSuccessfulTime: '2030-01-01T00:01:05Z',
    })
    const first = `tick-${cluster.clock.epoch / 60_000 + 1}`
    expect(cluster.messages('CronJob').slice(0, 2)).toEqual([
      `SuccessfulCreate: Created job ${first}`,
      `SawCompletedJob: Saw completed job: ${first}, condition: Complete`,
    ])
  })

  it('keeps three Jobs that succeeded, and one that failed', () => {
    const good = trial({}, 5)
    good.runTo(6 * MINUTE + 30)
    expect(minutesOf(good)).toEqual([4, 5, 6])
    const bad = trial({ jobTemplate: failing() }, 5, 1)
    bad.runTo(4 * MINUTE + 30)
    expect(minutesOf(bad)).toEqual([4])
  })

  it.each<[string, readonly number[]]>([
    ['Allow', [1, 2, 3]],
    ['Forbid', [1]],
    ['Replace', [3]],
  ])('with %s has the Jobs %j while the first still runs', (concurrencyPolicy, minutes) => {
    const cluster = trial({ concurrencyPolicy }, null)
    cluster.runTo(3 * MINUTE + 1)
    expect(minutesOf(cluster)).toEqual(minutes)
    if (concurrencyPolicy === 'Forbid')
      expect(cluster.messages('CronJob')).toContain(
        'JobAlreadyActive: Not starting job because prior execution is running and concurrency policy is Forbid',
      )
  })

  it('makes up for the last run that it missed while it was suspended, unless its deadline is over', () => {
    for (const [startingDeadlineSeconds, minutes] of [
      [undefined, [3]],
      [10, []],
    ] as const) {
      const cluster = trial({ suspend: true, startingDeadlineSeconds }, 5)
      cluster.runTo(3 * MINUTE + 30)
      const cronJob = cluster.api.get('CronJob', 'default', 'tick') ?? {}
      cluster.api.put('CronJob', { ...cronJob, spec: { ...cronJob.spec, suspend: false } })
      cluster.runTo(3 * MINUTE + 40)
      expect(minutesOf(cluster)).toEqual(minutes)
    }
  })

  it('takes its Jobs and their pods along when it goes', () => {
    const cluster = trial({}, null)
    cluster.runTo(MINUTE + 5)
    cluster.api.remove('CronJob', 'default', 'tick')
    cluster.runTo(MINUTE + 10)
    expect([cluster.api.list('Job'), cluster.api.list('Pod')]).toEqual([[], []])
  })
})

function failing(): Spec['jobTemplate'] {
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'tick', image: 'busybox' }] } }
  return { spec: { backoffLimit: 0, template } }
}
