import { expect, test } from './fixtures'
import { manifest } from './manifests'

/* What is typed right after the key that opens something goes there, even before a frame of it is drawn. */

test.beforeEach(async ({ app, page }) => {
  await app.open(manifest('seed-2.yaml'))
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0
  })
})

test('in the palette and in a dialog', async ({ app, page }) => {
  const { keyboard } = page
  await app.yaml.editor.focus()
  await keyboard.press('ControlOrMeta+k')
  await keyboard.type('rename')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toHaveValue('rename')
  await keyboard.press('Enter')
  await keyboard.type('Mine')
  await keyboard.press('Enter')
  await expect(app.designMenu).toHaveText('Mine')
  await expect(app.yaml.line(/rename|Mine/)).toHaveCount(0)
})

test('in a new row and a new field of a form', async ({ app, page }) => {
  const { inspector } = app
  const { keyboard } = page
  await inspector.row('nginx').first().focus()
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowDown')
  await inspector.button('Add variable').focus()
  await keyboard.press('Enter')
  await keyboard.type('A')
  await keyboard.press('Enter')
  await keyboard.type('B')
  await expect(inspector.field('Name', 'Environment', 0)).toHaveValue('A')
  await expect(inspector.field('Name', 'Environment', 1)).toHaveValue('B')
  await inspector.button('Write a script').focus()
  await keyboard.press('Enter')
  await keyboard.type('date')
  await expect(inspector.field('Script for sh -c')).toHaveValue('date')
})

test('on the canvas, and from there in the next pane', async ({ app, page }) => {
  const { canvas } = app
  const { keyboard } = page
  await canvas.tool('Add app container').focus()
  await keyboard.press('Enter')
  await keyboard.type('redis:8')
  await keyboard.press('Enter')
  await keyboard.press('F2')
  await keyboard.type('cache')
  await keyboard.press('Enter')
  await expect(canvas.node('Container cache')).toBeFocused()
  await keyboard.press('F2')
  await keyboard.press('Escape')
  await keyboard.press('Delete')
  await expect(canvas.node('Container cache')).toHaveCount(0)
  await keyboard.press('F6')
  await expect(app.yaml.editor).toBeFocused()
})
