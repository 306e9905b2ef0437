/** What can be found: by its words, or by those of its group. */
export interface Findable {
  readonly label: string
  readonly group: string
}

/**
 * Takes entries and what somebody typed; gives those that have every typed word, best first: words that begin the
 * label before words that begin one of its words before letters inside; otherwise in their own order.
 */
export function findEntries<Entry extends Findable>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return entries
  return entries
    .map((entry) => ({ entry, worth: worthOf(entry, words) }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .map(({ entry }) => entry)
}

function worthOf({ label, group }: Findable, words: readonly string[]): number {
  const name = label.toLowerCase()
  const all = `${name} ${group.toLowerCase()}`
  let worth = 0
  for (const word of words) {
    if (!all.includes(word)) return 0
    worth += name.startsWith(word) ? 3 : ` ${all}`.includes(` ${word}`) ? 2 : 1
  }
  return worth
}
