import { isObject, type Json } from '../kubernetes/json'
import { equalJson, sameEntries } from './equal'

/** For each new item, the index of the old one that it is (perhaps changed), or null where it is new. */
export type Alignment = readonly (number | null)[]

/** Above this many items that are not the same, only their places are compared. */
const MANY = 200

/**
 * Takes the items of a sequence as they were and as they are; finds which is which: the same ones first, then those
 * with the same `name` (or the like), then those that have most in common, without crossing one another.
 */
export function alignItems(old: readonly Json[], now: readonly Json[]): Alignment {
  const result: (number | null)[] = now.map(() => null)
  const free = new Set(old.keys())
  const take = (newIndex: number, oldIndex: number): void => {
    result[newIndex] = oldIndex
    free.delete(oldIndex)
  }
  alignSame(old, now, take)
  const open = (): number[] => result.flatMap((match, i) => (match === null ? [i] : []))
  alignNamed(old, now, open(), free, take)
  const rest = open()
  if (rest.length === 0 || free.size === 0) return result
  for (const newIndex of rest) {
    const [low, high] = boundsOf(result, newIndex)
    const candidates = [...free].filter((oldIndex) => oldIndex > low && oldIndex < high)
    const best =
      rest.length > MANY ? candidates[0] : mostAlike(old, now[newIndex] ?? null, candidates, newIndex)
    if (best !== undefined) take(newIndex, best)
  }
  return result
}

type Take = (newIndex: number, oldIndex: number) => void

function alignSame(old: readonly Json[], now: readonly Json[], take: Take): void {
  const places = new Map<Json | string, number[]>()
  const keyOf = (item: Json): string => JSON.stringify(item)
  // Most often only a few items differ, and the others are the very same objects at the same place.
  let head = 0
  while (head < now.length && head < old.length && equalJson(old[head], now[head])) take(head, head++)
  let tail = 0
  while (
    tail < now.length - head &&
    tail < old.length - head &&
    equalJson(old[old.length - 1 - tail], now[now.length - 1 - tail])
  ) {
    take(now.length - 1 - tail, old.length - 1 - tail)
    tail += 1
  }
  for (let i = head; i < old.length - tail; i++) {
    const key = keyOf(old[i] ?? null)
    places.set(key, [...(places.get(key) ?? []), i])
  }
  for (let i = head; i < now.length - tail; i++) {
    const place = places.get(keyOf(now[i] ?? null))?.shift()
    if (place !== undefined) take(i, place)
  }
}

/** The keys by which Kubernetes tells the items of its lists apart. */
const NAMES = ['name', 'mountPath', 'key', 'containerPort', 'ip', 'type'] as const

function alignNamed(
  old: readonly Json[],
  now: readonly Json[],
  open: readonly number[],
  free: Set<number>,
  take: Take,
): void {
  for (const newIndex of open) {
    const item = now[newIndex]
    if (!isObject(item)) continue
    const name = NAMES.find((key) => typeof item[key] === 'string' || typeof item[key] === 'number')
    if (name === undefined) continue
    const same = [...free].filter((oldIndex) => {
      const candidate = old[oldIndex]
      return isObject(candidate) && candidate[name] === item[name]
    })
    const best = mostAlike(old, item, same, newIndex)
    if (best !== undefined) take(newIndex, best)
  }
}

/** The old indices between which a new item must lie so that no two pairs cross. */
function boundsOf(result: readonly (number | null)[], newIndex: number): [number, number] {
  let low = -1
  let high = Number.POSITIVE_INFINITY
  for (let i = 0; i < newIndex; i++) low = Math.max(low, result[i] ?? -1)
  for (let i = newIndex + 1; i < result.length; i++)
    high = Math.min(high, result[i] ?? Number.POSITIVE_INFINITY)
  return [low, high]
}

function mostAlike(
  old: readonly Json[],
  item: Json,
  candidates: readonly number[],
  place: number,
): number | undefined {
  let best: number | undefined
  let bestScore = 0
  for (const candidate of candidates) {
    const score = likeness(old[candidate] ?? null, item) + (candidate === place ? 0.5 : 0)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

function likeness(old: Json, item: Json): number {
  if (!isObject(old) || !isObject(item)) return isObject(old) === isObject(item) ? 0.25 : 0
  return 0.25 + sameEntries(old, item)
}

/** Takes places in the order in which they shall stand; says whether any of them change places. */
export function isReordering(places: readonly number[]): boolean {
  return places.some((place, i) => i > 0 && place < (places[i - 1] ?? 0))
}
