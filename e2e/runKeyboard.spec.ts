import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { chooseByKeys, reach } from './pages/reach'
import { Run } from './pages/Run'

const seed1 = await readFile('src/golden/manifests/seed-1.yaml', 'utf8')

test('F6 goes round the panes and what stands below them, out of the terminal too', async ({ app, page }) => {
  const run = new Run(page)
  await app.open(seed1)
  await app.yaml.editor.focus()
  await page.keyboard.press('Control+`')
  await expect(run.terminal.getByRole('textbox')).toBeFocused()
  await expect(run.terminal.getByText('leaves the terminal')).toBeVisible()
  await page.keyboard.press('F6')
  await expect(app.inspector.region.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Shift+F6')
  await expect(run.terminal.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await expect(app.yaml.region.locator(':focus')).toHaveCount(1)

  await run.tab('Problems').click()
  await app.yaml.editor.focus()
  await page.keyboard.press('F6')
  await expect(page.getByRole('tabpanel', { name: 'Problems' }).locator(':focus')).toHaveCount(1)
})

test('a run from start to end without a mouse', async ({ app, page }) => {
  test.slow()
  const run = new Run(page)
  const { keyboard } = page
  await app.open(seed1)
  await keyboard.press('ControlOrMeta+Enter')
  await expect(run.pods(/^test-/)).toContainText('2/2  Running')

  await app.yaml.editor.focus()
  await keyboard.press('F6')
  await expect(run.button('Pause')).toBeFocused()
  await keyboard.press('Enter')
  await expect(run.button('Go on')).toBeFocused()
  const paused = await run.playhead.getAttribute('aria-valuenow')
  await keyboard.press('Tab')
  await expect(run.button('Step to the next thing that happens')).toBeFocused()
  await keyboard.press('Enter')
  await expect(run.playhead).not.toHaveAttribute('aria-valuenow', paused ?? '')
  await reach(page, run.speed)
  await chooseByKeys(page, 'option', /^10×/)
  await expect(run.speed).toContainText('10×')

  await reach(page, run.playhead)
  await keyboard.press('ArrowLeft')
  await expect(run.clock).toContainText(/of \d\d:/)
  await keyboard.press('End')
  await expect(run.clock).not.toContainText('of')

  await reach(page, run.span(/^busybox: ready/))
  await expect(run.card).toContainText('Rule: pkg/kubelet')
  await keyboard.press('ArrowLeft')
  await expect(run.span(/^busybox: (?:waiting|running)/).and(page.locator(':focus'))).toHaveCount(1)
  await reach(page, run.marks(/^Volume data/))
  await expect(run.card).toContainText('busybox wrote a file')

  await reach(page, run.act('busybox'))
  await chooseByKeys(page, 'menuitem', /^Kill it/)
  await keyboard.press('F6')
  await expect(app.inspector.region.locator(':focus')).toHaveCount(1)
  await keyboard.press('Shift+F6')
  await reach(page, run.button('Go on'))
  await keyboard.press('Enter')
  await expect(run.pods(/^test-/)).toContainText('2/2  Running  1 restart')

  await reach(page, run.tab('Logs'))
  await keyboard.press('ArrowRight')
  await expect(run.tab('Files')).toBeFocused()
  await keyboard.press('Enter')
  await reach(page, run.file(/index\.html/))
  await keyboard.press('Enter')
  await expect(run.content).toContainText('this is a log')

  await keyboard.press('Control+`')
  await expect(run.terminal.getByRole('textbox')).toBeFocused()
  await keyboard.type('kubectl get pods')
  await keyboard.press('Enter')
  await expect(run.terminal).toContainText(/test-\w+-\w{5} +2\/2 +Running +1/)
  await keyboard.press('F6')
  await expect(app.inspector.region.locator(':focus')).toHaveCount(1)
})
