import { useProblems } from '../../store/problems'
import type { FieldNote, FieldNoteSource } from '../../ui/FieldNotes'
import { pathKey } from './pathKey'

let indexed: { readonly of: object; readonly notes: ReadonlyMap<string, FieldNote> } = {
  of: [],
  notes: new Map(),
}

/** What the judge says of the fields of the design, each at its own. Of several the first counts. */
export const PROBLEM_NOTES: FieldNoteSource = {
  subscribe: (onChange) => useProblems.subscribe(onChange),
  noteOf: (field) => notesNow().get(field) ?? null,
}

function notesNow(): ReadonlyMap<string, FieldNote> {
  const { shown } = useProblems.getState()
  if (indexed.of === shown) return indexed.notes
  const notes = new Map<string, FieldNote>()
  for (const { path, level, message } of shown) {
    const key = pathKey(path)
    if (notes.has(key)) continue
    const before = indexed.notes.get(key)
    const isSame = before !== undefined && before.text === message && before.level === level
    notes.set(key, isSame ? before : { level, text: message })
  }
  indexed = { of: shown, notes }
  return notes
}
