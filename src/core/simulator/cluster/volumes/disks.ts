import type { Clock } from '../../clock'
import type { FilePast } from '../../filesystem/filePast'
import { FileTree } from '../../filesystem/fileTree'

/** The disks of the cluster, which outlive pods: claims' volumes, directories of the node, servers of files. */
export class Disks {
  private readonly trees = new Map<string, FileTree>()

  constructor(
    private readonly clock: Clock,
    private readonly past: FilePast,
  ) {}

  /** Takes what a disk is known by and the mode of its topmost directory; gives the disk, an empty one at first. */
  disk(id: string, mode: number): FileTree {
    const known = this.trees.get(id)
    if (known !== undefined) return known
    const tree = new FileTree(this.clock, { mode, past: this.past })
    this.trees.set(id, tree)
    return tree
  }

  /** Takes what a disk is known by; it is gone. */
  forget(id: string): void {
    this.trees.delete(id)
  }
}

/** Takes a claim; gives what its disk is known by. */
export function claimDisk(namespace: string, claim: string): string {
  return `claim ${namespace}/${claim}`
}
