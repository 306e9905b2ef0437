import type { Locator, Page } from '@playwright/test'

/** Presses Tab until this has the focus, as somebody without a mouse does; leaves the editor as it says. */
export async function reach(page: Page, target: Locator): Promise<void> {
  // A list of suggestions hides the rest of the page from screen readers until one leaves its field.
  if (await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded') === 'true'))
    await page.keyboard.press('Tab')
  await target.waitFor()
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    const inEditor = await page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)
    if (inEditor) await page.keyboard.press('Escape')
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
  await page.keyboard.press('Enter')
  const line = page.getByRole(role, { name })
  await line.waitFor()
  for (let presses = 0; presses < 20 && !(await hasFocus(line)); presses += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await line.waitFor({ state: 'hidden' })
}
