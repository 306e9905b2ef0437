import { containersIn } from '../../../core/kubernetes/containers'
import { isObject, type Json } from '../../../core/kubernetes/json'
import { objectsIn } from '../../../core/kubernetes/objects'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { referencesIn } from '../../../core/kubernetes/references'
import type { Named } from '../../../core/kubernetes/sourceFields'
import { volumesIn } from '../../../core/kubernetes/volumes'
import type { Suggestion } from '../../../ui/SuggestField'

/** Takes the documents, a pod spec and a kind of thing; gives the names of those the manifest has or speaks of. */
export function knownNames(documents: readonly Json[], podSpec: Path, named: Named): readonly Suggestion[] {
  if (named === 'container')
    return containersIn(documents, podSpec).map(({ name, image }) => ({ value: name, hint: image }))
  if (named === 'volume')
    return volumesIn(documents, podSpec).map(({ name, source }) => ({ value: name, hint: source?.label }))
  const here = objectsIn(documents)
    .filter((object) => object.kind === named)
    .map(({ name }) => ({ value: name, hint: 'In this manifest' }))
  const spokenOf = referencesIn(documents, podSpec)
    .filter((reference) => reference.kind === named && reference.name !== '')
    .map(({ name }) => ({ value: name, hint: 'Used elsewhere in this pod' }))
  const seen = new Set<string>()
  return [...here, ...spokenOf].filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
}

/** Takes the documents and a ConfigMap or Secret by name; gives its keys, where the manifest has that object. */
export function knownKeys(
  documents: readonly Json[],
  kind: 'ConfigMap' | 'Secret',
  name: string,
): readonly Suggestion[] {
  const object = objectsIn(documents).find((candidate) => candidate.kind === kind && candidate.name === name)
  if (object === undefined) return []
  return ['data', 'stringData', 'binaryData'].flatMap((list) => {
    const entries = valueAt(documents, [...object.path, list])
    return isObject(entries) ? Object.keys(entries).map((value) => ({ value })) : []
  })
}
