import type { Clock } from '../clock'
import { bytesOf, contentOf, partsOf } from './fileNode'
import type { FileNode } from './fileNode'
import type { FileTree } from './fileTree'

/** A file of a ConfigMap, Secret, projected or downwardAPI volume. */
export interface PublishedFile {
  readonly content: string | Uint8Array
  readonly mode: number
}

/** The link that is flipped when the volume is updated. */
const DATA = '..data'

/**
 * Takes a clock, the tree of a volume, its files by their path, and the group that owns them; puts them there as the
 * kubelet does: into a directory named after the time, `..data` leads to it, and what users see are links through
 * `..data`, so that all change at one moment (pkg/volume/util/atomic_writer.go, KUBELET.md A11.5). Says whether
 * anything changed. An earlier directory is gone; who has opened a file of it by subPath keeps the old one.
 */
export function publish(
  clock: Clock,
  tree: FileTree,
  files: ReadonlyMap<string, PublishedFile>,
  gid = 0,
): boolean {
  const before = tree.at(DATA)
  const old = before?.type === 'symlink' ? before.target : ''
  if (old !== '' && isSame(tree, old, files)) return false
  const directory = nameOf(clock, tree)
  const { root } = tree
  const below = tree.makeDirectory(root, directory, { mode: 0o755, uid: 0, gid })
  for (const [path, { content, mode }] of files) tree.put(`${directory}/${path}`, content, mode, 0, gid)
  tree.setFacts(below, { modifiedAt: clock.now })
  tree.putLink(directory, DATA, 0, gid)
  const seen = new Set([...files.keys()].flatMap((path) => partsOf(path).slice(0, 1)))
  for (const name of seen) if (!root.entries.has(name)) tree.putLink(`${DATA}/${name}`, name, 0, gid)
  for (const name of root.entries.keys())
    if (name !== directory && name !== DATA && !seen.has(name)) tree.delete(name)
  return true
}

/** `os.MkdirTemp` of the time: its random end is made of the time here, so that a history comes out the same again. */
function nameOf(clock: Clock, tree: FileTree): string {
  const time = clock.timestamp().replaceAll(/[-T:]/g, '_').replace('Z', '')
  const end = ((clock.now * 2_654_435_761 + tree.root.entries.size * 40_503) % 4_294_967_296) >>> 0
  return `..${time}.${end}`
}

function isSame(tree: FileTree, directory: string, files: ReadonlyMap<string, PublishedFile>): boolean {
  const found = new Map(filesBelow(tree.at(directory), ''))
  if (found.size !== files.size) return false
  return [...files].every(([path, { content, mode }]) => {
    const node = found.get(partsOf(path).join('/'))
    return node?.type === 'file' && node.mode === mode && isEqual(contentOf(node), bytesOf(content))
  })
}

function filesBelow(node: FileNode | undefined, path: string): readonly (readonly [string, FileNode])[] {
  if (node === undefined) return []
  if (node.type !== 'directory') return [[path, node]]
  return [...node.entries].flatMap(([name, child]) =>
    filesBelow(child, path === '' ? name : `${path}/${name}`),
  )
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
