import { expect, type Locator } from '@playwright/test'
import type { Json } from '../../../src/core/kubernetes/json'
import type { Field, ScalarType } from '../../../src/core/kubernetes/schema/field'
import { wordOf } from '../../../src/core/kubernetes/shape'
import { formatFileMode } from '../../../src/core/kubernetes/values'
import { choiceLabel, isChosen } from './formLabels'
import type { Scope } from './Scope'

/** Fields whose number is typed in octal. */
const MODES: ReadonlySet<string> = new Set(['mode', 'defaultMode'])

/** Types over what a control holds; leaves one that offers a list, which hides the rest of the page while it is open. */
export async function type(control: Locator, text: string): Promise<void> {
  const page = control.page()
  await control.fill(text)
  // An empty text is a value too: Enter sets it.
  if (text === '') await page.keyboard.press('Enter')
  // Asked of the page and not of the control: to find that once more takes long where the form is large.
  if ((await page.evaluate(() => document.activeElement?.role)) !== 'combobox') return
  await page.keyboard.press('Tab')
  await expect(page.locator('[role="combobox"][aria-expanded="true"]')).toHaveCount(0)
}

/** Sets a control to a value. */
export async function setScalar(
  scope: Scope,
  control: Locator,
  field: Field,
  scalar: ScalarType,
  value: Json,
) {
  if (scalar === 'boolean') return press(control, value === true ? 'Yes' : 'No')
  if (isChosen(field)) return scope.select(control, choiceLabel(field, wordOf(value)))
  const isMode = MODES.has(field.name) && typeof value === 'number'
  return type(control, isMode ? formatFileMode(value) : wordOf(value))
}

/** Empties a control, so that its field leaves the manifest. */
export async function clearScalar(scope: Scope, control: Locator, field: Field, scalar: ScalarType) {
  if (scalar === 'boolean') return press(control, /^Not set/)
  if (isChosen(field)) return scope.select(control, choiceLabel(field, ''))
  await control.fill('')
  await control.blur()
}

/** Chooses one of the words that stand side by side. */
function press(control: Locator, word: string | RegExp): Promise<void> {
  return control.getByText(word, { exact: true }).click()
}
