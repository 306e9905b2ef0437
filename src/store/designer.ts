import { freeze, produce } from 'immer'
import { create, type StateCreator } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Change } from '../core/kubernetes/change'
import type { Json } from '../core/kubernetes/json'
import { samePath, type Path } from '../core/kubernetes/path'
import { parse } from '../core/yaml/parse'
import { revise } from '../core/yaml/revise'
import type { Source, TextEdit } from '../core/yaml/source'
import { splice } from '../core/yaml/splice'
import { difference } from './difference'
import { follow } from './follow'
import { back, close, forth, NO_HISTORY, record, type History, type Moment, type Page } from './history'
import { growthOf, isSameBurst, isSameStroke, writtenRanges } from './typing'

/** What the last transition did to the text: for the glow and for the editor's model. */
export interface Revision {
  /** Grows by one with each new text. */
  readonly serial: number
  /** Offsets in the text before. */
  readonly edits: readonly TextEdit[]
  readonly origin: 'edit' | 'type' | 'history' | 'open'
  readonly topic: string
  /** How many letters an edit of the documents gave the text, or took. */
  readonly growth: number
}

/** The design in work: the text, what it means, what is selected, and the two verbs that change it. */
export interface Designer {
  /** The text with its documents and its problem: the one truth. */
  readonly source: Source
  /** The last source without a problem: positions for `manifest`. */
  readonly readable: Source
  /** The last documents that could be read. */
  readonly manifest: readonly Json[]
  readonly selected: Path | null
  /** The field of the form that has the focus: there may be nothing at its path yet. Null when something else was selected since. */
  readonly focusedField: Path | null
  readonly revision: Revision
  readonly history: History
  readonly canUndo: boolean
  readonly canRedo: boolean
  /**
   * Changes the documents by a function on a draft, and the text with them. Selects the path it returns.
   * Does nothing while the text can't be read. The same topic in a row is one undo step.
   */
  edit(this: void, change: Change, topic?: string): void
  /** Changes the text, by edits in the current text or as a whole; the documents follow. */
  type(this: void, edits: readonly TextEdit[] | string): void
  undo(this: void): void
  redo(this: void): void
  /** Selects what is at a path; a field of the form says which it is besides. */
  select(this: void, path: Path | null, focusedField?: Path): void
  /** Replaces the whole text, as one undoable step. */
  open(this: void, text: string, topic?: string): void
  /** Brings another design on the table, with its own history. */
  resume(this: void, session: Session): void
}

/** One design on the table, with its undo history: what is kept while another one is open. */
export interface Session extends Moment {
  readonly history: History
}

/** Takes a text; gives a session that begins with it. */
export function beginSession(text: string): Session {
  const source = sealed(parse(text))
  return {
    page: { source, readable: source.problem === null ? source : parse('') },
    selected: null,
    history: NO_HISTORY,
  }
}

/** Takes the designer; gives what to keep while another design is open. */
export function sessionOf({ source, readable, selected, history }: Designer): Session {
  return { page: { source, readable }, selected, history }
}

/** In development a view that writes into the documents throws. */
function sealed(source: Source): Source {
  if (import.meta.env.DEV) freeze(source.documents, true)
  return source
}

/**
 * Takes the page so far and the text's new source; gives the new page, which remembers what could last be read.
 * Where only comments and spaces changed, the very same documents are on it.
 */
function turn({ readable }: Page, source: Source): Page {
  if (source.problem !== null) return { source, readable }
  const known = readable.documents
  const isSame =
    known.length === source.documents.length && known.every((it, i) => it === source.documents[i])
  const next = isSame ? { ...source, documents: known } : sealed(source)
  return { source: next, readable: next }
}

function shown({ page, selected, history }: Session) {
  return {
    source: page.source,
    readable: page.readable,
    manifest: page.readable.documents,
    selected,
    history,
    canUndo: history.at > 0,
    canRedo: history.at < history.steps.length,
  }
}

const designer: StateCreator<Designer> = (set, get) => {
  const move = (to: Moment, history: History, revision: Omit<Revision, 'serial'>): void => {
    const { selected, focusedField, revision: last } = get()
    set({
      ...shown({ ...to, history }),
      focusedField: samePath(to.selected, selected) ? focusedField : null,
      revision: { ...revision, serial: last.serial + 1 },
    })
  }

  const momentNow = (): Moment => sessionOf(get())

  const advance = (
    source: Source,
    edits: readonly TextEdit[],
    origin: Revision['origin'],
    topic: string,
    options: {
      readonly joins?: boolean
      readonly selected?: Path | undefined
      readonly growth?: number
    } = {},
  ): void => {
    const before = momentNow()
    const page = turn(before.page, source)
    const selected =
      options.selected ??
      (before.selected === null
        ? null
        : follow(before.page.readable.documents, page.readable.documents, before.selected))
    const after = { page, selected: samePath(selected, before.selected) ? before.selected : selected }
    const history = record(get().history, { topic, before, after }, options.joins)
    move(after, history, { edits, origin, topic, growth: options.growth ?? 0 })
  }

  const travel = (way: typeof back): void => {
    const trip = way(get().history)
    if (trip === null) return
    const edits = difference(get().source.text, trip.moment.page.source.text)
    move(trip.moment, trip.history, { edits, origin: 'history', topic: trip.step.topic, growth: 0 })
  }

  return {
    ...shown(beginSession('')),
    focusedField: null,
    revision: { serial: 0, edits: [], origin: 'open', topic: '', growth: 0 },

    edit: (change, topic = '') => {
      const { source, manifest, select, revision } = get()
      if (source.problem !== null) return
      let chosen: Path | undefined
      const documents = produce(manifest, (draft) => {
        chosen = change(draft)
      })
      const revised = documents === manifest ? null : revise(source, documents)
      if (revised === null || revised.edits.length === 0) {
        if (chosen !== undefined) select(chosen)
        return
      }
      const growth = growthOf(source.text, revised.edits)
      const joins = topic !== '' && isSameStroke(revision.growth, growth, revised.edits)
      advance(revised.source, revised.edits, 'edit', topic, { joins, selected: chosen, growth })
    },

    type: (input) => {
      const { source, manifest, revision } = get()
      const edits =
        typeof input === 'string'
          ? difference(source.text, input)
          : input.toSorted((a, b) => a.start - b.start)
      const next = edits.length === 0 ? source : splice(source, edits, manifest)
      if (next.text === source.text) return
      const joins = revision.origin === 'type' && isSameBurst(writtenRanges(revision.edits), edits)
      advance(next, edits, 'type', 'typing', { joins })
    },

    undo: () => travel(back),
    redo: () => travel(forth),

    select: (path, focusedField) => {
      const { selected, history, revision } = get()
      if (!samePath(get().focusedField, focusedField ?? null)) set({ focusedField: focusedField ?? null })
      if (samePath(selected, path)) return
      // Coming back to a field later is a new step. Typing knows by itself where a burst ends.
      set({ selected: path, history: revision.origin === 'edit' ? close(history) : history })
    },

    open: (text, topic = 'open') => {
      const { source, manifest } = get()
      const edits = difference(source.text, text)
      if (edits.length === 0) return
      advance(parse(text, manifest), edits, 'open', topic, { joins: topic !== 'open' })
    },

    resume: (session) => {
      const edits = difference(get().source.text, session.page.source.text)
      move(session, close(session.history), { edits, origin: 'open', topic: 'resume', growth: 0 })
    },
  }
}

/** Gives a designer of its own, with an empty text. */
export function createDesigner(): StoreApi<Designer> {
  return createStore<Designer>()(designer)
}

/** The page's designer: a hook with selectors; `useDesigner.getState()` outside React. */
export const useDesigner = create<Designer>()(designer)
