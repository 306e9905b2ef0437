import { expect, test } from './fixtures'
import { Run } from './pages/Run'

/** Takes a name; gives a pod of that name which does nothing. */
const podOf = (name: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: shell
      image: busybox:1.37
      command: [sleep, infinity]
`

test('the run goes on beside another design, which is run only when that is asked for', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(podOf('first'))
  await run.start.click()
  await expect(run.pods(/^first/)).toContainText('1/1  Running')
  await expect(app.canvas.region.getByText('1/1 Running')).toBeVisible()
  // Its pod has the same name: it is another one all the same.
  await app.open(`${podOf('first')}# another design\n`)
  await expect(run.bar).toContainText(
    /What runs here is “Shared: first”; the design that is open is “.*first.*”/,
  )
  await expect(app.canvas.region.getByText('1/1 Running')).toHaveCount(0)
  // To press Run does not end it unasked.
  await run.start.click()
  await expect(run.pods(/^first/)).toContainText('1/1  Running')

  await run.region.getByRole('button', { name: /^Back to “.*first”/ }).click()
  await expect(app.canvas.region.getByText('1/1 Running')).toBeVisible()
  await expect(run.bar).toHaveCount(0)
  await expect(run.pods(/^first/)).toContainText('1/1  Running')

  await app.startFrom('Web server with a log writer')
  await run.button('Run this design').click()
  await expect(run.pods(/^first/)).toHaveCount(0)
  await expect(run.pods().first()).toBeVisible()
  await expect(run.bar).toHaveCount(0)
})

test('a design of which nothing runs any more can be run from the beginning, or applied', async ({
  app,
  page,
}) => {
  const run = new Run(page)
  await app.open(podOf('first'))
  await run.start.click()
  await expect(run.pods(/^first/)).toContainText('1/1  Running')
  await app.inspector.field('Name').first().fill('second')
  await expect(run.bar).toContainText('Nothing that runs is in the design any more.')
  await expect(run.button('Apply')).toBeVisible()
  await run.button('Run this design').click()
  await expect(run.pods(/^second/)).toContainText('1/1  Running')
  await expect(run.pods(/^first/)).toHaveCount(0)
})
