import { deflateRawSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { Canvas } from './Canvas'
import { Docs } from './Docs'
import { Inspector } from './Inspector'
import { Yaml } from './Yaml'

/** Takes a text; gives the app's share link to it, from the app's own address. */
function linkTo(text: string): string {
  return `./#v1.${deflateRawSync(Buffer.from(text, 'utf8')).toString('base64url')}`
}

/** The whole page: the header and its menus, and the panes. */
export class App {
  readonly page: Page
  readonly inspector: Inspector
  readonly canvas: Canvas
  readonly yaml: Yaml
  readonly docs: Docs
  readonly header: Locator
  readonly undo: Locator
  readonly redo: Locator
  readonly designMenu: Locator

  constructor(page: Page) {
    this.page = page
    this.inspector = new Inspector(page)
    this.canvas = new Canvas(page)
    this.yaml = new Yaml(page)
    this.docs = new Docs(page)
    this.header = page.getByRole('banner')
    this.undo = this.header.getByRole('button', { name: 'Undo' })
    this.redo = this.header.getByRole('button', { name: 'Redo' })
    this.designMenu = this.header.getByRole('button', { name: /^Design:/ })
  }

  /** Opens the page as a first visitor does. */
  async visit(): Promise<void> {
    await this.page.goto('./')
    await this.yaml.ready()
  }

  /** Opens the page on this text, through a share link. */
  async open(text: string): Promise<void> {
    await this.page.goto(linkTo(text))
    await this.page.waitForURL((url) => url.hash === '')
    await this.yaml.ready()
  }

  /** Chooses a line of a menu of the header. */
  async choose(menu: Locator, item: string | RegExp): Promise<void> {
    await menu.click()
    await this.menuItem(item).click()
  }

  /** A line of the open menu. */
  menuItem(name: string | RegExp): Locator {
    return this.page.getByRole('menuitem', { name }).or(this.page.getByRole('menuitemcheckbox', { name }))
  }

  /** Starts a design from what "New" offers. */
  async startFrom(starter: string): Promise<void> {
    await this.choose(this.header.getByRole('button', { name: 'New' }), starter)
  }

  /** The texts that the browser keeps for this page. */
  keptTexts(): Promise<string[]> {
    return this.page.evaluate(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('podwright/design/'))
        .map((key) => String(JSON.parse(localStorage.getItem(key) ?? '{}').text)),
    )
  }

  /** The text that the Copy button gives. */
  async text(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing was copied'))
    await this.header.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect.poll(() => this.clipboard(), { intervals: [20, 50, 100] }).not.toBe('nothing was copied')
    return this.clipboard()
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Presses Download; gives the file's name and its text. */
  async download(): Promise<{ name: string; text: string }> {
    const begun = this.page.waitForEvent('download')
    await this.header.getByRole('button', { name: 'Download' }).click()
    const download = await begun
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
}
