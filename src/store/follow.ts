import { isArray, isObject, type Json } from '../core/kubernetes/json'
import type { Path } from '../core/kubernetes/path'

/**
 * Takes the documents before and after a change and a path into the former; gives the path of the same thing in the
 * latter: items are recognised by identity, then by name. A thing that is gone gives its nearest ancestor that is
 * still there; null when its document is gone.
 */
export function follow(before: readonly Json[], after: readonly Json[], path: Path): Path | null {
  const found: (string | number)[] = []
  let old: Json | readonly Json[] | undefined = before
  let now: Json | readonly Json[] | undefined = after
  for (const step of path) {
    const at: string | number | null =
      typeof step === 'number' ? followItem(itemsOf(old), itemsOf(now), step) : keyIn(now, step)
    if (at === null) break
    found.push(at)
    old = typeof step === 'number' ? itemsOf(old)[step] : isObject(old) ? old[step] : undefined
    now = typeof at === 'number' ? itemsOf(now)[at] : isObject(now) ? now[at] : undefined
  }
  return found.length === 0 ? null : found
}

function itemsOf(value: Json | readonly Json[] | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function keyIn(value: Json | readonly Json[] | undefined, key: string): string | null {
  return isObject(value) && Object.hasOwn(value, key) ? key : null
}

function followItem(before: readonly Json[], after: readonly Json[], index: number): number | null {
  const item = before[index]
  if (item === undefined) return index < after.length ? index : null
  const candidate = after[index]
  if (candidate === item) return index
  if (typeof item === 'object' && item !== null) {
    const moved = after.indexOf(item)
    if (moved !== -1) return moved
    const name = nameOf(item)
    const named = name === null ? -1 : after.findIndex((other) => nameOf(other) === name)
    if (named !== -1) return named
  }
  // What stands here now was elsewhere before: the item itself is gone.
  if (candidate === undefined || wasElsewhere(before, candidate, index)) return null
  return index
}

function wasElsewhere(before: readonly Json[], candidate: Json, index: number): boolean {
  if (typeof candidate !== 'object' || candidate === null) return false
  const name = nameOf(candidate)
  return before.some(
    (other, i) => i !== index && (other === candidate || (name !== null && nameOf(other) === name)),
  )
}

/** What tells an item of a Kubernetes list from its neighbours: a document's kind and name, or the item's name. */
function nameOf(item: Json): string | null {
  if (!isObject(item)) return null
  if (isObject(item.metadata)) return `${JSON.stringify(item.kind)} ${JSON.stringify(item.metadata.name)}`
  if (isArray(item.containers)) return null
  return typeof item.name === 'string' ? `${item.name} ${JSON.stringify(item.mountPath)}` : null
}
