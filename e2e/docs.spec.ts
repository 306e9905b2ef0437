import { axe } from './axe'
import { expect, test } from './fixtures'
import { manifest } from './manifests'

const SEED = manifest('seed-2.yaml')

test('F1 shows what the field in focus means, in the form and in the YAML, and hides it', async ({
  app,
  page,
}) => {
  await app.open(SEED)
  await app.inspector.row(/busybox/).click()
  await expect(app.docs.region).toBeHidden()
  await page.keyboard.press('F1')
  await expect(app.docs.title).toHaveText('Container')
  await expect(app.docs.region).toContainText('A single application container')

  // An unset field: nothing stands there yet.
  const field = app.inspector.field('Sub path')
  await field.focus()
  await expect(app.docs.title).toHaveText('subPath')
  await expect(app.docs.region).toContainText('Path within the volume')
  await expect(app.docs.region).toContainText('subPath: conf/app.conf')
  await expect(field).toBeFocused()
  await expect(app.docs.reference).toHaveAttribute(
    'href',
    /^https:\/\/kubernetes\.io\/docs\/.*#volumemount-v1-core$/,
  )

  await app.yaml.goToEndOf('replicas: 1')
  await expect(app.docs.title).toHaveText('replicas')
  await expect(app.docs.region).toContainText('whole number · default 1')

  await page.keyboard.press('F1')
  await expect(app.docs.region).toBeHidden()
  await expect(app.yaml.editor).toBeFocused()
})

test('allowed values are told with what each means; a field nobody knows says nothing', async ({ app }) => {
  await app.open('apiVersion: v1\nkind: Pod\nspec:\n  restartPolicy: Always\n  nonsense: 1\n')
  await app.yaml.goToEndOf('restartPolicy')
  await app.page.keyboard.press('F1')
  await expect(app.docs.region.getByRole('term')).toHaveText(['Always', 'Never', 'OnFailure'])
  await expect(app.docs.region).toContainText('restartPolicy: Always')
  await app.yaml.goToEndOf('nonsense')
  await expect(app.docs.title).toHaveText('Docs')
  await expect(app.docs.region).toContainText('Go to a field')
})

test('it is remembered, closed by its button, and named in the palette', async ({ app, page }) => {
  await app.open(SEED)
  await page.keyboard.press('F1')
  await expect(app.docs.region).toBeVisible()
  await page.reload()
  await expect(app.docs.region).toBeVisible()
  await app.docs.close.click()
  await expect(app.docs.region).toBeHidden()
  await expect(page.locator('[data-pane=inspector]')).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('documentation')
  await page.keyboard.press('Enter')
  await expect(app.docs.region).toBeVisible()
})

for (const theme of ['light', 'dark'] as const) {
  test(`in ${theme} it passes axe, on a wall and on a phone, where it is a sheet over any pane`, async ({
    app,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme })
    await app.open(SEED)
    await app.yaml.goToEndOf('replicas: 1')
    await page.keyboard.press('F1')
    await expect(app.docs.title).toHaveText('replicas')
    const wide = await axe(page).include('section[aria-label=Docs]').include('nav[aria-label=Path]').analyze()
    expect(wide.violations).toEqual([])

    await page.setViewportSize({ width: 400, height: 800 })
    await page.getByRole('tab', { name: 'YAML' }).click()
    await expect(app.docs.region).toBeInViewport()
    const narrow = await axe(page)
      .include('section[aria-label=Docs]')
      .include('nav[aria-label=Path]')
      .analyze()
    expect(narrow.violations).toEqual([])
    await app.docs.close.click()
    await expect(app.docs.region).toBeHidden()
  })
}
