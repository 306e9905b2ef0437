// Makes docs/rules.md out of the rules (`npm run docs:rules`).
import { writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { runnerImport } from 'vite'

const PAGE = 'docs/rules.md'

const { module } = await runnerImport('./src/core/rules/advice/rulesPage.ts', { configFile: false })
const options = await resolveConfig(PAGE)
await writeFile(PAGE, await format(module.rulesPage(), { ...options, filepath: PAGE }))
console.log(`${PAGE} is made.`)
