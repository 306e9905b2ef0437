import { printRecord, readRecord, type DesignRecord } from './designRecord'
import type { DesignStorage, Refusal } from './designStorage'

/** An entry of storage that isn't a design this version can read: kept, and shown as text. */
export interface UnreadableEntry {
  readonly id: string
  readonly text: string
}

/** How writing a design ended. `behind`: another tab wrote it meanwhile, so nothing was written. */
export type Written =
  | { readonly outcome: 'saved'; readonly record: DesignRecord }
  | { readonly outcome: Refusal }
  | { readonly outcome: 'behind'; readonly theirs: DesignRecord | null }

/** Storage with versions: nothing is written over a version that this tab hasn't seen. */
export interface Shelf {
  /** All that storage holds now. */
  load(): { records: DesignRecord[]; unreadable: UnreadableEntry[] }
  write(record: DesignRecord): Written
  remove(id: string): void
  /** Whether storage held this version, or gave it, when this tab last looked. */
  hasSeen(record: DesignRecord): boolean
  /** Notes a version that another tab wrote as seen. */
  see(record: DesignRecord): void
  /** Notes that another tab removed a design; says whether this tab had seen it there. */
  seeRemoved(id: string): boolean
}

/** Takes storage and a source of ids nobody else has; gives the shelf. */
export function createShelf(storage: DesignStorage, freshId: () => string): Shelf {
  const seen = new Map<string, string>()
  return {
    load: () => {
      const records: DesignRecord[] = []
      const unreadable: UnreadableEntry[] = []
      for (const id of storage.ids()) {
        const text = storage.read(id)
        const record = text === null ? null : readRecord(id, text)
        if (record !== null) records.push(record)
        else if (text !== null) unreadable.push({ id, text })
      }
      return { records, unreadable }
    },
    write: (record) => {
      const stored = storage.read(record.id)
      const theirs = stored === null ? null : readRecord(record.id, stored)
      if (stored !== null && (theirs === null || theirs.stamp !== seen.get(record.id)))
        return { outcome: 'behind', theirs }
      const next = { ...record, stamp: freshId() }
      const refusal = storage.write(record.id, printRecord(next))
      if (refusal !== null) return { outcome: refusal }
      seen.set(record.id, next.stamp)
      return { outcome: 'saved', record: next }
    },
    remove: (id) => {
      seen.delete(id)
      storage.remove(id)
    },
    hasSeen: ({ id, stamp }) => seen.get(id) === stamp,
    see: ({ id, stamp }) => {
      seen.set(id, stamp)
    },
    seeRemoved: (id) => seen.delete(id),
  }
}
