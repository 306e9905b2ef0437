import { complaintsOf, expect, test } from './fixtures'
import { documentsOf, manifest } from './manifests'
import { App } from './pages/App'

test('a link opens the same text in a fresh profile', async ({ app, page, browser, baseURL }) => {
  await app.visit()
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('2 # zwölf')
  const text = await app.text()
  await app.header.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share a link' })
  await dialog.getByRole('button', { name: 'Copy the link' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await app.clipboard()
  expect(link).toContain('#v1.')

  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const complaints = complaintsOf(context, new URL(baseURL ?? '').origin)
  const guest = new App(await context.newPage())
  await guest.page.goto(link)
  await guest.yaml.ready()
  await expect(guest.designMenu).toContainText('Shared')
  expect(await guest.text()).toBe(text)
  expect(documentsOf(text)).toHaveLength(2)
  // A reload opens the design, not the link again.
  await guest.page.reload()
  await guest.yaml.ready()
  expect(guest.page.url()).not.toContain('#')
  expect(await guest.text()).toBe(text)
  expect(complaints).toEqual([])
  await context.close()
})

test('a link never overwrites a design of one’s own', async ({ app, page }) => {
  await app.visit()
  await app.yaml.goToEndOf('replicas: 1')
  await page.keyboard.type('7')
  const own = await app.text()
  await app.open('kind: ConfigMap\n')
  expect(await app.text()).toBe('kind: ConfigMap\n')
  await app.choose(app.designMenu, 'Sidecar example')
  expect(await app.text()).toBe(own)
})

test('a damaged link is said to be one, and nothing else happens', async ({ app, page }) => {
  await page.goto('./#v1.AAAA')
  // A notice goes by itself: seen before the editor is there.
  await expect(
    page.getByRole('region', { name: 'Notices' }).getByText('The link can’t be opened'),
  ).toBeVisible()
  await app.yaml.ready()
  expect(await app.text()).toBe(manifest('seed-2.yaml'))
})
