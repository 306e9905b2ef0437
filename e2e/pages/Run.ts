import type { Locator, Page } from '@playwright/test'

/** The drawer's run and terminal, and the button that starts the design. */
export class Run {
  readonly start: Locator
  readonly region: Locator
  readonly lanes: Locator
  readonly clock: Locator
  readonly playhead: Locator
  readonly log: Locator
  readonly side: Locator
  readonly terminal: Locator
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
    this.start = page.getByRole('banner').getByRole('button', { name: 'Run', exact: true })
    this.region = page.getByRole('region', { name: 'Run', exact: true })
    this.lanes = this.region.getByRole('list', { name: 'Lanes' })
    this.clock = this.region.getByRole('timer')
    this.playhead = this.region.getByRole('slider', { name: 'Moment shown' })
    this.side = this.region.getByRole('region', { name: 'The chosen container' })
    this.log = this.side.getByRole('list', { name: 'Log' })
    this.terminal = page.getByRole('region', { name: 'Terminal' })
  }

  /** The row of a pod: its name, READY, STATUS and RESTARTS. */
  pods(name: RegExp = /./): Locator {
    return this.lanes
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: /containers and volumes$/ }) })
      .filter({ hasText: name })
  }

  /** A stretch of a container's lane. */
  span(words: RegExp): Locator {
    return this.lanes.getByRole('button', { name: words })
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name })
  }

  async setSpeed(speed: string): Promise<void> {
    await this.region.getByRole('combobox', { name: 'Speed' }).click()
    await this.page.getByRole('option', { name: speed }).click()
  }

  /** Chooses a line of the menu of what may be done to something. */
  async intervene(name: string, ...lines: readonly (string | RegExp)[]): Promise<void> {
    await this.lanes.getByRole('button', { name: `Intervene: ${name}` }).click()
    for (const line of lines) await this.page.getByRole('menuitem', { name: line }).click()
  }

  async chooseContainer(name: string): Promise<void> {
    await this.side.getByRole('combobox', { name: 'Container' }).click()
    await this.page.getByRole('option', { name }).first().click()
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true })
  }

  /** Types a line into the terminal. */
  async type(line: string): Promise<void> {
    await this.terminal.getByRole('textbox').focus()
    await this.page.keyboard.type(line)
    await this.page.keyboard.press('Enter')
  }
}
