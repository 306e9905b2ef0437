import type { Page } from '@playwright/test'
import { axe } from './axe'
import { expect, test } from './fixtures'
import { manifest } from './manifests'
import { Run } from './pages/Run'

/** What stands below the panes. */
const DRAWER = '[data-drawer]'
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violationsOn(page: Page, part = ':root'): Promise<string[]> {
  const { violations, passes } = await axe(page)
    .include(part)
    .withTags(STANDARD)
    // Sentinels at the ends of an open menu or dialog: they pass the focus on, and must not be announced.
    .exclude('[data-base-ui-focus-guard]')
    .analyze()
  // A check that looked at nothing passes too.
  expect(passes.length).toBeGreaterThan(10)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the three panes, ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await app.visit()
    expect(await violationsOn(page), 'the running example').toEqual([])

    await app.inspector.row(/^busybox/).click()
    await app.yaml.editor.focus()
    expect(await violationsOn(page), 'a selected container, the editor focused').toEqual([])

    await app.yaml.goToEndOf('kind: Deployment')
    await page.keyboard.type('  x: y')
    await expect(app.yaml.problem).toContainText('Go to line')
    expect(await violationsOn(page), 'text that cannot be read').toEqual([])
  })

  test(`a manifest with everything, ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await app.open(manifest('everything-deployment.yaml'))
    expect(await violationsOn(page)).toEqual([])
  })

  test(`a running design and its terminal, ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await app.visit()
    const run = new Run(page)
    await run.start.click()
    await expect(run.pods(/2\/2 {2}Running/)).toBeVisible()
    await run.button('Pause').click()
    expect(await violationsOn(page), 'the timeline').toEqual([])
    // The rest of the page stays as it was.
    for (const tab of ['Files', 'Events', 'Requests', 'Environment']) {
      await run.tab(tab).click()
      expect(await violationsOn(page, DRAWER), tab).toEqual([])
    }
    await run.tab('Terminal').click()
    await run.type('kubectl get pods')
    await expect(run.terminal).toContainText('2/2')
    expect(await violationsOn(page, DRAWER), 'the terminal').toEqual([])
  })

  test(`forms of other objects, ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await app.open(manifest('config.yaml'))
    await app.inspector.row(/^app-config/).click()
    expect(await violationsOn(page), 'a ConfigMap').toEqual([])
    await app.inspector.row(/^app-secret/).click()
    await app.inspector.button('Show').click()
    expect(await violationsOn(page), 'a Secret, shown').toEqual([])
    await app.open(manifest('around.yaml'))
    for (const kind of ['Ingress', 'PodDisruptionBudget']) {
      await app.inspector.row(new RegExp(kind)).click()
      expect(await violationsOn(page), kind).toEqual([])
    }
  })

  test(`menus and dialogs, ${colorScheme}`, async ({ app, page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme })
    await app.visit()
    await app.header.getByRole('button', { name: 'New' }).click()
    await expect(app.menuItem(/^Blank/)).toBeVisible()
    expect(await violationsOn(page), 'a menu').toEqual([])
    await page.keyboard.press('Escape')
    for (const dialog of ['Share a link…', 'Rename the design…', 'Show the keyboard shortcuts']) {
      await page.keyboard.press('ControlOrMeta+k')
      await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
      await page.keyboard.type(dialog.replace('…', ''))
      expect(await violationsOn(page, '[role=dialog]'), 'the palette').toEqual([])
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).not.toHaveAccessibleName('Find a command')
      expect(await violationsOn(page), dialog).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  })
}

test('360 pixels wide', async ({ app, page }) => {
  test.slow()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('./')
  for (const pane of ['Inspector', 'Canvas', 'YAML']) {
    await page.getByRole('tab', { name: pane }).click()
    if (pane === 'YAML') await app.yaml.ready()
    expect(await violationsOn(page), pane).toEqual([])
  }
})
