import type { Change } from '../change'
import { CONTAINER_LISTS, containerPathOf } from '../containers'
import { nameFromImage } from '../imageName'
import { isObject, type Json, type JsonObject } from '../json'
import { mentionsInPod } from '../mentions'
import { freshName } from '../names'
import { valueAt, type Path } from '../path'
import { roleRow, type Role } from '../roles'
import { copyOf, field, itemsOf, wordOf } from '../shape'
import { ensureList, listAt, objectAt } from './ensure'
import { followName } from './followName'
import { append, moveItem, removeItem } from './list'
import { setKey } from './mapping'
import { removeAt } from './remove'
import { setValue } from './setValue'

/** What a new container starts with. Without a name it is called after its image, else after its role. */
export interface NewContainer {
  readonly name?: string
  readonly image?: string
}

/** Takes a pod spec's path, a role and what is known; adds a container at the end of its list, and selects it. */
export function addContainer(podSpec: Path, role: Role, { name, image = '' }: NewContainer = {}): Change {
  return (documents) => {
    const row = roleRow(role)
    const proposed = name ?? freshName(nameFromImage(image) || role, namesIn(documents, podSpec))
    const container: JsonObject = { name: proposed, image }
    if (row.restartPolicy !== null) container['restartPolicy'] = row.restartPolicy
    return append(documents, [...podSpec, row.list], container)
  }
}

/** Takes a container's path; adds a copy with a fresh name right behind it, and selects it. Ports keep their numbers, the clash is shown at the field. */
export function duplicateContainer(path: Path): Change {
  return (documents) => {
    const listPath = path.slice(0, -1)
    const list = listAt(documents, listPath)
    const index = path.at(-1)
    const container = valueAt(documents, path)
    if (list === null || typeof index !== 'number' || !isObject(container)) return undefined
    const copy = copyOf(container)
    const name = wordOf(field(container, 'name')).replace(/-\d+$/, '')
    copy['name'] = freshName(name || 'container', namesIn(documents, podSpecOf(path)))
    list.splice(index + 1, 0, copy)
    return [...listPath, index + 1]
  }
}

/**
 * Takes a container's path and a name; renames it, and every resourceFieldRef.containerName of its pod follows.
 * A name another container of the pod has is not taken (nothing changes), so nothing can follow the wrong one.
 */
export function renameContainer(path: Path, name: string): Change {
  return (documents) => {
    const podSpec = podSpecOf(path)
    const container = objectAt(documents, path)
    if (container === null) return undefined
    const old = wordOf(field(container, 'name'))
    if (old !== name && namesIn(documents, podSpec).includes(name)) return undefined
    setKey(container, path, 'name', name)
    if (old !== '') followName(documents, mentionsInPod(documents, podSpec, 'container', old), name)
    return undefined
  }
}

/** Takes a container's path; removes it. `containers: []` stays, an emptied `initContainers` goes. Selects its neighbour. */
export function removeContainer(path: Path): Change {
  return removeItem(path)
}

/** Takes a container's path and an index in the same list; moves it there. */
export function moveContainer(path: Path, toIndex: number): Change {
  return moveItem(path, toIndex)
}

/**
 * Takes a container's path and a role; moves it to that role's list (at its end) and sets or removes
 * `restartPolicy: Always`. Nothing else is dropped: what the new role forbids stays in the text, for its author to see.
 */
export function setRole(path: Path, role: Role): Change {
  return (documents) => {
    const row = roleRow(role)
    const podSpec = podSpecOf(path)
    const target = [...podSpec, row.list]
    const container = objectAt(documents, path)
    if (container === null || !CONTAINER_LISTS.some((list) => list === path.at(-2))) return undefined
    if (row.restartPolicy !== null) setKey(container, path, 'restartPolicy', row.restartPolicy)
    else if (field(container, 'restartPolicy') === 'Always') delete container['restartPolicy']
    if (path.at(-2) === row.list) return path
    const moved = copyOf(container)
    const list = ensureList(documents, target)
    if (list === null) return undefined
    removeAt(documents, path)
    list.push(moved)
    return [...target, list.length - 1]
  }
}

/** Takes a container's path and the words of its command (entrypoint); none removes it. */
export function setCommand(path: Path, words: readonly string[]): Change {
  return setWords([...path, 'command'], words)
}

/** Takes a container's path and its arguments; none removes them. */
export function setArgs(path: Path, words: readonly string[]): Change {
  return setWords([...path, 'args'], words)
}

function setWords(path: Path, words: readonly string[]): Change {
  return setValue(path, words.length === 0 ? undefined : [...words])
}

/** Takes the draft and a pod spec's path; gives the names of all its containers: they must be unique across both lists. */
function namesIn(documents: readonly Json[], podSpec: Path): readonly string[] {
  return CONTAINER_LISTS.flatMap((list) =>
    itemsOf(valueAt(documents, [...podSpec, list])).map((item) => wordOf(field(item, 'name'))),
  )
}

/** Takes a path in a container; gives the path of its pod spec. */
export function podSpecOf(path: Path): Path {
  return (containerPathOf(path) ?? path).slice(0, -2)
}
