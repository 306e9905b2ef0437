import type { FileNode } from './fileNode'
import type { Credentials, Wanted } from './fileSystem'

const BITS = { read: 4, write: 2, execute: 1 } as const

/** The sticky bit: in such a directory one removes one's own files only (inode(7)). */
export const STICKY = 0o1000

/** Takes who asks and a group; says whether it is one of theirs. */
export function isInGroup({ gid, groups }: Credentials, group: number): boolean {
  return gid === group || groups.includes(group)
}

/**
 * Takes who asks, what is asked for, and what for; says whether the mode allows it: the owner's bits, else the group's,
 * else the others' (path_resolution(7)). User 0 reads and writes all, and runs what anybody may run.
 */
export function mayAccess(who: Credentials, node: FileNode, wanted: Wanted): boolean {
  const { mode, uid, gid } = node
  if (who.uid === 0) return wanted !== 'execute' || node.type === 'directory' || (mode & 0o111) !== 0
  const shift = who.uid === uid ? 6 : isInGroup(who, gid) ? 3 : 0
  return ((mode >> shift) & BITS[wanted]) !== 0
}
