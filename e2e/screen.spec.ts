import { expect, test } from './fixtures'

test('the theme is chosen, worn by the editor too, and kept', async ({ app, page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await app.visit()
  const editor = app.yaml.region.locator('.monaco-editor').first()
  const lightness = (): Promise<number> =>
    editor.evaluate((element) => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(element).backgroundColor.match(/\d+/g)?.map(Number) ?? []
      return (red + green + blue) / 3
    })
  await expect.poll(lightness).toBeGreaterThan(200)
  await app.choose(app.header.getByRole('button', { name: 'Theme' }), 'Use the dark theme')
  await expect.poll(lightness).toBeLessThan(60)
  await page.reload()
  await app.yaml.ready()
  await expect.poll(lightness).toBeLessThan(60)
  await app.choose(app.header.getByRole('button', { name: 'Theme' }), 'Use the system’s theme')
  await expect.poll(lightness).toBeGreaterThan(200)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(lightness).toBeLessThan(60)
})

test('360 pixels: one pane at a time, nothing sticks out, the menu has the rest', async ({ app, page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('./')
  await page.getByRole('tab', { name: 'Canvas' }).click()
  await expect(app.canvas.node('Container nginx')).toBeVisible()
  for (const pane of ['Inspector', 'YAML', 'Canvas']) {
    await page.getByRole('tab', { name: pane }).click()
    await expect(page.getByRole('region', { name: pane })).toBeInViewport({ ratio: 0.9 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    // Nothing of another pane shows through, to the eye, the finger or the Tab key.
    const nodes = page.locator('.react-flow__node')
    await expect(nodes.filter({ visible: true })).toHaveCount(pane === 'Canvas' ? await nodes.count() : 0)
  }
  await app.choose(app.header.getByRole('button', { name: 'More' }), 'Blank')
  await page.getByRole('tab', { name: 'YAML' }).click()
  await expect(app.yaml.line('containers: []')).toBeVisible()
})

test('1000 pixels: canvas and YAML share a place', async ({ app, page }) => {
  await page.setViewportSize({ width: 1000, height: 800 })
  await page.goto('./')
  await expect(page.getByRole('region', { name: 'Inspector' })).toBeInViewport({ ratio: 0.9 })
  await page.getByRole('tab', { name: 'YAML' }).click()
  await expect(app.yaml.editor).toBeVisible()
  await expect(page.getByRole('region', { name: 'Canvas' })).toBeHidden()
})

test('the palette finds a command by some letters of it', async ({ app, page }) => {
  await app.visit()
  await app.yaml.editor.focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find a command' }).fill('sidecar')
  await expect(page.getByRole('option').first()).toHaveText(/Add a sidecar/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await app.text()).toContain('restartPolicy: Always')
  await app.undo.click()
  expect(await app.text()).not.toContain('restartPolicy: Always')
})

test('F6 goes from pane to pane, out of the editor too', async ({ app, page }) => {
  await app.visit()
  await app.yaml.editor.focus()
  for (const pane of ['Inspector', 'Canvas', 'YAML']) {
    await page.keyboard.press('F6')
    await expect(page.getByRole('region', { name: pane }).locator(':focus')).toHaveCount(1)
  }
})

for (const [width, height] of [
  [1440, 900],
  [1000, 800],
  [390, 844],
] as const)
  test(`${width} × ${height}: notices cover no control of the canvas, nor of what is around it`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.goto('./')
    if (width < 700) await page.getByRole('tab', { name: 'Canvas' }).click()
    await app.canvas.region.getByText('busybox', { exact: true }).click()
    await expect(app.canvas.region.getByRole('toolbar', { name: /busybox/ })).toBeVisible()
    await page.evaluate(() => {
      location.hash = '#v1.damaged'
    })
    const notice = page.getByRole('region', { name: 'Notices' }).getByText('The link can’t be opened')
    await expect(notice).toBeVisible()
    const covered = await page.evaluate(() => {
      const notices = [...document.querySelectorAll('[aria-label="Notices"] > *')]
      const places = notices.map((element) => element.getBoundingClientRect())
      const controls = [...document.querySelectorAll('button, input, textarea, select, a, [role="treeitem"]')]
      return controls
        .filter(
          (control) =>
            control.checkVisibility({ visibilityProperty: true }) &&
            !notices.some((it) => it.contains(control)),
        )
        .filter((control) => {
          const { left, right, top, bottom, width: breadth } = control.getBoundingClientRect()
          // Hidden ones for screen readers have no extent, and the editor's own input is under its text.
          const isSeen = breadth > 1 && control.closest('.monaco-editor') === null
          return (
            isSeen &&
            places.some((it) => left < it.right && right > it.left && top < it.bottom && bottom > it.top)
          )
        })
        .map((control) => control.getAttribute('aria-label') ?? control.textContent)
    })
    expect(covered).toEqual([])
  })
