import { trimmed, type TextEdit } from '../core/yaml/source'

/** More differing lines than this and the whole stretch between the first and the last is replaced. */
const LARGEST_DISTANCE = 400

/**
 * Takes two texts; gives the edits that turn the first into the second: whole lines that differ (Myers' shortest
 * edit script between the common beginning and end), each trimmed to the characters that differ. In ascending
 * order, with offsets in the first text.
 */
export function difference(before: string, after: string): TextEdit[] {
  if (before === after) return []
  const oldLines = linesOf(before)
  const newLines = linesOf(after)
  let head = 0
  while (head < oldLines.length && head < newLines.length && oldLines[head] === newLines[head]) head++
  let tail = 0
  while (
    tail < oldLines.length - head &&
    tail < newLines.length - head &&
    oldLines[oldLines.length - 1 - tail] === newLines[newLines.length - 1 - tail]
  )
    tail++
  const oldMiddle = oldLines.slice(head, oldLines.length - tail)
  const newMiddle = newLines.slice(head, newLines.length - tail)
  const offset = oldLines.slice(0, head).join('').length
  const edits: TextEdit[] = []
  let position = offset
  let oldAt = 0
  let newAt = 0
  const replace = (oldEnd: number, newEnd: number): void => {
    if (oldEnd === oldAt && newEnd === newAt) return
    const removed = oldMiddle.slice(oldAt, oldEnd).join('')
    const insert = newMiddle.slice(newAt, newEnd).join('')
    edits.push(...trimmed(before, { start: position, end: position + removed.length, insert }))
    position += removed.length
    oldAt = oldEnd
    newAt = newEnd
  }
  for (const [oldIndex, newIndex] of commonLines(oldMiddle, newMiddle)) {
    replace(oldIndex, newIndex)
    position += (oldMiddle[oldIndex] ?? '').length
    oldAt = oldIndex + 1
    newAt = newIndex + 1
  }
  replace(oldMiddle.length, newMiddle.length)
  return edits
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** The lines both have, as pairs of indices, by Myers' O(ND) algorithm; none when they differ too much. */
function commonLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const furthest = new Map<number, number>([[1, 0]])
  const trail: Map<number, number>[] = []
  const longest = Math.min(before.length + after.length, LARGEST_DISTANCE)
  for (let distance = 0; distance <= longest; distance++) {
    trail.push(new Map(furthest))
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const down = takesDown(furthest, diagonal, distance)
      let x = down ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++
      furthest.set(diagonal, x)
      if (x >= before.length && x - diagonal >= after.length)
        return retrace(trail, before.length, after.length)
    }
  }
  return []
}

function takesDown(furthest: ReadonlyMap<number, number>, diagonal: number, distance: number): boolean {
  if (diagonal === -distance) return true
  if (diagonal === distance) return false
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1)
}

function retrace(
  trail: readonly ReadonlyMap<number, number>[],
  endX: number,
  endY: number,
): [number, number][] {
  const pairs: [number, number][] = []
  let x = endX
  let y = endY
  for (let distance = trail.length - 1; distance >= 0; distance--) {
    const furthest = trail[distance] ?? new Map<number, number>()
    const diagonal = x - y
    const previous = takesDown(furthest, diagonal, distance) ? diagonal + 1 : diagonal - 1
    const fromX = furthest.get(previous) ?? 0
    const fromY = fromX - previous
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x--
      y--
      pairs.push([x, y])
    }
    x = fromX
    y = fromY
  }
  return pairs.toReversed()
}
