import type { Clock, Signal } from '../clock'
import { FileError } from './fileSystem'
import { bytesOf, contentOf, partsOf, sizeBelow } from './fileNode'
import type { Directory, FileNode, RegularFile } from './fileNode'
import { FilePast } from './filePast'

/** Who owns what is made, and which permissions it has. */
export interface Ownership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

export interface FileTreeOptions {
  /** Of the topmost directory: 0755 and root's where it is left out. An emptyDir has 0777 (KUBELET.md A11.2). */
  readonly mode?: number
  readonly uid?: number
  readonly gid?: number
  /** Bytes that fit: a tmpfs. What is more gives ENOSPC. */
  readonly sizeLimit?: number
  /** Where its changes are remembered; its own where it is left out. */
  readonly past?: FilePast
}

/** The set-group-ID bit: what is made in such a directory belongs to the directory's group (inode(7)). */
export const SETGID = 0o2000

/**
 * The files of a volume, or of a container's image and its own layer: a tree in memory. It asks nobody for permission;
 * that is for who mounts it (`containerFiles`).
 */
export class FileTree {
  readonly root: Directory
  /** Fires when anything in it has changed. */
  readonly changed: Signal
  /** What it was at each moment. */
  readonly past: FilePast
  private used = 0
  private made = 0
  private readonly bornAt: number

  constructor(
    private readonly clock: Clock,
    private readonly options: FileTreeOptions = {},
  ) {
    const { mode = 0o755, uid = 0, gid = 0 } = options
    this.changed = clock.signal()
    this.past = options.past ?? new FilePast(clock)
    this.bornAt = clock.now
    this.root = { type: 'directory', ...this.facts({ mode, uid, gid }), entries: new Map() }
  }

  /** Gives how many bytes its files hold. */
  bytes(): number {
    return this.used
  }

  /** Gives the bytes that fit into it, or undefined where nothing bounds them. */
  get sizeLimit(): number | undefined {
    return this.options.sizeLimit
  }

  /** Takes a path from the top; gives what is there without following links, or undefined. */
  at(path: string): FileNode | undefined {
    let node: FileNode | undefined = this.root
    for (const part of partsOf(path)) node = node?.type === 'directory' ? node.entries.get(part) : undefined
    return node
  }

  /** Takes a path from the top, a content and whose it is; writes it there, with the directories above it. Throws ENOTDIR, EISDIR, ENOSPC. */
  put(path: string, content: string | Uint8Array, mode = 0o644, uid = 0, gid = 0): void {
    const [directory, name] = this.parentOf(path, { mode: 0o755, uid, gid })
    const before = directory.entries.get(name)
    if (before?.type === 'directory') throw new FileError('EISDIR', path)
    const file = before?.type === 'file' ? before : this.makeFile(directory, name, { mode, uid, gid })
    this.fill(file, bytesOf(content), path)
    this.setFacts(file, { mode, uid, gid })
  }

  /** Takes a path from the top and whose it is; makes the directory with those above it, and gives it. Throws ENOTDIR. */
  putDirectory(path: string, ownership: Ownership = { mode: 0o755, uid: 0, gid: 0 }): Directory {
    let node = this.root
    for (const part of partsOf(path)) {
      const next = node.entries.get(part) ?? this.makeDirectory(node, part, ownership)
      if (next.type !== 'directory') throw new FileError('ENOTDIR', path)
      node = next
    }
    return node
  }

  /** Takes what a link says and a path from the top; puts the link there, in the place of one that was there. Throws ENOTDIR. */
  putLink(target: string, path: string, uid = 0, gid = 0): void {
    const [directory, name] = this.parentOf(path, { mode: 0o755, uid, gid })
    this.makeLink(directory, name, target, { mode: 0o777, uid, gid })
  }

  /** Takes a path from the top; what is there is gone, with all that is below. */
  delete(path: string): void {
    const parts = partsOf(path)
    const directory = this.at(parts.slice(0, -1).join('/'))
    const name = parts.at(-1)
    if (directory?.type === 'directory' && name !== undefined) this.drop(directory, name)
  }

  /** Takes a directory of the tree, a name that is free there, and whose it is; makes an empty file. */
  makeFile(directory: Directory, name: string, ownership: Ownership): RegularFile {
    const file: RegularFile = {
      type: 'file',
      ...this.facts(inherited(directory, ownership)),
      buffer: new Uint8Array(0),
      size: 0,
    }
    this.enter(directory, name, file)
    return file
  }

  /** Takes a directory of the tree, a name that is free there, and whose it is; makes a directory. It keeps the set-group-ID bit of the one above. */
  makeDirectory(directory: Directory, name: string, ownership: Ownership): Directory {
    const { mode, ...owner } = inherited(directory, ownership)
    const made: Directory = {
      type: 'directory',
      ...this.facts({ ...owner, mode: mode | (directory.mode & SETGID) }),
      entries: new Map(),
    }
    this.enter(directory, name, made)
    return made
  }

  /** Takes a directory of the tree, a name, what the link says, and whose it is; makes a link. */
  makeLink(directory: Directory, name: string, target: string, ownership: Ownership): void {
    this.enter(directory, name, {
      type: 'symlink',
      ...this.facts(inherited(directory, ownership)),
      target,
    })
  }

  /** Takes a file of the tree, its new content and the path to name in an error; throws ENOSPC where it does not fit. */
  fill(file: RegularFile, content: Uint8Array, path: string): void {
    this.grow(content.length - file.size, path)
    if (!this.isNew) this.past.content(this.root, file, false)
    file.buffer = content.slice()
    file.size = content.length
    this.touch(file)
  }

  /** As `fill`, but what was there stays before it. */
  extend(file: RegularFile, content: Uint8Array, path: string): void {
    this.grow(content.length, path)
    if (!this.isNew) this.past.content(this.root, file, true)
    const size = file.size + content.length
    if (size > file.buffer.length) {
      const buffer = new Uint8Array(Math.max(size, 2 * file.buffer.length))
      buffer.set(contentOf(file))
      file.buffer = buffer
    }
    file.buffer.set(content, file.size)
    file.size = size
    this.touch(file)
  }

  /** Takes a directory of the tree and a name; what is there is gone, with all that is below. */
  drop(directory: Directory, name: string): void {
    const node = directory.entries.get(name)
    if (node === undefined) return
    if (!this.isNew) this.past.entry(this.root, directory, name)
    directory.entries.delete(name)
    this.used -= sizeBelow(node)
    this.touch(directory)
  }

  /** Takes two places; what is at the first is at the second from now on, in the place of what was there. */
  move(from: Directory, name: string, to: Directory, newName: string): void {
    const node = from.entries.get(name)
    if (node === undefined) return
    if (!this.isNew) this.past.entry(this.root, from, name)
    from.entries.delete(name)
    this.touch(from)
    this.enter(to, newName, node)
  }

  /** Takes something of the tree and what it has from now on: mode, owner, time. */
  setFacts(node: FileNode, facts: Partial<Ownership> & { readonly modifiedAt?: number }): void {
    if (!this.isNew) this.past.facts(this.root, node)
    Object.assign(node, facts)
    this.changed.fire()
  }

  /** What was noted before it changed. */
  private touch(node: FileNode): void {
    node.modifiedAt = this.clock.now
    this.changed.fire()
  }

  /** Before the moment at which it came to be there was nothing to remember. */
  private get isNew(): boolean {
    return this.clock.now === this.bornAt
  }

  private enter(directory: Directory, name: string, node: FileNode): void {
    const before = directory.entries.get(name)
    if (before !== undefined) this.used -= sizeBelow(before)
    if (!this.isNew) this.past.entry(this.root, directory, name)
    directory.entries.set(name, node)
    this.touch(directory)
  }

  private parentOf(path: string, ownership: Ownership): readonly [Directory, string] {
    const parts = partsOf(path)
    const name = parts.at(-1)
    if (name === undefined) throw new FileError('EISDIR', path)
    return [this.putDirectory(parts.slice(0, -1).join('/'), ownership), name]
  }

  private grow(bytes: number, path: string): void {
    const { sizeLimit } = this.options
    if (bytes > 0 && sizeLimit !== undefined && this.used + bytes > sizeLimit)
      throw new FileError('ENOSPC', path)
    this.used += bytes
  }

  private facts(ownership: Ownership) {
    this.made += 1
    return { id: this.made, ...ownership, modifiedAt: this.clock.now }
  }
}

function inherited(directory: Directory, ownership: Ownership): Ownership {
  return (directory.mode & SETGID) === 0 ? ownership : { ...ownership, gid: directory.gid }
}
