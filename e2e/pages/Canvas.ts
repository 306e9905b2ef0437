import type { Locator, Page } from '@playwright/test'

/** The Canvas pane: what the diagram shows, and what is added to it. */
export class Canvas {
  readonly region: Locator

  constructor(page: Page) {
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

  /** A line between two nodes, by what a screen reader says of it. */
  line(name: string): Locator {
    return this.region.getByRole('group', { name }).and(this.region.locator('.react-flow__edge'))
  }
}
