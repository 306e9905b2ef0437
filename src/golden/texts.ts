import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A manifest of the test data: its path, and its text to the letter. */
export interface GoldenText {
  readonly file: string
  readonly text: string
}

/** Manifests of other people, for tests only; where the folder is absent, such tests are skipped and say so. */
const CORPUS = '../shared/corpus/files'

/** Gives every manifest that is committed with the project. */
export function goldenManifests(): GoldenText[] {
  return textsIn('src/golden/manifests')
}

/** Gives the real manifests of other people, or none where they are absent (which is said on the console). */
export function corpusTexts(): GoldenText[] {
  if (existsSync(CORPUS)) return textsIn(CORPUS)
  console.info(`skipped: ${CORPUS} is absent, so the laws are not tried on other people's manifests`)
  return []
}

function textsIn(folder: string): GoldenText[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(folder, entry.name)
      if (entry.isDirectory()) return textsIn(file)
      return /\.ya?ml$/.test(entry.name) ? [{ file, text: readFileSync(file, 'utf8') }] : []
    })
}
