import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where distributions put it. */
const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A browser that is not Playwright's own phones home and wants a sandbox that containers lack. */
const SYSTEM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a Chromium: `CHROMIUM_PATH`, the system's, Playwright's own. Gives Playwright's launch options for it, or
 * null where there is none.
 * @returns {{ executablePath?: string, args: string[] } | null}
 */
export function findChromium() {
  const given = process.env['CHROMIUM_PATH']
  const system = given === undefined || given === '' ? SYSTEM_PATHS.find((path) => existsSync(path)) : given
  if (system !== undefined) return existsSync(system) ? { executablePath: system, args: SYSTEM_ARGS } : null
  return existsSync(chromium.executablePath()) ? { args: [] } : null
}

/** What to do where there is none, in one line. */
export const HOW_TO_GET_CHROMIUM =
  'No Chromium found: run `npx playwright install chromium` (or install your system’s chromium), or set CHROMIUM_PATH.'

/** Like {@link findChromium}, but says how to get one and ends the process where there is none. */
export function requireChromium() {
  const found = findChromium()
  if (found !== null) return found
  console.error(HOW_TO_GET_CHROMIUM)
  process.exit(1)
}
