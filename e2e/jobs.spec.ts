import { head, last, pick } from './besideWeb'
import { expect, test } from './fixtures'

const JOB = `    spec:
      restartPolicy: Never
      containers:
        - name: work
          image: busybox:1.37
`

test('CronJob: its schedule in words, the next runs in its time zone', async ({ app, page }) => {
  await page.clock.setFixedTime(new Date('2026-03-27T12:00:00Z'))
  await app.open(
    `${head('batch/v1', 'CronJob')}spec:\n  schedule: ""\n  jobTemplate:\n    spec:\n      template:\n${JOB.replaceAll(/^/gm, '    ').trimEnd()}\n`,
  )
  const schedule = app.inspector.part('Schedule')
  await app.inspector.field('Schedule').fill('60 2 * * *')
  await expect(schedule).toContainText('end of range (60) above maximum (59): 60')
  await app.inspector.field('Schedule').fill('30 2 * * *')
  await page.keyboard.press('Escape')
  await expect(schedule).toContainText('Runs at 02:30 every day.')
  await app.inspector.field('Time zone').fill('Europe/Berlin')
  await page.keyboard.press('Escape')
  await expect(schedule.getByRole('list', { name: 'Next runs' }).getByRole('listitem')).toHaveText([
    'Sat, 28 Mar 2026, 02:30',
    // On the 29th that hour is left out.
    'Mon, 30 Mar 2026, 02:30',
    'Tue, 31 Mar 2026, 02:30',
  ])
  await app.inspector.field('Time zone').fill('Europe/Atlantis')
  await expect(schedule).toContainText('unknown time zone Europe/Atlantis')
  await app.inspector.field('Time zone').fill('UTC')
  await page.keyboard.press('Escape')
  await pick(app, app.inspector.field('Concurrency policy'), /^Forbid/)
  await app.inspector.field('Failed jobs history limit').fill('0')
  await app.inspector.field('Backoff limit').fill('2')
  expect(await last(app)).toMatchObject({
    spec: {
      schedule: '30 2 * * *',
      timeZone: 'UTC',
      concurrencyPolicy: 'Forbid',
      failedJobsHistoryLimit: 0,
      jobTemplate: { spec: { backoffLimit: 2 } },
    },
  })
})

test('Job: what a run does', async ({ app }) => {
  await app.open(`${head('batch/v1', 'Job')}spec:\n  template:\n${JOB}`)
  const words = app.inspector.part('What a run does')
  await app.inspector.field('Completions').fill('5')
  await app.inspector.field('Parallelism').fill('2')
  await app.inspector.field('Active deadline').fill('600')
  await expect(words).toContainText(
    'Runs until 5 pods succeeded, 2 at once; fails after 6 retries, or after 10 min.',
  )
  expect(await last(app)).toMatchObject({
    spec: { completions: 5, parallelism: 2, activeDeadlineSeconds: 600 },
  })
})

test('StatefulSet: a claim for each pod', async ({ app }) => {
  await app.open(
    `${head('apps/v1', 'StatefulSet')}spec:\n  serviceName: db\n  selector:\n    matchLabels:\n      app: db\n  template:\n    metadata:\n      labels:\n        app: db\n${JOB}`,
  )
  const part = app.inspector.part('Identity and storage')
  await part.getByRole('button', { name: 'Volume claim templates' }).click()
  await expect(part.getByText('Volume claim template 1')).toBeVisible()
  await part.getByRole('textbox', { name: 'Name', exact: true }).fill('data')
  await part.getByRole('checkbox', { name: 'ReadWriteMany', exact: true }).check()
  await part.getByRole('checkbox', { name: 'ReadWriteOnce', exact: true }).uncheck()
  await app.inspector.field('Value', 'Identity and storage').fill('10Gi')
  expect(await last(app)).toMatchObject({
    spec: {
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '10Gi' } } },
        },
      ],
    },
  })
})
