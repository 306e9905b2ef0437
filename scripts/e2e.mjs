// Builds the app and runs the browser tests against the build. Arguments go to Playwright (a file, `-g words`, …).
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { build } from 'vite'
import { requireChromium } from './chromium.mjs'

requireChromium()
await build({ logLevel: 'warn' })

const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, PORT: String(await freePort()) },
})
process.exit(status ?? 1)

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
