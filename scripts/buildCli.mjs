// Builds the command line program into dist-cli/podwright.js: one file, nothing to install beside it.
import { chmod } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const OUT = fileURLToPath(new URL('../dist-cli/', import.meta.url))

/** Builds the program; gives the path of its file. */
export async function buildCli() {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: 'src/cli/podwright.ts',
      target: 'node20',
      outDir: OUT,
      copyPublicDir: false,
      rolldownOptions: {
        output: { banner: '#!/usr/bin/env node', entryFileNames: 'podwright.js', codeSplitting: false },
      },
    },
  })
  await chmod(`${OUT}podwright.js`, 0o755)
  return `${OUT}podwright.js`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCli()
