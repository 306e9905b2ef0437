// Runs a command of `podwright` from the checkout: builds the program and hands it the arguments.
import { spawnSync } from 'node:child_process'
import { buildCli } from './buildCli.mjs'

const program = await buildCli()
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(status ?? 2)
