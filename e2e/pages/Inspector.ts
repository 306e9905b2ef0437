import type { Locator, Page } from '@playwright/test'

/** The Inspector pane: its outline and the form in it. Counts the clicks made through it. */
export class Inspector {
  readonly page: Page
  readonly region: Locator
  readonly tree: Locator
  /** All that edits the manifest. */
  readonly form: Locator
  clicks = 0

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'Inspector' })
    // By an attribute: a form's parts ask for it many times over.
    this.form = page.locator('fieldset[aria-label="Manifest"]')
    this.tree = this.region.getByRole('tree', { name: 'Outline' })
  }

  /** A row of the outline, by its words. */
  row(name: string | RegExp): Locator {
    return this.tree.getByRole('treeitem', { name })
  }

  /** The row of the outline that is selected. */
  get selectedRow(): Locator {
    return this.tree.getByRole('treeitem', { selected: true })
  }

  /** The text field with this label; of several (rows of a list) the n-th, in the part of the form with that title. */
  field(label: string, part?: string, nth = 0): Locator {
    const where = part === undefined ? this.region : this.part(part)
    return where
      .getByRole('textbox', { name: label, exact: true })
      .or(where.getByRole('combobox', { name: label, exact: true }))
      .nth(nth)
  }

  /** A titled part of the form. */
  part(title: string): Locator {
    return this.region.getByRole('region', { name: title, exact: true })
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1
    await target.click()
  }

  /** Opens a menu and chooses a line of it. */
  async choose(menu: Locator, item: string | RegExp): Promise<void> {
    await this.click(menu)
    await this.click(this.page.getByRole('menuitem', { name: item }))
  }

  /** Types over what is in the focused field. */
  async typeOver(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }
}
