import { splitSubscript } from '../../kubernetes/fieldPaths'
import { labelKey } from '../../kubernetes/names'
import { quoted } from '../../rules/goText'

/** What of an object's metadata a field path reads. */
export interface ReadMetadata {
  readonly name?: string
  readonly namespace?: string
  readonly uid?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

/** A value, or why there is none. */
export type FieldValue = { readonly value: string } | { readonly error: string }

/** Takes labels or annotations; gives them as a line `key="value"` each, by the alphabet (FormatMap). */
export function formatMap(map: Readonly<Record<string, string>>): string {
  return Object.keys(map)
    .toSorted()
    .map((key) => `${key}=${quoted(map[key] ?? '')}`)
    .join('\n')
}

const WHOLE: Readonly<Record<string, (metadata: ReadMetadata) => string>> = {
  'metadata.annotations': ({ annotations = {} }) => formatMap(annotations),
  'metadata.labels': ({ labels = {} }) => formatMap(labels),
  'metadata.name': ({ name = '' }) => name,
  'metadata.namespace': ({ namespace = '' }) => namespace,
  'metadata.uid': ({ uid = '' }) => uid,
}

interface Part {
  readonly of: (metadata: ReadMetadata) => Readonly<Record<string, string>> | undefined
  /** How a key is checked: those of annotations by their lower case. */
  readonly checked: (key: string) => string
}

const PARTS: Readonly<Record<string, Part>> = {
  'metadata.annotations': { of: ({ annotations }) => annotations, checked: (key) => key.toLowerCase() },
  'metadata.labels': { of: ({ labels }) => labels, checked: (key) => key },
}

/** Takes an object's metadata and a field path; gives its value as a text (ExtractFieldPathAsString in pkg/fieldpath). */
export function fieldPathValue(metadata: ReadMetadata, fieldPath: string): FieldValue {
  const subscript = splitSubscript(fieldPath)
  if (subscript !== null) {
    const { path, key } = subscript
    const part = Object.hasOwn(PARTS, path) ? PARTS[path] : undefined
    if (part === undefined) return { error: `fieldPath ${quoted(fieldPath)} does not support subscript` }
    const fault = labelKey(part.checked(key))
    if (fault !== null) return { error: `invalid key subscript in ${path}: ${fault}` }
    const map = part.of(metadata) ?? {}
    return { value: Object.hasOwn(map, key) ? (map[key] ?? '') : '' }
  }
  const read = Object.hasOwn(WHOLE, fieldPath) ? WHOLE[fieldPath] : undefined
  return read === undefined ? { error: `unsupported fieldPath: ${fieldPath}` } : { value: read(metadata) }
}
