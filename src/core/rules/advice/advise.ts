import { valueAt, type Path } from '../../kubernetes/path'
import type { Source } from '../../yaml/source'
import type { Diagnostic } from '../verdict'
import type { Advice, Finding } from './advice'
import { Design } from './design/design'
import { changeOfObjects, objectPathsIn } from './design/listItems'
import { ignoredIn, ignoringOf, type Ignored } from './ignored'
import { remarksOfIgnored } from './ignoredRemarks'
import { ADVICE } from './list'

/**
 * Takes a text with its documents, and perhaps the rules to use; gives the advice for them, rule by rule, without what
 * comments in the text switch off, then what there is to say of these comments.
 */
export function advise(source: Source, rules: readonly Advice[] = ADVICE): readonly Diagnostic[] {
  return adviseTogether([source], rules)[0] ?? []
}

/** Takes several texts that are one design, and perhaps the rules to use; gives the advice for each of them. */
export function adviseTogether(
  sources: readonly Source[],
  rules: readonly Advice[] = ADVICE,
): readonly (readonly Diagnostic[])[] {
  const texts = sources.map((source) => ({
    documents: source.documents,
    objects: objectPathsIn(source.documents),
    ignored: ignoredIn(source),
    used: new Set<Ignored>(),
    advice: noAdvice(),
  }))
  const places = texts.flatMap((text) => text.objects.map((path, at) => ({ text, path, at })))
  const design = new Design(places.map(({ text, path }) => valueAt(text.documents, path) ?? null))
  for (const rule of rules)
    for (const finding of rule.check(design)) {
      const [object, ...steps] = finding.path
      const place = places[Number(object)]
      if (place === undefined) continue
      const { text } = place
      const path = [...place.path, ...steps]
      const ignoring = ignoringOf(text.ignored, rule.id, path)
      for (const ignored of ignoring) text.used.add(ignored)
      if (ignoring.length > 0) continue
      const said = diagnosticOf(rule, { ...finding, path }, [place.at, ...steps], text.objects)
      text.advice.push(said)
    }
  const ids = rules.map(({ id }) => id)
  return texts.map(({ documents, ignored, used, advice }) => [
    ...advice,
    ...remarksOfIgnored(documents, ignored, used, ids),
  ])
}

function noAdvice(): Diagnostic[] {
  return []
}

/** Takes the rule, what it found and where that is among the objects of the text. */
function diagnosticOf(
  advice: Advice,
  { path, message, fixable }: Finding,
  inObjects: Path,
  objects: readonly Path[],
): Diagnostic {
  const { id, level, title, fix } = advice
  const said: Diagnostic = { path, level, id, reason: title, message, source: 'advice' }
  return fix === undefined || fixable === false
    ? said
    : { ...said, fix: { label: fix.label, change: changeOfObjects(objects, fix.change(inObjects)) } }
}
