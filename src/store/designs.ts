import { createStore, type StoreApi } from 'zustand/vanilla'
import { beginSession, sessionOf, type Designer, type Session } from './designer'
import type { DesignRecord } from './designRecord'
import type { DesignStorage, Refusal } from './designStorage'
import { freeName } from './freeName'
import { createShelf, type UnreadableEntry } from './shelf'

/** The saved designs and the one that is open. Its text is made in the designer; here it is kept. */
export interface Designs {
  /** The one that was changed last comes first. */
  readonly records: readonly DesignRecord[]
  readonly unreadable: readonly UnreadableEntry[]
  readonly open: DesignRecord
  /** `waiting` while a change isn't written yet. */
  readonly saving: 'saved' | 'waiting' | Refusal
  /** Another tab changed the open design too: its version kept the place, this tab's goes on in a copy. */
  readonly divided: { readonly theirs: string; readonly mine: string } | null
  /** The open design was deleted in another tab; the next change writes it again. */
  readonly deletedElsewhere: boolean

  /** Makes a design and opens it; its name gets a number when it is taken. */
  create(this: void, name: string, text: string, starter?: string | null): void
  switchTo(this: void, id: string): void
  rename(this: void, id: string, name: string): void
  duplicate(this: void, id: string): void
  /** Deletes a design; gives the way to bring it back. When it was open, another one opens. */
  remove(this: void, id: string): () => void
  /** Opens an unreadable entry's text as a new design; the entry itself stays. */
  openUnreadable(this: void, id: string): void
  removeUnreadable(this: void, id: string): () => void
  /** After a division: keeps both versions. */
  keepMine(this: void): void
  /** After a division: goes back to the other tab's version, as an undoable step; the copy goes. */
  takeTheirs(this: void): void
  /** Writes at once what waits. */
  save(this: void): void
}

/** What the designs need from outside. */
export interface DesignsOptions {
  readonly storage: DesignStorage
  readonly designer: Pick<StoreApi<Designer>, 'getState' | 'subscribe'>
  /** What opens when nothing is saved. */
  readonly first: { readonly name: string; readonly text: string; readonly starter: string | null }
  readonly now?: () => number
  readonly freshId?: () => string
}

/** A change is written after this many milliseconds, however long the typing goes on. */
const SAVE_AFTER = 500

const NOTHING: DesignRecord = { id: '', name: '', text: '', starter: null, changed: 0, stamp: '' }

/**
 * Takes storage and the designer; gives the designs: opens the one that was open last, keeps writing what changes,
 * and follows what other tabs write.
 */
export function createDesigns(options: DesignsOptions): StoreApi<Designs> {
  const { storage, designer, first, now = Date.now, freshId = () => crypto.randomUUID() } = options
  const shelf = createShelf(storage, freshId)
  const waiting = new Set<string>()
  const sessions = new Map<string, Session>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const store = createStore<Designs>()(() => ({
    records: [],
    unreadable: [],
    open: NOTHING,
    saving: 'saved',
    divided: null,
    deletedElsewhere: false,
    create,
    switchTo,
    rename,
    duplicate,
    remove,
    openUnreadable,
    removeUnreadable,
    keepMine: () => store.setState({ divided: null }),
    takeTheirs,
    save,
  }))
  const { getState: get, setState: set } = store

  function find(id: string): DesignRecord | undefined {
    return get().records.find((record) => record.id === id)
  }

  function freeNameFor(name: string, own = ''): string {
    const others = get().records.filter(({ id }) => id !== own)
    return freeName(
      name,
      others.map((record) => record.name),
    )
  }

  /** Holds a version of a design in this tab. */
  function hold(record: DesignRecord): void {
    const { records, open } = get()
    const others = records.filter(({ id }) => id !== record.id)
    set({
      records: [record, ...others].sort((a, b) => b.changed - a.changed),
      open: open.id === record.id ? record : open,
    })
  }

  function letGo(id: string): void {
    waiting.delete(id)
    set({ records: get().records.filter((record) => record.id !== id) })
  }

  /** Has a design written soon. */
  function queue(id: string): void {
    waiting.add(id)
    if (get().saving === 'saved') set({ saving: 'waiting' })
    timer ??= setTimeout(save, SAVE_AFTER)
  }

  /** Holds a version that is to be written. */
  function change(record: DesignRecord): void {
    hold(record)
    queue(record.id)
  }

  /** The design as it is now: while it is open, its text is the designer's. */
  function current(id: string): DesignRecord | undefined {
    const record = find(id)
    const { text } = designer.getState().source
    if (record === undefined || id !== get().open.id || record.text === text) return record
    return { ...record, text, changed: now() }
  }

  function save(): void {
    clearTimeout(timer)
    timer = undefined
    if (waiting.size === 0) return
    const refusal = Array.from(waiting, write).find((outcome) => outcome !== null)
    set({ saving: refusal ?? 'saved', deletedElsewhere: false })
  }

  function write(id: string): Refusal | null {
    const record = current(id)
    if (record === undefined) return null
    const written = shelf.write(record)
    if (written.outcome === 'behind') return divide(record, written.theirs)
    if (written.outcome !== 'saved') {
      hold(record)
      return written.outcome
    }
    waiting.delete(id)
    hold(written.record)
    return null
  }

  /** This tab and another one changed the same design: both versions live on. */
  function divide(mine: DesignRecord, theirs: DesignRecord | null): Refusal | null {
    letGo(mine.id)
    if (theirs !== null) accept(theirs)
    if (theirs?.text === mine.text) return null
    const copy = { ...mine, id: freshId(), name: freeNameFor(`${mine.name} (this tab)`) }
    if (get().open.id === mine.id) {
      storage.rememberOpen(copy.id)
      set({ open: copy, divided: theirs === null ? null : { theirs: mine.id, mine: copy.id } })
    }
    change(copy)
    return write(copy.id)
  }

  function accept(theirs: DesignRecord): void {
    shelf.see(theirs)
    hold(theirs)
  }

  /** Takes in a version that another tab wrote. */
  function follow(theirs: DesignRecord): void {
    if (shelf.hasSeen(theirs)) return
    if (waiting.has(theirs.id)) {
      save()
      return
    }
    accept(theirs)
    if (get().open.id !== theirs.id) return
    set({ deletedElsewhere: false })
    designer.getState().open(theirs.text, 'other tab')
  }

  /** Looks at what storage holds now. */
  function look(): void {
    const { records, unreadable } = shelf.load()
    set({ unreadable })
    // What following itself puts there (a copy of one's own) is not in what was loaded, and not removed either.
    const known = get().records
    records.forEach(follow)
    const there = new Set(records.map(({ id }) => id))
    for (const { id } of known) {
      if (there.has(id) || !shelf.seeRemoved(id)) continue
      if (id === get().open.id) set({ deletedElsewhere: true })
      else if (!waiting.has(id)) letGo(id)
    }
  }

  /** Puts a design on the table, with the history it had in this tab. */
  function enter(record: DesignRecord): void {
    const session = sessions.get(record.id)
    const isCurrent = session?.page.source.text === record.text
    sessions.delete(record.id)
    storage.rememberOpen(record.id)
    set({ open: record, divided: null, deletedElsewhere: false })
    designer.getState().resume(isCurrent ? session : beginSession(record.text))
  }

  function leave(): void {
    save()
    sessions.set(get().open.id, sessionOf(designer.getState()))
  }

  function add(name: string, text: string, starter: string | null): DesignRecord {
    const record = { id: freshId(), name: freeNameFor(name), text, starter, changed: now(), stamp: '' }
    change(record)
    return record
  }

  function create(name: string, text: string, starter: string | null = null): void {
    leave()
    enter(add(name, text, starter))
    save()
  }

  function switchTo(id: string): void {
    if (id === get().open.id) return
    leave()
    const record = find(id)
    if (record !== undefined) enter(record)
  }

  function rename(id: string, name: string): void {
    const record = find(id)
    const wanted = name.trim()
    if (record === undefined || wanted === '' || wanted === record.name) return
    change({ ...record, name: freeNameFor(wanted, id), changed: now() })
    save()
  }

  function duplicate(id: string): void {
    const record = find(id)
    if (record !== undefined) create(`${record.name} copy`, record.text, record.starter)
  }

  function remove(id: string): () => void {
    const wasOpen = get().open.id === id
    if (wasOpen) leave()
    const record = find(id)
    if (record === undefined) return () => {}
    letGo(id)
    shelf.remove(id)
    if (wasOpen) {
      enter(get().records[0] ?? add(first.name, first.text, first.starter))
      save()
    }
    return () => {
      change(record)
      save()
      if (wasOpen) switchTo(id)
    }
  }

  function openUnreadable(id: string): void {
    const entry = get().unreadable.find((other) => other.id === id)
    if (entry === undefined) return
    const known = get().records.find(({ text }) => text === entry.text)
    if (known === undefined) create('Recovered text', entry.text)
    else switchTo(known.id)
  }

  function removeUnreadable(id: string): () => void {
    const entry = get().unreadable.find((other) => other.id === id)
    if (entry === undefined) return () => {}
    storage.remove(id)
    look()
    return () => {
      storage.write(id, entry.text)
      look()
    }
  }

  function takeTheirs(): void {
    const { divided } = get()
    const theirs = divided === null ? undefined : find(divided.theirs)
    if (divided === null || theirs === undefined) return
    letGo(divided.mine)
    shelf.remove(divided.mine)
    storage.rememberOpen(theirs.id)
    set({ open: theirs, divided: null, saving: 'saved' })
    designer.getState().open(theirs.text, 'other tab')
  }

  look()
  const last = storage.lastOpen()
  const record = (last === null ? undefined : find(last)) ?? get().records[0]
  enter(record ?? add(first.name, first.text, first.starter))
  if (last !== null) openUnreadable(last)
  save()
  designer.subscribe(({ source }) => {
    const { open } = get()
    if (source.text !== open.text) queue(open.id)
  })
  storage.listen(look)
  return store
}
