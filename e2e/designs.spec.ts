import { expect, test } from './fixtures'
import { manifest } from './manifests'
import { App } from './pages/App'

test('a first visit shows the running example and two sentences on it', async ({ app, page }) => {
  await app.visit()
  expect(await app.text()).toBe(manifest('seed-2.yaml'))
  await expect(page.getByText('the busybox sidecar writes the time')).toBeVisible()
  for (const pane of ['Inspector', 'Canvas', 'YAML']) {
    await expect(page.getByRole('region', { name: pane })).toBeVisible()
  }
})

test('New offers the starters, each as a design of its own', async ({ app }) => {
  await app.visit()
  await app.startFrom('Web server with a log writer')
  expect(await app.text()).toBe(manifest('seed-1.yaml'))
  await app.startFrom('Blank')
  expect(await app.text()).toContain('containers: []')
  await app.choose(app.designMenu, 'Web server')
  expect(await app.text()).toBe(manifest('seed-1.yaml'))
})

test('broken text outlives a reload, and is mended', async ({ app, page }) => {
  await app.visit()
  await app.yaml.goToEndOf('kind: Deployment')
  await page.keyboard.type('  x: y')
  const broken = await app.text()
  expect(broken).toBe(manifest('seed-2.yaml').replace('kind: Deployment', 'kind: Deployment  x: y'))

  await page.reload()
  await app.yaml.ready()
  expect(await app.text()).toBe(broken)
  await expect(app.yaml.problem).toContainText('Go to line')
  await app.yaml.goToEndOf('kind: Deployment')
  for (const _ of '  x: y') await page.keyboard.press('Backspace')
  await expect(app.yaml.problem).toBeEmpty()
  expect(await app.text()).toBe(manifest('seed-2.yaml'))
})

test('what is typed is kept by itself', async ({ app, page }) => {
  await app.visit()
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('0')
  const wanted = manifest('seed-2.yaml').replace('replicas: 1', 'replicas: 10')
  await expect.poll(() => app.keptTexts()).toContain(wanted)
})

test('what is typed right before leaving the page is kept too', async ({ app, page }) => {
  await app.visit()
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('0')
  await page.reload()
  await app.yaml.ready()
  expect(await app.text()).toBe(manifest('seed-2.yaml').replace('replicas: 1', 'replicas: 10'))
})

test('Download gives exactly the text of the pane', async ({ app, page }) => {
  await app.open(manifest('everything-deployment.yaml'))
  await app.yaml.line('kind:').first().click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('# the end')
  const { name, text } = await app.download()
  expect(name).toMatch(/\.yaml$/)
  expect(text).toBe(await app.yaml.text())
  expect(text).toBe(`${manifest('everything-deployment.yaml')}# the end`)
})

test('Copy as kubectl apply gives a command that holds the text', async ({ app }) => {
  await app.visit()
  await app.choose(app.header.getByRole('button', { name: 'More ways to copy' }), 'Copy as kubectl apply')
  await expect.poll(() => app.clipboard()).toContain('kubectl apply -f -')
  const command = await app.clipboard()
  expect(command).toBe(`kubectl apply -f - <<'EOF'\n${manifest('seed-2.yaml')}EOF\n`)
})

test('designs are renamed, duplicated, deleted and brought back', async ({ app, page }) => {
  await app.visit()
  await app.choose(app.designMenu, 'Rename the design…')
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await page.getByRole('button', { name: 'Rename' }).click()
  await expect(app.designMenu).toHaveText('Mine')
  expect((await app.download()).name).toBe('mine.yaml')

  await app.choose(app.designMenu, 'Duplicate the design')
  await expect(app.designMenu).not.toHaveText('Mine')
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('1')
  await app.choose(app.designMenu, /^Mine$/)
  expect(await app.text()).toBe(manifest('seed-2.yaml'))

  await app.choose(app.designMenu, 'Delete the design')
  await expect(app.designMenu).not.toHaveText('Mine')
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click()
  await app.choose(app.designMenu, /^Mine$/)
  expect(await app.text()).toBe(manifest('seed-2.yaml'))
})

test('a file dropped anywhere opens as a design of its own', async ({ app, page }) => {
  await app.visit()
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['kind: Pod\nmetadata:\n  name: dropped\n'], 'dropped.yaml'))
    return data
  })
  await app.yaml.region.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(app.designMenu).toHaveText('dropped')
  expect(await app.text()).toBe('kind: Pod\nmetadata:\n  name: dropped\n')
})

test('Open takes a file', async ({ app, page }) => {
  await app.visit()
  const chosen = page.waitForEvent('filechooser')
  await app.header.getByRole('button', { name: 'Open' }).click()
  await (
    await chosen
  ).setFiles({
    name: 'chosen.yml',
    mimeType: 'application/yaml',
    buffer: Buffer.from('kind: Pod\r\n'),
  })
  await expect(app.designMenu).toHaveText('chosen')
  expect((await app.download()).text).toBe('kind: Pod\r\n')
})

test('two tabs never overwrite each other', async ({ app, context }) => {
  await app.visit()
  await app.yaml.goToEndOf('replicas: 1')
  await app.page.keyboard.type('1')
  const first = await app.text()
  await expect.poll(() => app.keptTexts()).toContain(first)

  const other = new App(await context.newPage())
  await other.visit()
  expect(await other.text()).toBe(first)
  // What one tab writes shows in the other that has not changed anything itself.
  await other.yaml.goToEndOf('replicas: 11')
  await other.page.keyboard.type('1')
  const second = await other.text()
  await expect.poll(() => other.keptTexts()).toContain(second)
  await expect.poll(() => app.text()).toBe(second)
})
