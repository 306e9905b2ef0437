import { partsOf } from './fileNode'
import type { Directory, FileNode } from './fileNode'
import { SETGID } from './fileTree'
import type { FileTree } from './fileTree'
import type { Mounted } from './pathWalk'

/** A volume, or a part of it, that is mounted into a container. */
export interface VolumeMount {
  /** `mountPath`. */
  readonly path: string
  readonly tree: FileTree
  /** '' is the whole volume. */
  readonly subPath: string
  readonly readOnly: boolean
}

/** A mount point is looked for behind as many links. */
const MOST_LINKS = 10

/** Takes a container's own files and its mounts; gives them by their path, and makes the mount points that are missing, as the runtime does. */
export function mountedAt(own: Mounted, mounts: readonly VolumeMount[]): ReadonlyMap<string, Mounted> {
  const byPath = new Map<string, Mounted>()
  const shortestFirst = mounts.toSorted((a, b) => partsOf(a.path).length - partsOf(b.path).length)
  for (const { path, tree, subPath, readOnly } of shortestFirst) {
    const parts = withoutLinks(own.node, byPath, partsOf(path), 0)
    const at = `/${parts.join('/')}`
    const inside = partsOf(subPath)
    const node = inside.length === 0 ? tree.root : nodeAt(tree, tree.root, inside)
    makePoint(own, byPath, parts, node)
    byPath.set(at, { path: at, tree, node, subPath: inside.join('/'), readOnly })
  }
  return byPath
}

/**
 * Takes a tree, a directory of it and a way; gives what is there, through the links of the volume. What is missing is
 * made as a directory with the mode of the volume's root (KUBELET.md A11.6). A file stays the one that it is now: what
 * flips the links later is not seen.
 */
function nodeAt(tree: FileTree, directory: Directory, way: readonly string[]): FileNode {
  const [name, ...rest] = way
  if (name === undefined) return directory
  const found = directory.entries.get(name)
  if (found?.type === 'symlink') return nodeAt(tree, directory, [...partsOf(found.target), ...rest])
  const { mode, uid, gid } = tree.root
  const node = found ?? tree.makeDirectory(directory, name, { mode: mode & ~SETGID, uid, gid })
  return node.type === 'directory' ? nodeAt(tree, node, rest) : node
}

/** Takes the way to a mount point; gives it with the image's links followed (`/var/run` is `/run` in most images), as the runtime mounts it. */
function withoutLinks(
  root: FileNode,
  mounts: ReadonlyMap<string, Mounted>,
  parts: readonly string[],
  links: number,
): readonly string[] {
  let here: FileNode | undefined = root
  for (const [at, part] of parts.entries()) {
    if (here?.type !== 'directory') return parts
    here = mounts.get(`/${parts.slice(0, at + 1).join('/')}`)?.node ?? here.entries.get(part)
    if (here?.type !== 'symlink' || links === MOST_LINKS) continue
    const above = here.target.startsWith('/') ? [] : parts.slice(0, at)
    const way: string[] = []
    for (const next of [...above, ...partsOf(here.target)])
      if (next === '..') way.pop()
      else way.push(next)
    return withoutLinks(root, mounts, [...way, ...parts.slice(at + 1)], links + 1)
  }
  return parts
}

/** Makes what a mount hides: in the container's own files, or in the volume that it is mounted inside of. */
function makePoint(
  own: Mounted,
  mounts: ReadonlyMap<string, Mounted>,
  parts: readonly string[],
  node: FileNode,
): void {
  let mounted = own
  let here: FileNode = own.node
  for (const [at, part] of parts.entries()) {
    if (here.type !== 'directory') return
    const inner = mounts.get(`/${parts.slice(0, at + 1).join('/')}`)
    const found: FileNode | undefined = inner?.node ?? here.entries.get(part)
    mounted = inner ?? mounted
    const ownership = { mode: 0o755, uid: 0, gid: 0 }
    if (found !== undefined) here = found
    else if (at === parts.length - 1 && node.type === 'file') mounted.tree.makeFile(here, part, ownership)
    else here = mounted.tree.makeDirectory(here, part, ownership)
  }
}
