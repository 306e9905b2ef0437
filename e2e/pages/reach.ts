import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until this has the focus, as somebody without a mouse does; leaves the editor as it says. */
export async function reach(page: Page, target: Locator): Promise<void> {
  // A list of suggestions hides the rest of the page from screen readers until one leaves its field.
  if (await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded') === 'true'))
    await page.keyboard.press('Tab')
  // Looked for once: to find an element by its role takes long on a page with so many.
  let element = await target.elementHandle()
  for (let presses = 0; presses < 150; presses += 1) {
    const at = await element?.evaluate((wanted) => {
      if (!wanted.isConnected) return 'drawn anew'
      const { activeElement } = document
      if (activeElement === wanted) return 'there'
      return activeElement?.closest('.monaco-editor') ? 'in the editor' : 'elsewhere'
    })
    if (at === 'there') return
    if (at === 'drawn anew') {
      element = await target.elementHandle()
      continue
    }
    if (at === 'in the editor') await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

/** Whether an option or a line of the outline is the one that keys act on. */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => element === document.activeElement || element.hasAttribute('data-highlighted'),
  )
}

/** Opens the select or the menu that has the focus and takes the line that begins so. */
export async function chooseByKeys(page: Page, role: 'option' | 'menuitem', name: RegExp): Promise<void> {
  const lines = page.getByRole(role)
  const active = (): Promise<number> =>
    lines.evaluateAll((elements) =>
      elements.findIndex(
        (element) => element === document.activeElement || element.hasAttribute('data-highlighted'),
      ),
    )
  const moved = (from: number): Promise<void> =>
    expect.poll(active, { intervals: [10, 20, 50, 100] }).not.toBe(from)
  await page.keyboard.press('Enter')
  const line = page.getByRole(role, { name })
  await line.waitFor()
  // A line that keys act on follows a moment later, as does the next one.
  await moved(-1)
  for (let presses = 0; presses < 20 && !(await hasFocus(line)); presses += 1) {
    const before = await active()
    await page.keyboard.press('ArrowDown')
    await moved(before)
  }
  await page.keyboard.press('Enter')
  await line.waitFor({ state: 'hidden' })
}
