import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { Run } from './pages/Run'

const seed1 = await readFile('src/golden/manifests/seed-1.yaml', 'utf8')

/** A container that is not ready before somebody makes a file, and writes a line each second. */
const WAITS = `apiVersion: v1
kind: Pod
metadata:
  name: waits
spec:
  containers:
    - name: shell
      image: busybox:1.37
      command: [sh, -c, 'while true; do echo tick; sleep 1; done']
      readinessProbe:
        exec:
          command: [cat, /tmp/ready]
        periodSeconds: 2
`

test('files are shown as they were at the moment that is shown', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(seed1)
  await run.start.click()
  await run.tab('Files').click()
  await run.file(/index\.html/).click()
  await expect(run.content).toContainText('this is a log')
  const first = (await run.content.textContent()) ?? ''
  await run.setSpeed('5×')
  // The next one that is written has another time in it.
  await expect(run.content).not.toHaveText(first)
  await run.button('Pause').click()

  const volume = run.marks(/^Volume data/)
  await volume.focus()
  await page.keyboard.press('Home')
  await expect(run.card).toContainText('busybox wrote a file')
  await page.keyboard.press('Enter')
  await expect(run.side.getByText(/^As they were at 00:00:0\d/)).toBeVisible()
  await expect(run.content).toHaveText(first.trim())

  await run.playhead.focus()
  await page.keyboard.press('Home')
  await expect(
    run.side.getByText('There is no pod at this moment.').or(run.side.getByText(/has not been started/)),
  ).toBeVisible()
  await run.button('Back to now').click()
  await expect(run.content).not.toHaveText(first.trim())
  await expect(run.side.getByText(/^As they were/)).toHaveCount(0)
})

test('probes, lines and signals say what they were, under the pointer and by keyboard', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(WAITS)
  await run.start.click()
  await run.setSpeed('5×')
  const marks = run.marks(/^What happened in shell/)
  await expect(marks).toHaveAttribute('aria-label', /[1-9] probes?, [1-9]\d* log lines/)
  await run.button('Pause').click()

  const probe = await run.firstMark(/^What happened in shell/, 'failed')
  await page.mouse.move(probe.x, probe.y)
  await expect(run.card).toContainText('readinessProbe failed')
  await expect(run.card).toContainText('cat /tmp/ready')
  await expect(run.card).toContainText(/in a row; 3 count as a failure/)
  await expect(run.card).toContainText('pkg/probe/exec/exec.go')
  await expect(run.card.getByRole('link', { name: 'kubernetes.io' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(run.card).toHaveCount(0)

  const line = await run.firstMark(/^What happened in shell/, 'log')
  await page.mouse.move(line.x, line.y)
  await expect(run.card).toContainText('shell wrote to stdout')
  await expect(run.card).toContainText('tick')
  await page.mouse.click(line.x, line.y)
  await expect(run.clock).toContainText(/^00:00:0\d of/)
  await expect(run.log.getByRole('listitem')).toHaveCount(1)

  await marks.focus()
  await page.keyboard.press('End')
  await expect(run.card).toContainText(/tick|readinessProbe/)
  await expect(marks).toHaveAttribute(
    'aria-valuetext',
    /^00:00:\d\d\.\d: (shell wrote to stdout|readinessProbe failed)/,
  )
  await page.keyboard.press('Enter')
  await expect(run.log.getByRole('listitem')).not.toHaveCount(1)
})

test('a request says from whom to whom it went, what was asked and what the answer was', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(seed1)
  await run.start.click()
  await expect(run.pods(/2\/2 {2}Running/)).toBeVisible()
  await run.tab('Terminal').click()
  await run.type('curl -s nginx-svc')
  await expect(run.terminal).toContainText('this is a log')
  await run.tab('Run').click()
  await run.marks(/^Service nginx-svc: 1 request answered/).focus()
  await expect(run.card).toContainText(/outside → nginx of test-/)
  await expect(run.card).toContainText('http://nginx-svc:80/')
  await expect(run.card).toContainText(/Status 200\. It took \d+ ms\./)
})
