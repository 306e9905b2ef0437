// Takes the README's pictures from the running app: docs/screenshots/light.png and dark.png.
import { mkdir } from 'node:fs/promises'
import { withBuiltApp } from './builtApp.mjs'

const FOLDER = 'docs/screenshots'

await mkdir(FOLDER, { recursive: true })
await withBuiltApp(async ({ url, browser }) => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 860 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
      colorScheme,
    })
    await page.goto(url)
    await page.getByRole('textbox', { name: /^YAML\./ }).waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByRole('treeitem', { name: /^busybox/ }).click()
    await page.evaluate(() => document.fonts.ready)
    await page.getByRole('button', { name: 'Fit the whole picture' }).click()
    await page.getByRole('heading', { name: 'busybox', level: 2 }).click()
    await page.screenshot({ path: `${FOLDER}/${colorScheme}.png`, animations: 'disabled' })
    await page.close()
  }
})
