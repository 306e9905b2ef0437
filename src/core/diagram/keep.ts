function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false
    for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false
    return true
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) if (!same(a[key], b[key])) return false
  return true
}

/** Takes the last value and the new one (plain objects, arrays and scalars); gives the last one where both say the same. */
export function keep<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && same(previous, next) ? previous : next
}

/**
 * Takes the last list of things with ids and the new one; gives the new list with every thing that still says the
 * same kept as the object it was, and the last list itself where nothing changed at all.
 */
export function keepById<T extends { readonly id: string }>(
  previous: readonly T[] | undefined,
  next: readonly T[],
): readonly T[] {
  if (previous === undefined) return next
  let lookup: Map<string, T> | null = null
  let changed = previous.length !== next.length
  const kept = next.map((item, i) => {
    let old = previous[i]
    if (old?.id !== item.id) {
      lookup ??= new Map(previous.map((each) => [each.id, each]))
      old = lookup.get(item.id)
    }
    const result = keep(old, item)
    if (result !== previous[i]) changed = true
    return result
  })
  return changed ? kept : previous
}
