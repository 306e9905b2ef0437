import type { OutlineRow } from './rows'

/** Takes the rows in sight, the one with the focus and a key; gives the row the key goes to, as in any tree, or null. */
export function rowToGo(rows: readonly OutlineRow[], row: OutlineRow, key: string): OutlineRow | null {
  const at = rows.findIndex((other) => other.key === row.key)
  const next = {
    ArrowDown: rows[at + 1],
    ArrowUp: rows[at - 1],
    Home: rows[0],
    End: rows.at(-1),
    ArrowRight: row.parent ? rows[at + 1] : undefined,
    ArrowLeft: rows.slice(0, Math.max(0, at)).findLast((other) => other.level < row.level),
  }
  return (isWay(key) ? next[key] : undefined) ?? null
}

const WAYS = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft'] as const

function isWay(key: string): key is (typeof WAYS)[number] {
  return WAYS.some((way) => way === key)
}
