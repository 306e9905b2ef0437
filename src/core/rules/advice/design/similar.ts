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

/**
 * Takes an id of words with hyphens, and ids; gives the one that is likest to it, in whichever order its words stand, or
 * null where none is like it.
 */
export function nearestOf(id: string, ids: readonly string[]): string | null {
  const wanted = id.toLowerCase().replaceAll('_', '-')
  const most = Math.max(2, Math.floor(wanted.length / 3))
  const near = ids
    .filter((each) => Math.abs(each.length - wanted.length) <= most)
    .map((each) => ({
      each,
      edits: Math.min(editsBetween(wanted, each), editsBetween(sortedWords(wanted), sortedWords(each))),
    }))
    .toSorted((a, b) => a.edits - b.edits)[0]
  return near !== undefined && near.edits <= most ? near.each : null
}

function sortedWords(id: string): string {
  return id.split('-').toSorted().join('-')
}

/** How many letters have to be put in, taken away or replaced (the distance of Levenshtein). */
function editsBetween(a: string, b: string): number {
  const [letters, others] = [a.split(''), b.split('')]
  let row = [0, ...others.map((_, at) => at + 1)]
  for (const [at, letter] of letters.entries()) {
    const next = [at + 1]
    for (const [to, other] of others.entries())
      next.push(
        Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, (row[to] ?? 0) + (letter === other ? 0 : 1)),
      )
    row = next
  }
  return row.at(-1) ?? 0
}
