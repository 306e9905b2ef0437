import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { Run } from './pages/Run'

const seed1 = await readFile('src/golden/manifests/seed-1.yaml', 'utf8')

/** Takes a script; gives a pod whose container runs it in a shell. */
const podThatRuns = (script: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: talker
spec:
  containers:
    - name: shell
      image: busybox:1.37
      command: [sh, -c, '${script}']
`

test('the running example lives: pods, files, the past, a crash, another design', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(seed1)
  await run.start.click()
  await expect(run.pods(/^test-/)).toContainText('2/2  Running  0 restarts')
  await expect(app.canvas.region.getByText('ready').first()).toBeVisible()

  await run.tab('Files').click()
  await run.side.getByRole('button', { name: /index\.html/ }).click()
  await expect(run.side.getByLabel(/^Content of/)).toContainText(/\d\d:\d\d:\d\d/)

  await run.playhead.focus()
  await page.keyboard.press('Home')
  await expect(run.clock).toContainText('00:00:00')
  await expect(run.pods(/^test-/)).toContainText(/0\/2 {2}(Pending|ContainerCreating)/)
  await run.button('Back to now').click()

  await run.intervene('busybox', /^Kill it/)
  await expect(run.pods(/^test-/)).toContainText('2/2  Running  1 restart')
  await run.span(/^busybox: failed \(Error, exit code 137\)/).hover()
  await expect(page.getByRole('tooltip')).toContainText('You did this.')
  await expect(page.getByRole('tooltip').getByRole('link', { name: 'kubernetes.io' })).toBeVisible()

  await app.inspector.row(/^test/).first().click()
  await app.inspector.field('Replicas').fill('2')
  await expect(run.region.getByText('The design has changed since it was applied.')).toBeVisible()
  await run.button('Apply').click()
  await expect(run.pods(/^test-/)).toHaveCount(2)
  await expect(run.pods(/2\/2 {2}Running/)).toHaveCount(2)
  await expect(app.canvas.region.getByText('2/2 pods ready')).toBeVisible()
})

test('what a script writes is the log; its end, and the pauses between its runs, are explained', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(podThatRuns('echo hello from $HOSTNAME; sleep 2; exit 3'))
  await run.start.click()
  await expect(run.log).toContainText('hello from talker')
  await run.setSpeed('10×')
  const backOff = run.span(/^shell: back-off \(CrashLoopBackOff\)/).first()
  await expect(backOff).toBeAttached()
  await run.button('Pause').click()
  await backOff.focus()
  await expect(page.getByRole('tooltip')).toContainText('the pause is 10 s, then 20, 40, … up to 5 minutes')
  await run.tab('Events').click()
  await expect(run.side.getByText('Back-off restarting failed container')).toHaveCount(1)
})

test('time stands still, goes on step by step, and shows the past again', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(podThatRuns('while true; do echo tick; sleep 5; done'))
  await run.start.click()
  await expect(run.log).toContainText('tick')
  await run.button('Pause').click()
  const before = await run.playhead.getAttribute('aria-valuenow')
  await run.button('Step to the next thing that happens').click()
  await expect(run.playhead).not.toHaveAttribute('aria-valuenow', before ?? '')
  await run.playhead.focus()
  await page.keyboard.press('Home')
  await expect(run.side.getByText('It has written nothing yet.')).toBeVisible()
  await run.button('Stop the run').click()
  await expect(run.region.getByText('Press Run: the pods of this design live here.')).toBeVisible()
})

test('the terminal: kubectl and curl answer, lines are edited, completed and remembered', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(seed1)
  await run.start.click()
  await expect(run.pods(/2\/2 {2}Running/)).toBeVisible()
  await run.tab('Terminal').click()
  await run.type('kubectl get po')
  await expect(run.terminal).toContainText(/test-\w+-\w{5} +2\/2 +Running +0/)
  await run.type('curl -s nginx-svc')
  await expect(run.terminal).toContainText(/\d\d:\d\d:\d\d/)
  await page.keyboard.type('kubectl get deploym')
  await page.keyboard.press('Tab')
  await expect(run.terminal).toContainText('kubectl get deployment')
  await page.keyboard.press('Enter')
  await expect(run.terminal).toContainText(/test +1\/1 +1 +1/)
  await run.type('kubectl get pods -w')
  await page.keyboard.press('Control+C')
  await page.keyboard.press('ArrowUp')
  await expect(run.terminal).toContainText(/\^C[^]*kubectl get pods -w/)
})

test('what is done to it by menu: delete, scale, set an image, cut the network, drain', async ({
  app,
  page,
}) => {
  // Pods take their time to end.
  test.slow()
  const run = new Run(page)
  await app.open(seed1)
  await run.start.click()
  await expect(run.pods(/2\/2 {2}Running/)).toBeVisible()
  const [first = ''] = /^test-\w+-\w{5}/.exec((await run.pods().textContent()) ?? '') ?? []
  await run.setSpeed('10×')

  await run.intervene(first, /^Delete the pod/)
  await expect(run.pods(new RegExp(first))).toContainText(/Terminating|gone/)
  const second = run.pods(/2\/2 {2}Running/)
  await expect(second).toHaveCount(1)
  const [name = ''] = /^test-\w+-\w{5}/.exec((await second.textContent()) ?? '') ?? []
  expect(name).not.toBe(first)

  await run.intervene(name, 'Scale the Deployment', 'To 2 pods')
  await expect(run.pods(/2\/2 {2}Running/)).toHaveCount(2)
  await expect(app.canvas.region.getByText('2/2 pods ready')).toBeVisible()

  await run.intervene(name, /^Set an image…/)
  const dialog = page.getByRole('dialog', { name: 'Set an image' })
  await dialog.getByLabel('Image').fill('nginx:1.29')
  await dialog.getByRole('button', { name: 'Set the image' }).click()
  await expect(run.pods(new RegExp(name))).toContainText(/Terminating|gone/)
  await expect(run.pods(/2\/2 {2}Running/)).toHaveCount(2)

  await run.intervene('nginx-svc', /^Cut the network/)
  await run.tab('Terminal').click()
  await run.type('curl --max-time 2 -s nginx-svc || echo cut off')
  await expect(run.terminal).toContainText(/echo cut off\s+cut off/)
  await run.tab('Run').click()
  await run.intervene('nginx-svc', /^Let requests through/)

  await run.intervene('node-1', /^Drain it/)
  await expect(run.lanes.getByText('Takes no new pods')).toBeVisible()
  await expect(run.pods(/Pending/)).not.toHaveCount(0)
})

test('a script that never sleeps does not hang the page', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(podThatRuns('while true; do :; done'))
  await run.start.click()
  await expect(run.clock).not.toContainText('00:00:00')
  await app.inspector
    .row(/^shell/)
    .first()
    .click()
  await expect(app.inspector.field('Image')).toBeVisible()
  await run.button('Start from the beginning').first().click()
  await expect(run.pods(/talker/)).toBeVisible()
})
