/** Takes ids and pairs of them that belong together; gives the ids in groups, everything in the order of `ids`. */
export function groupsOf(
  ids: readonly string[],
  pairs: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const parent = new Map(ids.map((id) => [id, id]))
  const root = (id: string): string => {
    let top = id
    for (let next = parent.get(top); next !== undefined && next !== top; next = parent.get(top)) top = next
    parent.set(id, top)
    return top
  }
  for (const [a, b] of pairs) {
    const rootA = root(a)
    const rootB = root(b)
    if (rootA !== rootB) parent.set(rootB, rootA)
  }
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const top = root(id)
    const group = groups.get(top)
    if (group === undefined) groups.set(top, [id])
    else group.push(id)
  }
  return [...groups.values()]
}
