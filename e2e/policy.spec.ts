import { expect, test } from '@playwright/test'
import { complaintsOf } from './fixtures'
import { App } from './pages/App'
import { serveBelow } from './staticServer'

test('works from a folder of a plain static host, under a strict policy', async ({ browser }) => {
  const host = await serveBelow('/some/folder/', 'dist')
  const context = await browser.newContext({ baseURL: host.url, reducedMotion: 'reduce' })
  const complaints = complaintsOf(context, new URL(host.url).origin)
  const page = await context.newPage()
  const app = new App(page)
  const violations: string[] = []
  await page.exposeFunction('violated', (what: string) => violations.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      void Reflect.get(globalThis, 'violated')(`${violatedDirective} ${blockedURI}`)
    })
  })

  await app.visit()
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('  x: y')
  await expect(app.yaml.problem).toContainText('line')
  await expect(app.yaml.squiggle).toBeVisible()
  // The theme is there: keys have another colour than values.
  const words = app.yaml.line('replicas: 1').locator('span span')
  await expect
    .poll(() => words.evaluateAll((parts) => new Set(parts.map((part) => getComputedStyle(part).color)).size))
    .toBeGreaterThan(1)
  // The font is there, and the worker that Monaco thinks in.
  await expect
    .poll(() => page.evaluate(() => document.fonts.check("13px 'JetBrains Mono Variable'")))
    .toBe(true)
  await expect.poll(() => page.workers().length).toBeGreaterThan(0)

  expect(violations).toEqual([])
  expect(complaints).toEqual([])
  await context.close()
  await host.close()
})

test('the page itself forbids inline script, eval and other origins', async ({ page }) => {
  await page.goto('./')
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .evaluate((meta) => meta.getAttribute('content') ?? '')
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy.split(';').find((part) => part.trim().startsWith('script-src')) ?? '').not.toContain(
    'unsafe-inline',
  )
  expect(policy).not.toMatch(/https?:|\*|blob:/)
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.ran = "yes"'
    document.head.append(script)
    return document.documentElement.dataset['ran'] ?? 'no'
  })
  expect(ran).toBe('no')
})
