import { defineConfig } from '@playwright/test'
import { findChromium, HOW_TO_GET_CHROMIUM } from './scripts/chromium.mjs'

const launchOptions = findChromium()
if (launchOptions === null) throw new Error(HOW_TO_GET_CHROMIUM)

const port = process.env['PORT'] ?? '4174'

/** The built app, in a real browser. A test that fails now and then is a failing test: no retries. */
export default defineConfig({
  testDir: 'e2e',
  // Every field of the schema, and whole manifests, through the form take minutes: by themselves, with COVERAGE=1.
  testIgnore: process.env['COVERAGE'] === undefined ? ['coverage.spec.ts', 'rebuild.spec.ts'] : [],
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./e2e/coverageTable.ts']],
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    // A trace makes a test half as long again: with TRACE=1 those of failures are kept.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions,
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
  },
})
