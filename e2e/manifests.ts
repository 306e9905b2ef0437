import { readFileSync } from 'node:fs'
import { loadAll } from 'js-yaml'

/** Takes the name of one of the committed manifests; gives its text. */
export function manifest(name: string): string {
  return readFileSync(new URL(`../src/golden/manifests/${name}`, import.meta.url), 'utf8')
}

/** Takes a text; gives its documents, in order, as js-yaml reads them. */
export function documentsOf(text: string): unknown[] {
  return loadAll(text)
}

/** Takes two texts; gives the lines that went and the lines that came, as `- line` and `+ line`, in order. */
export function lineDifference(before: string, after: string): string[] {
  const old = before.split('\n')
  const now = after.split('\n')
  const common = Array.from({ length: old.length + 1 }, () => now.map(() => 0))
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const row = common[i]
      if (row) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const lines: string[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i += 1
      j += 1
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`- ${old[i]}`)
      i += 1
    } else {
      lines.push(`+ ${now[j]}`)
      j += 1
    }
  }
  return lines
}
