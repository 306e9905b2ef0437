import { ENV_FROM_SOURCES, ENV_SOURCES, type EnvFromSource, type EnvSource } from './envSources'
import { isObject, type Json, type JsonObject } from './json'
import { valueAt, type Path } from './path'
import { field, itemsOf, textOf } from './shape'

/** An environment variable of a container. */
export interface EnvVar {
  readonly path: Path
  readonly index: number
  readonly name: string
  /** Its row of ENV_SOURCES; null where the text has a source nobody knows. */
  readonly source: EnvSource | null
  /** The source's key as written: `literal`, `fieldRef`, …, or an unknown one. */
  readonly sourceId: string
  /** Where the source's own value is: `…/value`, or `…/valueFrom/<source>`. */
  readonly valuePath: Path
  /** The source's own value: a text for a literal, else the mapping under `valueFrom.<source>`. */
  readonly value: Json
  /** What it points at, in a few words. */
  readonly summary: string
}

/** A set of variables from one ConfigMap or Secret. */
export interface EnvFrom {
  readonly path: Path
  readonly index: number
  /** Its row of ENV_FROM_SOURCES; null where the text has none of them. */
  readonly source: EnvFromSource | null
  readonly name: string
  readonly prefix: string
  readonly optional: boolean
}

/** Takes the documents and a container's path; gives its environment variables in order. */
export function envIn(documents: readonly Json[], container: Path): readonly EnvVar[] {
  const list = [...container, 'env']
  return itemsOf(valueAt(documents, list)).flatMap((entry, index) =>
    isObject(entry) ? [envVar(entry, [...list, index], index)] : [],
  )
}

/** Takes the documents and a variable's path; gives the variable, or null where there is none. */
export function envVarAt(documents: readonly Json[], path: Path): EnvVar | null {
  const entry = valueAt(documents, path)
  const index = path.at(-1)
  if (path.at(-2) !== 'env' || typeof index !== 'number' || !isObject(entry)) return null
  return envVar(entry, path, index)
}

function envVar(entry: JsonObject, path: Path, index: number): EnvVar {
  const { sourceId, valuePath, value } = sourceOf(entry)
  const source = ENV_SOURCES.find((row) => row.id === sourceId) ?? null
  return {
    path,
    index,
    name: textOf(field(entry, 'name')),
    source,
    sourceId,
    valuePath: [...path, ...valuePath],
    value,
    summary: source === null ? sourceId : source.describe(value),
  }
}

/** The source a variable has: valueFrom's first known key, else its first key, else a literal (an absent value is ''). */
function sourceOf(entry: JsonObject): { sourceId: string; valuePath: Path; value: Json } {
  const from = field(entry, 'valueFrom')
  if (isObject(from)) {
    const keys = Object.keys(from)
    const key =
      keys.find((name) => ENV_SOURCES.some((row) => row.id === name && name !== 'literal')) ?? keys[0]
    if (key !== undefined)
      return { sourceId: key, valuePath: ['valueFrom', key], value: field(from, key) ?? null }
  }
  return { sourceId: 'literal', valuePath: ['value'], value: field(entry, 'value') ?? '' }
}

/** Takes the documents and a container's path; gives its envFrom entries in order (later ones win). */
export function envFromIn(documents: readonly Json[], container: Path): readonly EnvFrom[] {
  const list = [...container, 'envFrom']
  return itemsOf(valueAt(documents, list)).flatMap((entry, index) => {
    if (!isObject(entry)) return []
    const source = ENV_FROM_SOURCES.find((row) => field(entry, row.id) !== undefined) ?? null
    const reference = source === null ? undefined : field(entry, source.id)
    return [
      {
        path: [...list, index],
        index,
        source,
        name: textOf(field(reference, 'name')),
        prefix: textOf(field(entry, 'prefix')),
        optional: field(reference, 'optional') === true,
      },
    ]
  })
}
