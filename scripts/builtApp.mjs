import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { requireChromium } from './chromium.mjs'

/**
 * Builds the app, serves it, opens a browser, hands both over, and clears all away afterwards.
 * @param {(app: { url: string, browser: import('@playwright/test').Browser }) => Promise<void>} work
 */
export async function withBuiltApp(work) {
  const launchOptions = requireChromium()
  await build({ logLevel: 'warn' })
  const server = await preview({ preview: { port: 4180 }, logLevel: 'warn' })
  const browser = await chromium.launch(launchOptions)
  try {
    const url = server.resolvedUrls?.local[0]
    if (url === undefined) throw new Error('The preview server has no address.')
    await work({ url, browser })
  } finally {
    await browser.close()
    await server.close()
  }
}
