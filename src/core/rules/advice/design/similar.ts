/** Takes two texts; says whether one edit makes the one of the other: a letter more, less, another, or two swapped. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  return (restA.length <= 1 && restB.length <= 1) || areSwapped(restA, restB)
}

/** Takes two texts; says whether swapping two letters side by side makes the one of the other. */
export function isOneSwapAway(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let first = 0
  while (first < a.length && a[first] === b[first]) first++
  const behind = first + 2
  return areSwapped(a.slice(first, behind), b.slice(first, behind)) && a.slice(behind) === b.slice(behind)
}

function areSwapped(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2 && a !== b && a[0] === b[1] && a[1] === b[0]
}
