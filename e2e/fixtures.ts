import { test as base, expect, type BrowserContext } from '@playwright/test'
import { App } from './pages/App'
import { registerOwn } from './pages/form/Scope'

/**
 * Takes a browser context and the page's origin; gives the list of all that a user's browser would complain of
 * from now on: errors on the console (a violated policy is one), uncaught exceptions, requests to another origin.
 */
export function complaintsOf(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`request to ${url.href}`)
  })
  return complaints
}

/** The test with the app in it. Any complaint of the browser fails the test. */
export const test = base.extend<{ app: App }, { ownEngine: void }>({
  ownEngine: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture uses
    async ({}, use) => {
      await registerOwn()
      await use()
    },
    { scope: 'worker', auto: true },
  ],
  context: async ({ context, baseURL }, use) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const complaints = complaintsOf(context, new URL(baseURL ?? '').origin)
    await use(context)
    expect(complaints, 'the browser’s complaints').toEqual([])
  },
  app: async ({ page }, use) => use(new App(page)),
})

export { expect } from '@playwright/test'
