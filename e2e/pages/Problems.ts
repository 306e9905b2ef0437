import type { Locator, Page } from '@playwright/test'

/** The list of problems below the panes, and the button that opens it. */
export class Problems {
  readonly button: Locator
  readonly region: Locator

  constructor(page: Page) {
    this.button = page.getByRole('banner').getByRole('button', { name: /problems?$|^Checking/ })
    this.region = page.getByRole('region', { name: 'Problems' })
  }

  async open(): Promise<void> {
    await this.button.click()
    await this.region.waitFor()
  }

  /** The line of the list with these words. */
  row(words: RegExp): Locator {
    return this.region.getByRole('listitem').filter({ hasText: words }).getByRole('button').first()
  }
}
