import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { documentsOf, manifest } from './manifests'

/** A hand with a mouse and a keyboard that counts its clicks. */
class Hand {
  clicks = 0
  private readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1
    await target.click()
  }

  /** Types into what has the focus, over what is there. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
}

test('from blank to the running example, by form and canvas only', async ({ app, page }) => {
  test.slow()
  const { inspector, canvas } = app
  await app.visit()
  const hand = new Hand(page)
  const choose = (name: RegExp): Promise<void> => hand.click(page.getByRole('menuitem', { name }))

  await test.step('seed-1', async () => {
    await hand.click(app.header.getByRole('button', { name: 'New' }))
    await choose(/^Blank/)

    await hand.click(inspector.field('Name'))
    await hand.write('test')
    await hand.press('Tab')
    await hand.write('default')
    const labels = inspector.part('Labels')
    await hand.click(labels.getByRole('textbox', { name: 'Key' }))
    await hand.write('app.kubernetes.io/env')
    await hand.press('Tab')
    await hand.write('production')
    await hand.click(labels.getByRole('button', { name: 'Add label' }))
    await hand.write('app.kubernetes.io/project')
    await hand.press('Tab')
    await hand.write('sample_project')
    await hand.click(inspector.part('Pod labels').getByRole('textbox', { name: 'Key' }))
    await hand.write('app.kubernetes.io/project')
    await hand.press('Tab')
    await hand.write('sample_project')

    await hand.click(canvas.tool('Add app container'))
    await hand.write('nginx:1.17')
    await hand.press('Tab', 'Tab')
    await hand.write('80')
    await hand.press('Enter')
    await expect(inspector.region.getByRole('heading', { name: 'nginx' })).toBeVisible()
    await hand.click(canvas.tool('Add app container'))
    await hand.write('busybox:latest')
    await hand.press('Enter')
    await hand.click(inspector.button('Write a script'))
    await hand.write("while true; do echo $(date -u) 'this is a log' > /var/log/index.html; sleep 5;done")

    await hand.click(canvas.tool('Add volume'))
    await choose(/^Empty directory/)
    await hand.click(inspector.field('Mount path of data in nginx'))
    await hand.write('/usr/share/nginx/html')
    await hand.click(inspector.field('Mount path of data in busybox'))
    await hand.write('/var/log')

    await hand.click(canvas.tool('Add Service'))
    await hand.click(inspector.field('Name'))
    await hand.write('nginx-svc')
    await hand.click(inspector.field('Type'))
    await hand.click(page.getByRole('option', { name: /^Node port/ }))

    expect(documentsOf(await app.text())).toEqual(documentsOf(manifest('seed-1.yaml')))
    test.info().annotations.push({ type: 'clicks for seed-1', description: String(hand.clicks) })
    console.log(`seed-1 took ${hand.clicks} clicks`)
    expect(hand.clicks).toBeLessThanOrEqual(20)
  })

  await test.step('seed-2', async () => {
    await hand.click(inspector.row(/^busybox/))
    await hand.click(inspector.field('Script for sh -c'))
    await hand.write(
      "while true; do echo $(date -u) 'this is a log , This is the Pod name $(POD_NAME)' > /var/log/index.html; sleep 5;done",
    )
    await hand.click(inspector.button('Add variable'))
    await hand.write('POD_NAME')
    await hand.click(inspector.field('Source', 'Environment'))
    await hand.click(page.getByRole('option', { name: /^Pod field/ }))
    await hand.click(inspector.row(/^nginx-svc/))
    await hand.click(inspector.field('Type'))
    await hand.click(page.getByRole('option', { name: /^Load balancer/ }))

    expect(documentsOf(await app.text())).toEqual(documentsOf(manifest('seed-2.yaml')))
    console.log(`seed-2 took ${hand.clicks} clicks in all`)
  })
})
