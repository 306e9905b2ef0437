import { isObject, type Json } from '../kubernetes/json'
import type { Source } from '../yaml/source'
import type { Advice } from './advice/advice'
import { advise } from './advice/advise'
import { ADVICE } from './advice/list'
import { judge } from './judge'
import type { Diagnostic } from './verdict'

const said = new WeakMap<object, { readonly index: number; readonly diagnostics: readonly Diagnostic[] }>()

/**
 * Takes a text with its documents; gives all that is to be said of them, document by document. What is asked again of
 * a document that did not change is remembered: after a keystroke one document is judged, not the design.
 */
export function diagnose(source: Source): readonly Diagnostic[] {
  return [...source.documents.flatMap(diagnosticsOf), ...advise(source)]
}

/** Why a rule matters, and how what it finds is mended. */
export type About = Pick<Advice, 'title' | 'why' | 'mend' | 'docs'>

/** Takes a diagnostic's id; gives what there is to say about the rule, or null where it is the server's. */
export function aboutOf(id: string): About | null {
  return ADVICE.find((advice) => advice.id === id) ?? null
}

function diagnosticsOf(document: Json, index: number): readonly Diagnostic[] {
  if (!isObject(document)) return []
  const before = said.get(document)
  if (before?.index === index) return before.diagnostics
  const { diagnostics } = judge(document, index)
  said.set(document, { index, diagnostics })
  return diagnostics
}
