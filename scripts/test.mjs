// Runs every `test:*` script of package.json, in its order there (quick ones first), goes on after a failure so that
// one run shows all of them, and sums up: name, result, seconds.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const names = Object.keys(scripts).filter((name) => name.startsWith('test:'))

const results = names.map((name) => {
  console.log(`\n── ${name}: ${scripts[name]}`)
  const start = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', name], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return { name, passed: status === 0, seconds: (performance.now() - start) / 1000 }
})

console.log('')
for (const { name, passed, seconds } of results) {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s`)
}
const failed = results.filter(({ passed }) => !passed)
if (failed.length > 0) process.exit(1)
