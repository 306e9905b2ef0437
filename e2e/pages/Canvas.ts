import type { Locator, Page } from '@playwright/test'

/** The Canvas pane: what the diagram shows, and what is added to it. */
export class Canvas {
  readonly page: Page
  readonly region: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'Canvas' })
  }

  /** A button of the toolbar: "Add app container", "Add volume", … */
  tool(name: string): Locator {
    return this.region.getByRole('toolbar', { name: 'Add to the pod' }).getByRole('button', { name })
  }

  /** A node, by the beginning of what a screen reader says of it: "Container nginx", "Volume data", … */
  node(name: string): Locator {
    return this.region
      .getByRole('group', { name: new RegExp(`^${name}\\b`) })
      .and(this.region.locator('.react-flow__node'))
  }

  /** The dot at a side of a card. It has no role: by keyboard there is a command. */
  dot(card: Locator, side: 'left' | 'right' | 'top' | 'bottom'): Locator {
    return card.locator(`.react-flow__handle-${side}`)
  }

  /** Draws a line from a dot to a card or the frame of a pod, with the mouse. */
  async connect(from: Locator, to: Locator): Promise<void> {
    // Waits until the picture stands still.
    await from.hover()
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (start === null || end === null) throw new Error('nothing to draw from or to')
    const { mouse } = this.page
    await mouse.down()
    await mouse.move(start.x + 30, start.y + 30, { steps: 3 })
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 })
    await mouse.up()
  }

  /** A line between two nodes, by what a screen reader says of it. */
  line(name: string): Locator {
    return this.region.getByRole('group', { name }).and(this.region.locator('.react-flow__edge'))
  }
}
