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
  return adviseTogether([source], rules)[0] ?? []
}

/** Takes several texts that are one design, and perhaps the rules to use; gives the advice for each of them. */
export function adviseTogether(
  sources: readonly Source[],
  rules: readonly Advice[] = ADVICE,
): readonly (readonly Diagnostic[])[] {
  const places = sources.flatMap((source, at) => source.documents.map((_, index) => ({ at, index })))
  const design = new Design(sources.flatMap(({ documents }) => documents))
  const ignored = sources.map(ignoredIn)
  const advice: Diagnostic[][] = sources.map(() => [])
  for (const rule of rules)
    for (const finding of rule.check(design)) {
      const [document, ...steps] = finding.path
      const place = places[Number(document)]
      if (place === undefined) continue
      const path = [place.index, ...steps]
      if (ignored[place.at]?.(rule.id, path) !== true)
        advice[place.at]?.push(diagnosticOf(rule, { ...finding, path }))
    }
  return advice
}

function diagnosticOf(advice: Advice, { path, message, fixable }: Finding): Diagnostic {
  const { id, level, title, fix } = advice
  const said: Diagnostic = { path, level, id, reason: title, message, source: 'advice' }
  return fix === undefined || fixable === false
    ? said
    : { ...said, fix: { label: fix.label, change: fix.change(path) } }
}
