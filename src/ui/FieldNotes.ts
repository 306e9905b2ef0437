import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import type { Level } from './levels'

/** What somebody has to say of a field besides its own checks. */
export interface FieldNote {
  readonly level: Level
  readonly text: string
}

/** Where notes come from. A note stays the same object as long as it says the same. */
export interface FieldNoteSource {
  readonly subscribe: (onChange: () => void) => () => void
  /** Takes a control's `data-field`; gives what is to be said there, or null. */
  readonly noteOf: (field: string) => FieldNote | null
}

const SILENT: FieldNoteSource = { subscribe: () => () => {}, noteOf: () => null }

/** The notes for the fields inside. */
export const FieldNotes = createContext<FieldNoteSource>(SILENT)

/** Takes a control's `data-field`; gives what is to be said there. Renders anew only when that changes. */
export function useFieldNote(field: string | undefined): FieldNote | null {
  const { subscribe, noteOf } = use(FieldNotes)
  return useSyncExternalStore(
    subscribe,
    useCallback(() => (field === undefined ? null : noteOf(field)), [field, noteOf]),
  )
}
