import { selectors, type Locator, type Page } from '@playwright/test'

/**
 * Finds what is not in a titled group or a row inside the one that is looked at. Runs in the page, where it is many
 * times quicker than Playwright's reading of `:not(:scope …)`; it can use nothing from outside.
 */
function ownEngine() {
  const queryAll = (root: ParentNode, selector: string): Element[] =>
    [...root.querySelectorAll(selector)].filter((element) => {
      const holder = element.parentElement?.closest('fieldset[aria-label], fieldset[aria-labelledby], li')
      return !holder || holder.contains(root)
    })
  return { query: (root: ParentNode, selector: string) => queryAll(root, selector)[0] ?? null, queryAll }
}

/** Lets locators ask for what is a scope's own (`own=*`): each worker once, before it opens a page. */
export function registerOwn(): Promise<void> {
  return selectors.register('own', ownEngine)
}

/** A mapping's part of a form: the form itself, a titled group, a row of a list. Finds what is its own by role and label. */
export class Scope {
  readonly page: Page
  readonly root: Locator
  /** The whole form that it is a part of. */
  private readonly form: Locator

  constructor(page: Page, root: Locator, form = root) {
    this.page = page
    this.root = root
    this.form = form
  }

  /** Of all these in the form, those that are in it and not in a group or a row inside. */
  own(anywhere: Locator): Locator {
    // Not narrowed to the root a second time: the way to a place deep in a form would double with each step.
    return this.root.locator('own=*').and(anywhere)
  }

  button(name: string | RegExp): Locator {
    return this.own(this.form.getByRole('button', { name, exact: true }))
  }

  /** The control with that label. */
  control(name: string | RegExp): Locator {
    const { form } = this
    return this.own(
      form
        .getByRole('textbox', { name, exact: true })
        .or(form.getByRole('combobox', { name, exact: true }))
        .or(form.getByRole('radiogroup', { name, exact: true })),
    ).first()
  }

  /** The titled part of that name; of one in another of the same name the inner one. */
  group(name: string | RegExp): Scope {
    const { page, form } = this
    const titled = form
      .getByRole('group', { name, exact: true })
      .or(form.getByRole('region', { name, exact: true }))
    return new Scope(page, this.own(titled).last(), form)
  }

  row(index: number): Scope {
    return new Scope(this.page, this.own(this.form.getByRole('listitem')).nth(index), this.form)
  }

  rowCount(): Promise<number> {
    return this.own(this.form.getByRole('listitem')).count()
  }

  async has(inside: Locator): Promise<boolean> {
    return (await inside.count()) > 0
  }

  /** Waits until what was asked for has been drawn and has the focus: the page does it within three frames. */
  async drawn(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((done) => {
          const after = (frames: number): void => {
            if (frames === 0) done()
            else requestAnimationFrame(() => after(frames - 1))
          }
          after(3)
        }),
    )
  }

  /** Opens a searchable list and takes the entry with that label. */
  async pick(opener: Locator, name: RegExp, search = ''): Promise<void> {
    await opener.click()
    const list = this.page.getByRole('dialog')
    if (search !== '') await list.getByRole('combobox').fill(search)
    await list.getByRole('option', { name }).first().click()
    await this.drawn()
  }

  /** Opens a menu and takes the line that begins so. */
  async choose(opener: Locator, name: string): Promise<void> {
    await opener.click()
    const lines = this.page.getByRole('menuitem')
    await lines
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .first()
      .click()
    await this.drawn()
  }

  /** Opens the list of a select and takes the option with that label; of two the later one. */
  async select(control: Locator, name: string | RegExp): Promise<void> {
    await control.click()
    const options = this.page.getByRole('option')
    const option = options.filter({ has: this.page.getByText(name, { exact: true }) }).last()
    await option.click()
    await option.waitFor({ state: 'hidden' })
  }
}
