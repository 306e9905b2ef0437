import { isObject, type Json } from '../kubernetes/json'
import { workloadAt } from '../kubernetes/workloadKinds'
import type { Source } from '../yaml/source'
import type { Advice } from './advice/advice'
import { advise } from './advice/advise'
import { ADVICE } from './advice/list'
import { judge } from './judge'
import type { PodSecurityLevel } from './podSecurity/podSecurity'
import type { Diagnostic, Verdict } from './verdict'

const verdicts = new WeakMap<object, { readonly index: number; readonly verdict: Verdict }>()

/**
 * Takes a text with its documents, perhaps a level of pod security to ask for and the advice where it is known already; gives all that is to be said of them,
 * document by document, then the advice. What is asked again of a document that did not change is remembered: after a
 * keystroke one document is judged, not the design.
 */
export function diagnose(
  source: Source,
  level: PodSecurityLevel | null = null,
  advice: readonly Diagnostic[] = advise(source),
): readonly Diagnostic[] {
  const { documents } = source
  const said = documents.flatMap((document, index) => {
    const { diagnostics, podSecurity } = verdictOf(document, index)
    const forbidden = level === null ? [] : podSecurity[level]
    return [...diagnostics, ...forbidden.map((message) => violation(documents, index, message))]
  })
  return [...said, ...advice]
}

/** Takes a document and its index in the text; gives the server's answer to it, remembered as long as the document is. */
export function verdictOf(document: Json, index: number): Verdict {
  if (!isObject(document)) return judge(document, index)
  const before = verdicts.get(document)
  if (before?.index === index) return before.verdict
  const verdict = judge(document, index)
  verdicts.set(document, { index, verdict })
  return verdict
}

function violation(documents: readonly Json[], index: number, message: string): Diagnostic {
  return {
    path: workloadAt(documents, [index])?.podSpec ?? [index],
    level: 'warning',
    id: 'pod-security',
    reason: 'Forbidden',
    message,
    source: 'pod-security',
  }
}

/** Why a rule matters, and how what it finds is mended. */
export type About = Pick<Advice, 'title' | 'why' | 'mend' | 'docs'>

/** Takes a diagnostic's id; gives what there is to say about the rule, or null where it is the server's. */
export function aboutOf(id: string): About | null {
  return ADVICE.find((advice) => advice.id === id) ?? null
}
