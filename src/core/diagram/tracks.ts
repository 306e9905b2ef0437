/** A line along which others run up or down beside the frames, from its first to its last y. */
export interface Span {
  readonly id: string
  readonly from: number
  readonly to: number
}

/** Kept free above and below a line before another may use the same column. */
const CLEAR = 10

/**
 * Takes spans, those to lie outermost first; gives each a column (0 is the outermost) and the number of columns.
 * A span lies inside every earlier one beside it, so that lines from a row of cards never cross in their channel;
 * spans with no height in common share a column.
 */
export function assignTracks(spans: readonly Span[]): {
  columns: ReadonlyMap<string, number>
  count: number
} {
  const columns = new Map<string, number>()
  const placed: { from: number; to: number; column: number }[] = []
  let count = 0
  for (const { id, from, to } of spans) {
    let column = 0
    for (const other of placed) {
      if (from < other.to + CLEAR && other.from < to + CLEAR) column = Math.max(column, other.column + 1)
    }
    placed.push({ from, to, column })
    columns.set(id, column)
    count = Math.max(count, column + 1)
  }
  return { columns, count }
}
