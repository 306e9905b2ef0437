import { expect, test } from './fixtures'
import { manifest } from './manifests'

test('one timeline over form, canvas and editor', async ({ app, page }) => {
  await app.visit()
  const texts = [await app.text()]

  await app.inspector.field('Replicas').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('3')
  texts.push(await app.text())

  await app.canvas.tool('Add volume').click()
  await page.getByRole('menuitem', { name: /^Secret/ }).click()
  texts.push(await app.text())

  await app.yaml.goToEndOf('volumes:')
  await page.keyboard.type(' # what they share')
  texts.push(await app.text())

  await app.inspector.row(/^busybox/).click()
  await app.inspector.field('Image').click()
  await page.keyboard.press('End')
  await page.keyboard.type('-musl')
  texts.push(await app.text())
  expect(new Set(texts).size).toBe(5)
  expect(texts[4]).toBe(
    texts[3]?.replace('image: busybox:latest', 'image: busybox:latest-musl') ?? 'nothing was typed',
  )

  // Back, each step from another place.
  await app.inspector.field('Image').press('ControlOrMeta+z')
  await expect.poll(() => app.text()).toBe(texts[3])
  await app.yaml.editor.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => app.text()).toBe(texts[2])
  await app.undo.click()
  await expect.poll(() => app.text()).toBe(texts[1])
  await app.undo.click()
  await expect.poll(() => app.text()).toBe(texts[0])
  expect(texts[0]).toBe(manifest('seed-2.yaml'))

  // And forth again, to the letter.
  for (const text of texts.slice(1)) {
    await app.redo.click()
    await expect.poll(() => app.text()).toBe(text)
  }
  expect(await app.yaml.text()).toBe(texts[4])
})
