/** How columns are written: the least width of one, and what lies between two. */
export interface TabStops {
  readonly least: number
  readonly between: number
}

/** How `kubectl get` writes its tables, and how `kubectl describe` its texts. */
export const TABLE: TabStops = { least: 6, between: 3 }
export const DESCRIPTION: TabStops = { least: 0, between: 2 }

/**
 * Takes lines of cells and how columns are written; gives the text (Go's text/tabwriter). A column is as wide as its
 * widest cell among lines that follow each other and have it; the last cell of a line belongs to no column.
 */
export function writeTabbed(lines: readonly (readonly string[])[], { least, between }: TabStops): string {
  const out: string[] = []
  format([], 0, lines.length)
  return out.map((line) => `${line}\n`).join('')

  function format(widths: readonly number[], from: number, to: number): void {
    const column = widths.length
    const has = (at: number) => at < to && column < (lines[at]?.length ?? 0) - 1
    let written = from
    let at = from
    while (at < to) {
      if (!has(at)) {
        at += 1
        continue
      }
      write(widths, written, at)
      written = at
      while (has(at)) at += 1
      const cells = lines.slice(written, at).map((line) => line[column]?.length ?? 0)
      format([...widths, Math.max(least, ...cells.map((length) => length + between))], written, at)
      written = at
    }
    write(widths, written, to)
  }

  function write(widths: readonly number[], from: number, to: number): void {
    for (const cells of lines.slice(from, to))
      out.push(cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(''))
  }
}
