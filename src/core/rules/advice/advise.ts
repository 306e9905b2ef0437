import type { Source } from '../../yaml/source'
import type { Diagnostic } from '../verdict'
import type { Advice, Finding } from './advice'
import { Design } from './design/design'
import { ignoredIn } from './ignored'
import { ADVICE } from './list'

/**
 * Takes a text with its documents, and perhaps the rules to use; gives the advice for them, rule by rule, without what
 * comments in the text switch off.
 */
export function advise(source: Source, rules: readonly Advice[] = ADVICE): readonly Diagnostic[] {
  const design = new Design(source.documents)
  const isIgnored = ignoredIn(source)
  return rules.flatMap((advice) =>
    advice
      .check(design)
      .filter(({ path }) => !isIgnored(advice.id, path))
      .map((finding) => diagnosticOf(advice, finding)),
  )
}

function diagnosticOf(advice: Advice, { path, message, fixable }: Finding): Diagnostic {
  const { id, level, title, fix } = advice
  const said: Diagnostic = { path, level, id, reason: title, message, source: 'advice' }
  return fix === undefined || fixable === false
    ? said
    : { ...said, fix: { label: fix.label, change: fix.change(path) } }
}
