import type { Change } from '../../core/kubernetes/change'
import { containerPathOf, containersIn } from '../../core/kubernetes/containers'
import { podSpecOf, renameContainer } from '../../core/kubernetes/edits/containers'
import { renameObject } from '../../core/kubernetes/edits/objects'
import { renameVolume } from '../../core/kubernetes/edits/volumes'
import type { Json } from '../../core/kubernetes/json'
import { dns1123Label, dns1123Subdomain } from '../../core/kubernetes/names'
import { objectsIn, sameNamespace } from '../../core/kubernetes/objects'
import { samePath, valueAt, type Path } from '../../core/kubernetes/path'
import { field, textOf } from '../../core/kubernetes/shape'
import { volumesIn } from '../../core/kubernetes/volumes'

/** Takes the path of a container, a volume or a document; gives its name. */
export function nameAt(documents: readonly Json[], path: Path): string {
  return textOf(valueAt(documents, [...path, ...(path.length === 1 ? ['metadata', 'name'] : ['name'])]))
}

/** Takes a path and a name; gives the edit that renames the thing there and lets everything follow that refers to it. */
export function renameOf(path: Path, name: string): Change {
  if (path.length === 1) return renameObject(path, name)
  return containerPathOf(path) === null ? renameVolume(path, name) : renameContainer(path, name)
}

/** Takes the documents, a path and a name for the thing there; says what is wrong with that name, or null. */
export function wrongName(documents: readonly Json[], path: Path, name: string): string | null {
  if (name === '') return null
  if (siblings(documents, path).includes(name)) return 'Duplicate value: another one has this name'
  return path.length === 1 ? dns1123Subdomain(name) : dns1123Label(name)
}

function siblings(documents: readonly Json[], path: Path): readonly string[] {
  const others = (list: readonly { readonly path: Path; readonly name: string }[]) =>
    list.filter((each) => !samePath(each.path, path)).map((each) => each.name)
  if (path.length > 1) {
    const podSpec = podSpecOf(path)
    return others(
      containerPathOf(path) === null
        ? volumesIn(documents, path.slice(0, -2))
        : containersIn(documents, podSpec),
    )
  }
  const document = valueAt(documents, path)
  const kind = textOf(field(document, 'kind'))
  const namespace = textOf(field(field(document, 'metadata'), 'namespace'))
  return others(
    objectsIn(documents).filter((each) => each.kind === kind && sameNamespace(each.namespace, namespace)),
  )
}
