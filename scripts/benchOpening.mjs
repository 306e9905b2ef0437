// What opening a large manifest costs: milliseconds of work in the page's main thread until form and diagram show it, in
// a new browser context, the editor's code held back (it comes later). Unlike time on the clock this hardly changes with
// what else the machine does. To compare with other builds: node scripts/benchOpening.mjs <folder of a built app> …
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { preview } from 'vite'
import { withBuiltApp } from './builtApp.mjs'
import { quantile } from './quantile.mjs'

const RUNS = 9
const NAME = 'everything'
const text = readFileSync('src/golden/manifests/everything-deployment.yaml', 'utf8')
const fragment = `#v1.${deflateRawSync(text).toString('base64url')}`

/** @typedef {{ work: number, script: number, layout: number }} Sample */

await withBuiltApp(async ({ url, browser }) => {
  const others = await Promise.all(
    process.argv.slice(2).map(async (folder) => {
      const build = { outDir: resolve(folder) }
      const server = await preview({ build, preview: { port: 0 }, logLevel: 'warn' })
      return { name: folder, url: server.resolvedUrls?.local[0] ?? '', server }
    }),
  )
  const builds = [{ name: 'this one', url, server: null }, ...others].map((build) => {
    /** @type {Sample[]} */
    const samples = []
    return { ...build, samples }
  })
  try {
    // The first round warms up. By turns, so that what changes with time changes all alike.
    for (let run = 0; run <= RUNS; run += 1)
      for (const build of run % 2 === 0 ? builds : builds.toReversed()) {
        const sample = await opening(browser, build.url)
        if (run > 0) build.samples.push(sample)
      }
  } finally {
    await Promise.all(others.map(({ server }) => server.close()))
  }
  console.log(
    `\nOpening ${NAME}-deployment.yaml until form and diagram show it (milliseconds of work, ${RUNS} times)\n`,
  )
  console.log('          work             script           layout')
  console.log('median   quartiles   median   quartiles   median   quartiles   build')
  for (const { name, samples } of builds) {
    const cells = /** @type {const} */ (['work', 'script', 'layout']).map((what) => {
      const values = samples.map((sample) => sample[what])
      const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(0))
      return `${middle?.padStart(6)}   ${`${low}–${high}`.padStart(9)}`
    })
    console.log(`${cells.join('   ')}   ${name}`)
  }
})

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @returns {Promise<Sample>}
 */
async function opening(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    await page.route(/YamlPane.*\.js$/, () => undefined)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(url + fragment, { waitUntil: 'commit' })
    await page.waitForFunction(isShown, NAME, { polling: 'raf' })
    const { metrics } = await session.send('Performance.getMetrics')
    /** @param {string} name */
    const of = (name) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000
    return {
      work: of('TaskDuration'),
      script: of('ScriptDuration'),
      layout: of('LayoutDuration') + of('RecalcStyleDuration'),
    }
  } finally {
    await context.close()
  }
}

/**
 * Runs in the page: says whether the form has the name and the diagram its lines, which come last.
 * @param {string} name
 */
function isShown(name) {
  const field = document.querySelector('[data-field="0/metadata/name"]')
  return (
    field instanceof HTMLInputElement &&
    field.value === name &&
    document.querySelector('.react-flow__edge') !== null
  )
}
