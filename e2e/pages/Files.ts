import type { Locator, Page } from '@playwright/test'
import type { Inspector } from './Inspector'

/** The files of a ConfigMap or a Secret in the inspector: a tab each, the chosen one below. */
export class Files {
  readonly page: Page
  readonly part: Locator
  readonly tabs: Locator
  readonly panel: Locator
  readonly key: Locator
  readonly value: Locator
  readonly show: Locator

  constructor(inspector: Inspector) {
    this.page = inspector.page
    this.part = inspector.part('Files')
    this.tabs = this.part.getByRole('tab')
    this.panel = this.part.getByRole('tabpanel')
    this.key = this.panel.getByRole('textbox', { name: 'Key', exact: true })
    this.value = this.panel.getByRole('textbox', { name: 'Value', exact: true })
    this.show = this.panel.getByRole('button', { name: 'Show', exact: true })
  }

  tab(key: string): Locator {
    return this.part.getByRole('tab', { name: key, exact: true })
  }

  /** Adds a file with that key and value. */
  async add(key: string, value: string): Promise<void> {
    await this.part.getByRole('button', { name: 'Add file' }).click()
    await this.key.fill(key)
    await this.value.fill(value)
  }

  /** Presses a button that asks for a file of the machine, and gives it one. */
  async give(button: string, name: string, bytes: Buffer): Promise<void> {
    const asked = this.page.waitForEvent('filechooser')
    await this.part.getByRole('button', { name: button }).click()
    await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  }
}
