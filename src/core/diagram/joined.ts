import type { DiagramEdge } from './node'

/** The edge last made of a part, with the ends it had then. */
const made = new WeakMap<object, DiagramEdge>()

/** Takes what an edge is made of, its two ends and how to make it; gives the edge, the one made before where both ends are the same. */
export function joined<T extends object>(
  part: T,
  source: string,
  target: string,
  make: (part: T, source: string, target: string) => DiagramEdge,
): DiagramEdge {
  const old = made.get(part)
  if (old?.source === source && old.target === target) return old
  const edge = make(part, source, target)
  made.set(part, edge)
  return edge
}
