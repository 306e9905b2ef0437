import type { Change } from '../change'
import { ENV_SOURCES, type EnvFromSource, type EnvSource, type EnvSourceId } from '../envSources'
import { isObject, type Json, type JsonObject } from '../json'
import { freshName } from '../names'
import { valueAt, type Path } from '../path'
import { field, itemsOf, textOf } from '../shape'
import { objectAt } from './ensure'
import { append, moveItem, removeItem } from './list'
import { renameKey, setKey } from './mapping'

/** Takes a container's path, a name ('' proposes one), a source and its value (blank without); adds the variable, and selects it. */
export function addEnv(
  containerPath: Path,
  name = '',
  sourceId: EnvSourceId = 'literal',
  value?: Json,
): Change {
  return (documents) => {
    const row = sourceRow(sourceId)
    if (row === undefined || objectAt(documents, containerPath) === null) return undefined
    const list = [...containerPath, 'env']
    const taken = itemsOf(valueAt(documents, list)).map((entry) => textOf(field(entry, 'name')))
    return append(documents, list, {
      name: name === '' ? freshEnvName(taken) : name,
      ...written(row, value ?? row.blank()),
    })
  }
}

/** Takes a variable's path, a source and its value; gives the variable that source. Without a value it keeps the name and key both have. */
export function setEnvSource(envPath: Path, sourceId: EnvSourceId, value?: Json): Change {
  return (documents) => {
    const entry = objectAt(documents, envPath)
    const row = sourceRow(sourceId)
    if (entry === null || row === undefined) return undefined
    const next = written(row, value ?? kept(entry, row))
    const [key, other] = row.id === 'literal' ? ['value', 'valueFrom'] : ['valueFrom', 'value']
    // In the old one's place, so that the line that changes is the line that changed.
    if (!Object.hasOwn(entry, key)) renameKey(entry, other, key)
    setKey(entry, envPath, key, next[key] ?? '')
    delete entry[other]
    return undefined
  }
}

/** Takes a variable's path and a name; renames it. */
export function renameEnv(envPath: Path, name: string): Change {
  return (documents) => {
    const entry = objectAt(documents, envPath)
    if (entry !== null) setKey(entry, envPath, 'name', name)
    return undefined
  }
}

/** Takes a variable's path and an index; moves it there: $(NAME) sees only variables defined before it. */
export function moveEnv(envPath: Path, toIndex: number): Change {
  return moveItem(envPath, toIndex)
}

/** Takes a variable's path; removes it, and `env` with the last one. */
export function removeEnv(envPath: Path): Change {
  return removeItem(envPath)
}

/** Takes a container's path, a source of ENV_FROM_SOURCES and the object's name; adds the entry, and selects it. */
export function addEnvFrom(containerPath: Path, sourceId: EnvFromSource['id'], name = ''): Change {
  return (documents) =>
    objectAt(documents, containerPath) === null
      ? undefined
      : append(documents, [...containerPath, 'envFrom'], { [sourceId]: { name } })
}

/** Takes an envFrom entry's path and a source; makes it that source, with the same name, prefix and optional. */
export function setEnvFromSource(path: Path, sourceId: EnvFromSource['id']): Change {
  return (documents) => {
    const entry = objectAt(documents, path)
    if (entry === null || isObject(field(entry, sourceId))) return undefined
    const other = sourceId === 'configMapRef' ? 'secretRef' : 'configMapRef'
    if (!isObject(field(entry, other)) || !renameKey(entry, other, sourceId))
      setKey(entry, path, sourceId, { name: '' })
    return undefined
  }
}

/** Takes an envFrom entry's path and an index; moves it there: of two that give one name, the later wins. */
export function moveEnvFrom(path: Path, toIndex: number): Change {
  return moveItem(path, toIndex)
}

/** Takes an envFrom entry's path; removes it, and `envFrom` with the last one. */
export function removeEnvFrom(path: Path): Change {
  return removeItem(path)
}

function sourceRow(sourceId: EnvSourceId): EnvSource | undefined {
  return ENV_SOURCES.find((row) => row.id === sourceId)
}

function written(row: EnvSource, value: Json): JsonObject {
  return row.id === 'literal' ? { value } : { valueFrom: { [row.id]: value } }
}

/** The new source's blank value, with what the old one had under the same keys (a ConfigMap's name and key for a Secret's). */
function kept(entry: JsonObject, row: EnvSource): Json {
  const blank = row.blank()
  const from = field(entry, 'valueFrom')
  const same = field(from, row.id)
  if (same !== undefined) return same
  if (!isObject(blank) || !isObject(from)) return blank
  const olds = Object.values(from)
  for (const key of ['name', 'key', 'optional']) {
    const old = olds.map((value) => field(value, key)).find((value) => value !== undefined)
    if (old !== undefined && row.fields.some((sourceField) => sourceField.path[0] === key)) blank[key] = old
  }
  return blank
}

function freshEnvName(taken: readonly string[]): string {
  return freshName('NAME', taken).replaceAll('-', '_')
}
