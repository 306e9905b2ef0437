import { isArray, isObject, type Json } from './json'
import { namingOf, type Naming, type SymbolKind } from './namings'
import { objectKind, objectKindOf } from './objectKinds'
import { sameNamespace, type KubernetesObject } from './objects'
import { valueAt, type Path } from './path'
import type { Field, FieldType } from './schema/field'
import { fieldOf } from './schema/schema'
import { field as valueOf, stringsOf, textOf, wordOf } from './shape'

/** A label that is named: its key, and the values it may have there (null: all of them). */
export interface NamedLabel {
  readonly key: string
  readonly values: readonly string[] | null
}

/** A place that names something which is declared elsewhere. */
export interface Mention {
  readonly symbol: SymbolKind
  readonly path: Path
  /** Whether the name is the value at that path, or its key. */
  readonly part: 'key' | 'value'
  readonly name: string
  /** The kind of an object; '' for anything else. */
  readonly kind: string
  /** For a label and the value of one. */
  readonly label: NamedLabel | null
}

/** Takes the objects of the documents and a mention of one; gives those that it could be: of its kind and namespace, whatever their names. */
export function objectsMeant(
  objects: readonly KubernetesObject[],
  { kind, path }: Mention,
): readonly KubernetesObject[] {
  const from = objects.find((object) => object.path[0] === path[0])?.namespace ?? ''
  return objects.filter(
    (object) => object.kind === kind && sameNamespace(object.namespace, from) && isOfItsGroup(object),
  )
}

/** Whether it is what its kind says: other people's kinds may have the name of one of ours. */
function isOfItsGroup({ apiVersion, kind }: KubernetesObject): boolean {
  return objectKind(kind) === null || objectKindOf(apiVersion, kind) !== null
}

/** Takes the documents; gives every mention in objects of the kinds we know, in document order. */
export function mentionsIn(documents: readonly Json[]): readonly Mention[] {
  return documents.flatMap((document, index) => {
    const row = objectKindOf(textOf(valueOf(document, 'apiVersion')), textOf(valueOf(document, 'kind')))
    return row === null ? [] : mentionsBelow(documents, [index], { is: 'object', type: row.kind })
  })
}

/** Takes the documents, a path and the type of what stands there; gives every mention in it, in document order. */
export function mentionsBelow(documents: readonly Json[], at: Path, type: FieldType): readonly Mention[] {
  const found: Mention[] = []
  const value = valueAt(documents, at)
  if (value !== undefined) visit(value, at, type, found)
  return found
}

/** Takes the documents, a pod spec's path, what is named and a name; gives the mentions of it in that pod. */
export function mentionsInPod(
  documents: readonly Json[],
  podSpec: Path,
  symbol: SymbolKind,
  name: string,
): readonly Mention[] {
  return mentionsBelow(documents, podSpec, { is: 'object', type: 'PodSpec' }).filter(
    (mention) => mention.symbol === symbol && mention.name === name,
  )
}

function visit(value: Json, path: Path, type: FieldType, found: Mention[]): void {
  if (isArray(value)) {
    const item = type.is === 'list' ? type.of : null
    if (item !== null) value.forEach((each, index) => visit(each, [...path, index], item, found))
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const field = type.is === 'object' ? fieldOf(type.type, key) : null
      const naming = field === null ? null : namingOf(field.owner, field.name)
      const below = field?.type ?? (type.is === 'map' ? type.of : null)
      if (field !== null && naming !== null)
        found.push(...mentionsAt(value, inner, [...path, key], field, naming))
      else if (below !== null && below.is !== 'scalar') visit(inner, [...path, key], below, found)
    }
  }
}

function mentionsAt(around: Json, value: Json, path: Path, field: Field, naming: Naming): readonly Mention[] {
  if (naming.of === 'labels') return labelMentions(around, value, path)
  const isText = field.type.is === 'scalar' && field.type.scalar === 'string'
  if (value === null || typeof value === 'object' || (typeof value !== 'string' && !isText)) return []
  const name = wordOf(value)
  const kind = naming.of !== 'object' ? '' : (naming.kind ?? textOf(valueOf(around, 'kind')))
  return [{ symbol: naming.of, path, part: 'value', name, kind, label: null }]
}

/** A map of labels, the key of a requirement, or its values (which a requirement that it exists has none of). */
function labelMentions(around: Json, value: Json, path: Path): readonly Mention[] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, word]): readonly Mention[] => {
      if (key === '' || (typeof word !== 'string' && word !== null)) return []
      const label = { key, values: [word ?? ''] }
      const at = { path: [...path, key], kind: '', label }
      return [
        { symbol: 'label', part: 'key', name: key, ...at },
        { symbol: 'label value', part: 'value', name: word ?? '', ...at },
      ]
    })
  }
  const key = textOf(valueOf(around, 'key'))
  if (key === '') return []
  if (isArray(value)) {
    return value.flatMap((word, index): readonly Mention[] =>
      typeof word === 'string'
        ? [
            {
              symbol: 'label value',
              path: [...path, index],
              part: 'value',
              name: word,
              kind: '',
              label: { key, values: [word] },
            },
          ]
        : [],
    )
  }
  if (typeof value !== 'string') return []
  const values = textOf(valueOf(around, 'operator')) === 'In' ? stringsOf(valueOf(around, 'values')) : null
  return [{ symbol: 'label', path, part: 'value', name: key, kind: '', label: { key, values } }]
}
