// Takes the README's pictures from the running app into docs/screenshots: a design, and a design that runs.
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

    await page.getByRole('banner').getByRole('button', { name: 'Run', exact: true }).click()
    await page
      .getByRole('timer')
      .filter({ hasText: /00:00:(1[3-9]|[2-5])/ })
      .waitFor()
    const run = page.getByRole('region', { name: 'Run', exact: true })
    await run.getByRole('button', { name: 'Pause' }).click()
    await run.getByRole('tab', { name: 'Files' }).click()
    await run.getByText('index.html').first().waitFor()
    await page.screenshot({ path: `${FOLDER}/run-${colorScheme}.png`, animations: 'disabled' })
    await page.close()
  }
})
