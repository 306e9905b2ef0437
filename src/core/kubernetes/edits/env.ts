import type { Change } from '../change'
import { ENV_SOURCES, type EnvFromSource, type EnvSource, type EnvSourceId } from '../envSources'
import type { Json, JsonObject } from '../json'
import { freshName } from '../names'
import { valueAt, type Path } from '../path'
import { field, itemsOf, textOf } from '../shape'
import { switchMember, unionOf } from '../unions'
import { ensureObject, objectAt } from './ensure'
import { append, moveItem, removeItem } from './list'
import { setKey } from './mapping'

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

/** Takes a variable's path, a source and its value; gives the variable that source. Without a value it keeps what both can say (the name and key). */
export function setEnvSource(envPath: Path, sourceId: EnvSourceId, value?: Json): Change {
  return (documents) => {
    const entry = objectAt(documents, envPath)
    const row = sourceRow(sourceId)
    if (entry === null || row === undefined) return undefined
    const member = row.id === 'literal' ? 'value' : 'valueFrom'
    switchMember(envPath, unionOf('EnvVar'), member)(documents)
    if (row.id === 'literal') {
      if (value !== undefined) setKey(entry, envPath, member, value)
      return undefined
    }
    const path = [...envPath, member]
    const from = ensureObject(documents, path)
    switchMember(path, unionOf('EnvVarSource'), row.id, row.blank())(documents)
    if (from !== null && value !== undefined) setKey(from, path, row.id, value)
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
  return switchMember(path, unionOf('EnvFromSource'), sourceId, { name: '' })
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

function freshEnvName(taken: readonly string[]): string {
  return freshName('NAME', taken).replaceAll('-', '_')
}
