import { isObject, type Json, type JsonObject } from '../kubernetes/json'
import { alignItems, isReordering } from './align'
import { equalJson, sameEntries } from './equal'
import type { Entry, MappingEntry, MappingNode } from './tree'

/** What becomes of an entry of a collection, in the order of the text as it will be. */
export type Slot =
  | { readonly kind: 'keep'; readonly entry: Entry; readonly value: Json }
  /** The same value under another key, or much of it. */
  | { readonly kind: 'rename'; readonly entry: MappingEntry; readonly key: string; readonly value: Json }
  | { readonly kind: 'insert'; readonly key: string | null; readonly value: Json }
  | { readonly kind: 'remove'; readonly entry: Entry }

/** Takes the entries of a sequence and the items it shall have; gives what becomes of each. */
export function sequenceSlots(entries: readonly Entry[], value: readonly Json[]): Slot[] {
  const alignment = alignItems(
    entries.map((entry) => entry.node.value),
    value,
  )
  const kept: (Kept | Inserted)[] = value.map((item, i) => {
    const match = alignment[i] ?? null
    const entry = match === null ? undefined : entries[match]
    return entry ? { kind: 'keep', entry, value: item } : { kind: 'insert', key: null, value: item }
  })
  return withRemoved(entries, kept)
}

/**
 * Takes a mapping, the keys and values it shall have, and what its merge keys will bring in; gives what becomes of
 * each entry. A key that the merge brings in with the right value needs no entry; a merge that brings in what shall
 * not be there is written out.
 */
export function mappingSlots(node: MappingNode, value: JsonObject, inherited: JsonObject | null): Slot[] {
  const own = new Map(node.entries.filter((entry) => !entry.merge).map((entry) => [entry.key, entry]))
  const merges = node.entries.filter((entry) => entry.merge)
  const isUnwanted = (key: string): boolean => !Object.hasOwn(value, key)
  const keepsMerges = merges.length > 0 && inherited !== null && !Object.keys(inherited).some(isUnwanted)
  const kept: (Kept | Inserted)[] = []
  if (keepsMerges) for (const entry of merges) kept.push({ kind: 'keep', entry, value: entry.node.value })
  for (const [key, entryValue] of Object.entries(value)) {
    const entry = own.get(key)
    if (entry) kept.push({ kind: 'keep', entry, value: entryValue })
    else if (
      !keepsMerges ||
      !inherited ||
      !Object.hasOwn(inherited, key) ||
      !equalJson(inherited[key], entryValue)
    )
      kept.push({ kind: 'insert', key, value: entryValue })
  }
  const inOrder = merges.length === 0 && isReordered(kept) ? kept : inTextOrder(node.entries, kept)
  return withRenames(withRemoved(node.entries, inOrder))
}

/** Takes what becomes of the entries; says whether kept ones change places. */
export function isReordered(slots: readonly Slot[]): boolean {
  return isReordering(
    slots.flatMap((slot) => (slot.kind === 'keep' || slot.kind === 'rename' ? [slot.entry.at] : [])),
  )
}

export type Inserted = Slot & { readonly kind: 'insert' }
export type Kept = Slot & { readonly kind: 'keep' | 'rename' }

/** Between two kept entries: what goes there, and what comes. */
export interface Run {
  readonly before: Entry | null
  readonly removed: readonly Entry[]
  readonly inserted: readonly Inserted[]
  /** The entry behind it stays, and this becomes of it. */
  readonly after: Kept | null
}

/** Takes what becomes of the entries; gives what happens before, between and behind the kept ones. */
export function runsOf(slots: readonly Slot[]): Run[] {
  const runs: Run[] = []
  let before: Entry | null = null
  let removed: Entry[] = []
  let inserted: Inserted[] = []
  for (const slot of slots) {
    if (slot.kind === 'remove') removed.push(slot.entry)
    else if (slot.kind === 'insert') inserted.push(slot)
    else {
      runs.push({ before, removed, inserted, after: slot })
      before = slot.entry
      removed = []
      inserted = []
    }
  }
  return [...runs, { before, removed, inserted, after: null }]
}

/** The kept entries in the order of the text, each insertion behind the kept one it stood behind. */
function inTextOrder(entries: readonly Entry[], slots: readonly (Kept | Inserted)[]): (Kept | Inserted)[] {
  const groups = new Map<Entry | null, (Kept | Inserted)[]>([[null, []]])
  let group: (Kept | Inserted)[] = groups.get(null) ?? []
  for (const slot of slots) {
    if (slot.kind === 'insert') group.push(slot)
    else {
      group = [slot]
      groups.set(slot.entry, group)
    }
  }
  return [...(groups.get(null) ?? []), ...entries.flatMap((entry) => groups.get(entry) ?? [])]
}

/** Puts each removed entry behind the kept one it stood behind. */
function withRemoved(entries: readonly Entry[], slots: readonly Slot[]): Slot[] {
  const kept = new Set<Entry>(slots.flatMap((slot) => ('entry' in slot ? [slot.entry] : [])))
  const result: Slot[] = [...slots]
  let before: Entry | null = null
  for (const entry of entries) {
    if (!kept.has(entry)) {
      const anchor: Entry | null = before
      const at = anchor ? result.findIndex((slot) => 'entry' in slot && slot.entry === anchor) + 1 : 0
      result.splice(at, 0, { kind: 'remove', entry })
    }
    before = entry
  }
  return result
}

/** A key that goes and a key that comes at the same place with the same value, or one that shares entries with it, is a rename. */
function withRenames(slots: readonly Slot[]): Slot[] {
  return runsOf(slots).flatMap((run) => [...renamed(run), ...(run.after ? [run.after] : [])])
}

function renamed(run: Run): Slot[] {
  const removed = [...run.removed]
  const result: Slot[] = []
  const remove = (entry: Entry): Slot => ({ kind: 'remove', entry })
  for (const slot of run.inserted) {
    const match = matchIn(removed, slot.value)
    const entry = removed[match]
    if (!entry || slot.key === null || !('keyAt' in entry) || entry.explicit || entry.merge) {
      result.push(slot)
      continue
    }
    const passed = removed.splice(0, match + 1).slice(0, -1)
    result.push(...passed.map(remove), { kind: 'rename', entry, key: slot.key, value: slot.value })
  }
  return [...result, ...removed.map(remove)]
}

/** The same one, else the first mapping that shares entries: a source that was switched keeps the comments of these. */
function matchIn(removed: readonly Entry[], value: Json): number {
  const same = removed.findIndex((entry) => equalJson(entry.node.value, value))
  return same === -1 ? removed.findIndex((entry) => sharesEntries(entry.node.value, value)) : same
}

function sharesEntries(a: Json, b: Json): boolean {
  return isObject(a) && isObject(b) && sameEntries(a, b) > 0
}
