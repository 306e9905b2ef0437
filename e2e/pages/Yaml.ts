import type { Locator, Page } from '@playwright/test'

/** The YAML pane. What it shows is read as a user can: from the lines on screen, or by copying all of it. */
export class Yaml {
  readonly page: Page
  readonly region: Locator
  readonly editor: Locator
  readonly problem: Locator
  readonly glowing: Locator
  readonly selected: Locator
  readonly squiggle: Locator
  readonly suggestions: Locator
  readonly suggestionDocs: Locator
  readonly hover: Locator
  readonly path: Locator
  readonly renameBox: Locator
  readonly references: Locator
  readonly message: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'YAML', exact: true })
    this.editor = this.region.getByRole('textbox', { name: /^YAML\./ })
    this.problem = this.region.getByRole('status')
    // Monaco draws these; a class is all they have.
    this.glowing = this.region.locator('.view-overlays [class*="glow"]')
    this.selected = this.region.locator('.margin [class*="selectedBar"]')
    this.squiggle = this.region.locator('.squiggly-error')
    this.suggestions = page.getByRole('main').locator('.suggest-widget')
    this.suggestionDocs = page.getByRole('main').locator('.suggest-details')
    this.path = this.region.getByRole('navigation', { name: 'Path' })
    this.renameBox = page.getByRole('main').locator('.rename-box input')
    this.references = this.region.locator('.peekview-widget')
    this.message = page.getByRole('main').locator('.monaco-editor-overlaymessage')
    this.hover = page.getByRole('main').locator('.monaco-resizable-hover')
  }

  async ready(): Promise<void> {
    await this.editor.waitFor()
  }

  /** One of the things that are offered where somebody types. */
  suggestion(name: string | RegExp): Locator {
    return this.suggestions.getByRole('option', { name })
  }

  /** A line on screen that holds these words. */
  line(words: string | RegExp): Locator {
    return this.region.locator('.view-line').filter({ hasText: words })
  }

  /** Puts the cursor at the end of a line on screen. */
  async goToEndOf(words: string | RegExp): Promise<void> {
    await this.line(words).first().click()
    await this.page.keyboard.press('End')
  }

  /** Ctrl+clicks a word. By its place: as soon as the key is down, the editor draws it anew as a link. */
  async followWord(word: Locator): Promise<void> {
    const box = await word.boundingBox()
    if (box === null) throw new Error('The word is not on screen')
    await this.page.keyboard.down('ControlOrMeta')
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await this.page.keyboard.up('ControlOrMeta')
  }

  /** The number of the line the cursor is on, as the editor marks it. */
  activeLine(): Locator {
    return this.region.locator('.margin .line-numbers.active-line-number')
  }

  /** Everything in the editor, by selecting all and copying it. */
  async text(): Promise<string> {
    await this.editor.focus()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.press('ControlOrMeta+c')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Which lines of the text are on screen, by their numbers. */
  async visibleLines(): Promise<number[]> {
    const numbers = await this.region.locator('.margin .line-numbers').allInnerTexts()
    return numbers.map(Number).toSorted((a, b) => a - b)
  }

  /** Watches from now on; gives what reads out the lines that have lit up, each as it stood then. */
  async watchGlow(): Promise<() => Promise<string[]>> {
    const seen = await this.region.evaluateHandle((region) => {
      const lines = new Set<string>()
      const look = (): void => {
        for (const glow of region.querySelectorAll('.view-overlays [class*="glow"]')) {
          const top = glow.parentElement?.style.top
          for (const line of region.querySelectorAll<HTMLElement>('.view-line')) {
            if (line.style.top === top) lines.add(line.innerText.replaceAll('\u00A0', ' ').trim())
          }
        }
      }
      new MutationObserver(look).observe(region, { subtree: true, childList: true })
      return lines
    })
    return () => seen.evaluate((lines) => [...lines])
  }
}
