import { FileError } from './fileSystem'
import type { Credentials } from './fileSystem'
import { partsOf } from './fileNode'
import type { Directory, FileNode } from './fileNode'
import type { FileTree } from './fileTree'
import { mayAccess } from './permissions'

/** A tree, or a part of one, at a place of a container's files. */
export interface Mounted {
  /** Where, without an end slash; '' is the container's own root. */
  readonly path: string
  readonly tree: FileTree
  /** What is seen there. */
  readonly node: FileNode
  /** The way from the tree's root to it; '' is the root itself. */
  readonly subPath: string
  readonly readOnly: boolean
}

/** A file, directory or link at its one path (no links in it), and what it is part of. */
export interface Place<Node extends FileNode = FileNode> {
  readonly path: string
  readonly node: Node
  readonly mounted: Mounted
}

/** Where a path leads: the directory, the name there, and what has the name, if anything. */
export interface Found {
  readonly above: Place<Directory>
  readonly name: string
  readonly place: Place | undefined
}

/** As many links as Linux follows before it says ELOOP (path_resolution(7)). */
const MOST_LINKS = 40

/**
 * Takes what is mounted by its path, who asks, a path, and whether a link at its end is followed; walks it through
 * links and mounts. The longest mount path that is a prefix wins, since each step looks for a mount first (KUBELET.md
 * A11.1). Throws ENOENT where a directory on the way is missing, ENOTDIR, EACCES, ELOOP.
 */
export function walk(
  mounts: ReadonlyMap<string, Mounted>,
  root: Place<Directory>,
  who: Credentials,
  path: string,
  follow: boolean,
): Found {
  let stack: Place[] = [root]
  const left = [...partsOf(path)]
  let links = 0
  let found: Found = { above: root, name: '', place: root }
  for (let part = left.shift(); part !== undefined; part = left.shift()) {
    const here = directoryAt(stack, root, path)
    if (part === '..') {
      if (stack.length > 1) stack.pop()
      found = foundAt(stack, root, path)
      continue
    }
    if (!mayAccess(who, here.node, 'execute')) throw new FileError('EACCES', path)
    const childPath = `${here.path}/${part}`
    const mount = mounts.get(childPath)
    const node = mount?.node ?? here.node.entries.get(part)
    if (node === undefined) {
      if (left.length > 0) throw new FileError('ENOENT', path)
      return { above: here, name: part, place: undefined }
    }
    if (node.type === 'symlink' && (follow || left.length > 0)) {
      links += 1
      if (links > MOST_LINKS) throw new FileError('ELOOP', path)
      if (node.target.startsWith('/')) stack = [root]
      left.unshift(...partsOf(node.target))
      continue
    }
    const place = { path: childPath, node, mounted: mount ?? here.mounted }
    stack.push(place)
    found = { above: here, name: part, place }
  }
  return found
}

function directoryAt(stack: readonly Place[], root: Place<Directory>, path: string): Place<Directory> {
  const here = stack.at(-1) ?? root
  if (here.node.type !== 'directory') throw new FileError('ENOTDIR', path)
  return { ...here, node: here.node }
}

function foundAt(stack: readonly Place[], root: Place<Directory>, path: string): Found {
  const place = stack.at(-1) ?? root
  const above = directoryAt(stack.slice(0, -1), root, path)
  return { above, name: partsOf(place.path).at(-1) ?? '', place }
}
