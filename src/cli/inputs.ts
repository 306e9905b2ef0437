import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'

/** A text to check. */
export interface Input {
  /** As it is told: the path as given, `-` for standard input. */
  readonly file: string
  readonly read: () => Promise<string>
}

const MANIFEST = /\.(ya?ml|json)$/i

/** Folders that hold no manifests of one's own. */
const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git'])

/**
 * Takes what is named on the command line and standard input; gives the texts: of a folder every .yaml, .yml and .json
 * file in it, in order of their names. Throws where something named is not there, or a folder has none.
 */
export async function inputsOf(names: readonly string[], stdin: NodeJS.ReadableStream): Promise<Input[]> {
  const inputs: Input[] = []
  for (const name of names.length === 0 ? ['-'] : names) {
    if (name === '-') {
      // It can be read once only.
      const text = textOf(stdin)
      inputs.push({ file: '-', read: () => text })
    } else if ((await stat(name)).isDirectory()) {
      const found = await inFolder(name)
      // A wrong path in a pipeline must not pass for ever.
      if (found.length === 0) throw new Error(`There is no .yaml, .yml or .json file in ${name}`)
      inputs.push(...found)
    } else inputs.push({ file: name, read: () => readFile(name, 'utf8') })
  }
  return inputs
}

/** Mounted ConfigMaps and build sandboxes are all links. */
async function leadsToFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false
  // One that leads nowhere is told when it is read.
  return stat(path).then(
    (target) => target.isFile(),
    () => true,
  )
}

async function inFolder(folder: string): Promise<Input[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const inputs: Input[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) inputs.push(...(await inFolder(path)))
    else if (MANIFEST.test(entry.name) && (entry.isFile() || (await leadsToFile(entry, path))))
      inputs.push({ file: path, read: () => readFile(path, 'utf8') })
  }
  return inputs
}
