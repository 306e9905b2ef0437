import { expect, test } from './fixtures'
import { manifest } from './manifests'

const SEED = manifest('seed-2.yaml')

test('what is typed is read and shown, spaces and all', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type(' # one two three')
  expect(await app.text()).toBe(SEED.replace('replicas: 1', 'replicas: 1 # one two three'))
})

test('Tab indents by two spaces; Enter after a key goes a level in', async ({ app, page }) => {
  await app.open('a: 1\n')
  await app.yaml.goToEndOf('a: 1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('b:')
  await page.keyboard.press('Enter')
  await page.keyboard.type('c: 2')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('# in')
  expect(await app.text()).toBe('a: 1\nb:\n  c: 2\n    # in\n')
})

test('Enter indents as soon as the editor is there, and however fast the keys come', async ({
  app,
  page,
}) => {
  // No part of the language may come later than the editor.
  await page.route(/\/yaml-[^/]*\.js$/, () => {})
  await app.open('a: 1\n')
  await app.yaml.goToEndOf('a: 1')
  // The keys of one line come in one go, before the editor has had an idle moment to read the line.
  await page.evaluate(() => {
    document.execCommand('insertText', false, '\n')
    document.execCommand('insertText', false, 'b:')
  })
  await page.keyboard.press('Enter')
  await page.keyboard.type('c: 2')
  expect(await app.text()).toBe('a: 1\nb:\n  c: 2\n')
})

test('one timeline: undo and redo in the editor are the page’s', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('2')
  const typed = await app.text()
  expect(typed).toBe(SEED.replace('replicas: 1', 'replicas: 12'))

  await app.yaml.editor.focus()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await app.text()).toBe(SEED)
  await expect(app.redo).toBeEnabled()
  await app.yaml.editor.focus()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  expect(await app.text()).toBe(typed)

  await app.undo.click()
  expect(await app.yaml.text()).toBe(SEED)
  await page.keyboard.press('Control+y')
  expect(await app.yaml.text()).toBe(typed)
})

test('undo in the find box is about the find box', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('2')
  await page.keyboard.press('ControlOrMeta+f')
  const find = app.yaml.region.getByRole('textbox', { name: 'Find' })
  await find.fill('')
  await find.pressSequentially('nginx')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(find).not.toHaveValue('nginx')
  expect(await app.text()).toContain('replicas: 12')
})

test('a problem is said with its line and marked, and nothing is lost', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('kind: Deployment')
  await page.keyboard.type('  x: y')
  await expect(app.yaml.problem).toContainText(/\S/)
  await expect(app.yaml.squiggle).toBeVisible()
  expect(await app.text()).toBe(SEED.replace('kind: Deployment', 'kind: Deployment  x: y'))

  await page.keyboard.press('ControlOrMeta+End')
  await app.yaml.problem.getByRole('button', { name: 'Go to line 2' }).click()
  await expect(app.yaml.editor).toBeFocused()
  await page.keyboard.press('End')
  for (const _ of '  x: y') await page.keyboard.press('Backspace')
  await expect(app.yaml.problem).toBeEmpty()
  await expect(app.yaml.squiggle).toHaveCount(0)
  expect(await app.text()).toBe(SEED)
})

test('Windows line ends and a byte order mark stay as they are', async ({ app, page }) => {
  const windows = `\uFEFF${SEED.replaceAll('\n', '\r\n')}`
  await app.open(windows)
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.press('Enter')
  await page.keyboard.type('paused: true')
  const { text } = await app.download()
  expect(text).toBe(windows.replace('replicas: 1', 'replicas: 1\r\n  paused: true'))
})

test('the cursor selects; the editor does not scroll for it', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.line('image: busybox').click()
  await expect(app.yaml.selected).toHaveCount(1)
  const before = await app.yaml.visibleLines()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await app.yaml.visibleLines()).toEqual(before)
})

test('Escape, then Tab leaves the editor; Tab alone does not', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.editor.focus()
  await page.keyboard.press('Tab')
  await expect(app.yaml.editor).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await expect(app.yaml.editor).not.toBeFocused()
  await app.yaml.editor.focus()
  await page.keyboard.press('Tab')
  await expect(app.yaml.editor).toBeFocused()
})

test('the lines that a change elsewhere writes light up for a moment, in view', async ({ app, page }) => {
  await app.open(manifest('everything-deployment.yaml'))
  const glowed = await app.yaml.watchGlow()
  await app.inspector.field('Replicas').click()
  await page.keyboard.press('End')
  await page.keyboard.type('1')
  await expect.poll(glowed).toEqual(['replicas: 31'])
  await expect(app.yaml.glowing).toHaveCount(0)

  await app.yaml.region.hover()
  for (let notch = 0; notch < 30; notch += 1) await page.mouse.wheel(0, 200)
  await expect(app.yaml.line('replicas: 31')).toHaveCount(0)
  await app.undo.click()
  await expect(app.yaml.line('replicas: 3')).toBeInViewport()
  await expect.poll(glowed).toEqual(['replicas: 31', 'replicas: 3'])
})

test('what is typed in the editor does not light up', async ({ app, page }) => {
  await app.open(SEED)
  const glowed = await app.yaml.watchGlow()
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('2')
  await expect(app.inspector.field('Replicas')).toHaveValue('12')
  expect(await glowed()).toEqual([])
})

test('what is selected elsewhere is marked and brought into view', async ({ app }) => {
  await app.open(SEED)
  await app.inspector.row(/^busybox/).click()
  // The container with all its lines.
  const lines = SEED.slice(SEED.indexOf('- name: busybox'), SEED.indexOf('metadata.name')).split('\n').length
  await expect(app.yaml.selected).toHaveCount(lines)
  await app.inspector.row(/^nginx-svc/).click()
  await expect(app.yaml.line('name: nginx-svc')).toBeInViewport()
  await app.canvas.node('Container nginx').click()
  await expect(app.yaml.line('- name: nginx')).toBeInViewport()
  await expect(app.yaml.selected).toHaveCount(7)
})

test('the cursor in the text selects in form and canvas', async ({ app }) => {
  await app.open(SEED)
  await app.yaml.line('image: busybox').click()
  await expect(app.inspector.row(/^busybox/)).toHaveAttribute('aria-selected', 'true')
  await expect(app.inspector.field('Image')).toHaveValue('busybox:latest')
})

test('cursor, folding and scroll stay where they are when the form edits', async ({ app, page }) => {
  await app.open(SEED)
  await app.yaml.goToEndOf('image: busybox')
  await app.inspector.row(/^nginx( |$)/).click()
  await app.inspector.field('Image').fill('nginx:1.29')
  await app.yaml.editor.focus()
  await page.keyboard.type('-x')
  expect(await app.text()).toBe(
    SEED.replace('nginx:1.17', 'nginx:1.29').replace('busybox:latest', 'busybox:latest-x'),
  )
})
