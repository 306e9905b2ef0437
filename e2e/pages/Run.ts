import { expect, type Locator, type Page } from '@playwright/test'

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

  /** The way along the marks of a lane by keyboard. */
  marks(lane: RegExp): Locator {
    return this.lanes.getByRole('slider', { name: lane })
  }

  /** What is said of what is pointed at. */
  get card(): Locator {
    return this.page.getByRole('tooltip')
  }

  /** The first mark of a shape in a lane, as a place for the pointer. */
  async firstMark(lane: RegExp, shape: string): Promise<{ readonly x: number; readonly y: number }> {
    const row = this.lanes
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('slider', { name: lane }) })
    const mark = row.locator(`[data-shape=${shape}]`)
    let box = await mark.boundingBox()
    // Time that was asked for before the pause may still come, and moves what is drawn.
    await expect
      .poll(
        async () => {
          const before = box
          box = await mark.boundingBox()
          return before !== null && before.x === box?.x
        },
        { intervals: [200] },
      )
      .toBe(true)
    if (box === null) throw new Error(`There is no mark ${shape}`)
    return { x: box.x + 2, y: box.y + box.height / 2 }
  }

  /** The file that is open: its text. */
  get content(): Locator {
    return this.side.getByLabel(/^Content of/)
  }

  file(name: RegExp): Locator {
    return this.side.getByRole('button', { name })
  }

  /** What is to be known or decided, above the lanes. */
  get bar(): Locator {
    return this.region.getByRole('note')
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name })
  }

  get speed(): Locator {
    return this.region.getByRole('combobox', { name: 'Speed' })
  }

  async setSpeed(speed: string): Promise<void> {
    await this.speed.click()
    await this.page.getByRole('option', { name: speed }).click()
  }

  /** The menu of what may be done to something. */
  act(name: string): Locator {
    return this.lanes.getByRole('button', { name: `Intervene: ${name}` })
  }

  /** Chooses a line of the menu of what may be done to something. */
  async intervene(name: string, ...lines: readonly (string | RegExp)[]): Promise<void> {
    await this.act(name).click()
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
