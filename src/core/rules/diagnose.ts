import { isObject, type Json } from '../kubernetes/json'
import type { Source } from '../yaml/source'
import { judge } from './judge'
import type { Diagnostic } from './verdict'

const said = new WeakMap<object, { readonly index: number; readonly diagnostics: readonly Diagnostic[] }>()

/**
 * Takes a text with its documents; gives all that is to be said of them, document by document. What is asked again of
 * a document that did not change is remembered: after a keystroke one document is judged, not the design.
 */
export function diagnose({ documents }: Source): readonly Diagnostic[] {
  return documents.flatMap(diagnosticsOf)
}

function diagnosticsOf(document: Json, index: number): readonly Diagnostic[] {
  if (!isObject(document)) return []
  const before = said.get(document)
  if (before?.index === index) return before.diagnostics
  const { diagnostics } = judge(document, index)
  said.set(document, { index, diagnostics })
  return diagnostics
}
