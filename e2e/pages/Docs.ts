import type { Locator, Page } from '@playwright/test'

/** The card with the documentation of the field in focus. */
export class Docs {
  readonly region: Locator
  readonly title: Locator
  readonly close: Locator
  readonly reference: Locator

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Docs' })
    this.title = this.region.getByRole('heading', { level: 2 })
    this.close = this.region.getByRole('button', { name: 'Close the docs' })
    this.reference = this.region.getByRole('link', { name: /in the API reference/ })
  }
}
