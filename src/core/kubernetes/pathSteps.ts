import { isObject, type Json } from './json'
import { valueAt, type Path } from './path'
import { fieldAt } from './schema/schema'
import { field, wordOf } from './shape'

/** A step of a path, from the document inwards. */
export interface PathStep {
  readonly path: Path
  /** What it is called: a key as written, an item by what tells it from its neighbours, else its index. */
  readonly label: string
}

/** Takes the documents and a path; gives its steps: `Deployment nginx`, `spec`, …, `containers`, `nginx`, `ports`, `http`. */
export function pathSteps(documents: readonly Json[], path: Path): readonly PathStep[] {
  return path.map((step, i) => {
    const at = path.slice(0, i + 1)
    const value = valueAt(documents, at)
    const name =
      i === 0 ? documentName(value) : typeof step === 'number' ? itemName(documents, at, value) : ''
    return { path: at, label: name === '' ? String(i === 0 ? `document ${Number(step) + 1}` : step) : name }
  })
}

function documentName(document: Json | undefined): string {
  return [field(document, 'kind'), field(field(document, 'metadata'), 'name')].map(wordOf).join(' ').trim()
}

/** Items are told apart by their names, else by the fields that the server tells them apart by (the schema's list keys). */
function itemName(documents: readonly Json[], at: Path, value: Json | undefined): string {
  if (!isObject(value)) return ''
  const keys = fieldAt(documents, at)?.itemKeys ?? []
  const candidates = ['name', ...(keys === 'set' ? [] : keys)].map((key) => wordOf(field(value, key)))
  return candidates.find((name) => name !== '') ?? wordOf(field(field(value, 'metadata'), 'name'))
}
