import type { Signal } from '../clock'
import { FileError } from './fileSystem'
import type { Credentials, FileStat, FileSystem, MountUsage, Wanted } from './fileSystem'
import { bytesOf, contentOf, partsOf, textOf } from './fileNode'
import type { Directory, FileNode, RegularFile } from './fileNode'
import type { FileTree } from './fileTree'
import { mayAccess, isInGroup, STICKY } from './permissions'
import { anySignal } from '../anySignal'
import { mountedAt } from './mount'
import type { VolumeMount } from './mount'
import { walk } from './pathWalk'
import type { Found, Mounted, Place } from './pathWalk'

/** A file was read, written or removed through a container's mounts. */
export interface FileAccess {
  readonly kind: 'read' | 'write' | 'remove'
  readonly path: string
  /** The mount's path, or null for the container's own files. */
  readonly mount: string | null
  /** The path inside the volume. */
  readonly volumePath: string
  readonly bytes: number
}

export interface ContainerFilesOptions {
  /** The image's files with the container's own layer above them: new at each start of the container. */
  readonly root: FileTree
  /** `readOnlyRootFilesystem`. */
  readonly readOnlyRoot?: boolean
  readonly mounts: readonly VolumeMount[]
  readonly credentials: Credentials
  /** Is told of each access to a file. */
  readonly onAccess?: (access: FileAccess) => void
}

/** What a new file and a new directory get: 0666 and 0777 without the umask of 022. */
const FILE_MODE = 0o644
const DIRECTORY_MODE = 0o755

/** The moment from which on files are known: what they were before was forgotten. */
export interface KnownFrom {
  readonly knownFrom: number
}

/** The files of a container, which somebody can look at without anybody being told, also as they were. */
export interface RecordedFiles extends FileSystem {
  /** Takes a moment, or null for now; gives the files as they were at it, to be read only, or from when on they are known. */
  seenAt(time: number | null): FileSystem | KnownFrom
}

/** Takes the trees that a container sees and who its processes are; gives its files. Mount points that are missing are made. */
export function containerFiles({
  root,
  readOnlyRoot = false,
  mounts,
  credentials,
  onAccess = () => undefined,
}: ContainerFilesOptions): RecordedFiles {
  const own = { path: '', tree: root, node: root.root, subPath: '', readOnly: readOnlyRoot }
  return new ContainerFiles(own, mountedAt(own, mounts), credentials, onAccess)
}

/** The container's own files. */
interface OwnFiles extends Mounted {
  readonly node: Directory
}

class ContainerFiles implements RecordedFiles {
  readonly changed: Signal
  private readonly root: Place<Directory>

  constructor(
    private readonly own: OwnFiles,
    private readonly mounted: ReadonlyMap<string, Mounted>,
    private readonly who: Credentials,
    private readonly onAccess: (access: FileAccess) => void,
  ) {
    this.root = { path: '', node: own.node, mounted: own }
    this.changed = anySignal([...this.trees()].map((tree) => tree.changed))
  }

  seenAt(time: number | null): FileSystem | KnownFrom {
    const roots = new Set([...this.trees()].map(({ root }) => root))
    const { past } = this.own.tree
    const knownFrom = past.knownFrom(roots)
    if (time !== null && time < knownFrom) return { knownFrom }
    const copies = past.at(time ?? Infinity, roots)
    const seen = new Map(
      [...this.mounted].map(([path, mounted]) => [
        path,
        { ...mounted, node: copies.node(mounted.node), readOnly: true },
      ]),
    )
    const own = { ...this.own, node: copies.directory(this.own.node), readOnly: true }
    return new ContainerFiles(own, seen, this.who, () => undefined)
  }

  read(path: string): Uint8Array {
    const place = this.there(path)
    if (place.node.type === 'directory') throw new FileError('EISDIR', path)
    if (place.node.type !== 'file') throw new FileError('EINVAL', path)
    this.ask(place, 'read', path)
    this.tell('read', place, place.node.size)
    return contentOf(place.node)
  }

  readText(path: string): string {
    return textOf(this.read(path))
  }

  write(path: string, content: string | Uint8Array): void {
    const bytes = bytesOf(content)
    const { place, file } = this.opened(path)
    place.mounted.tree.fill(file, bytes, path)
    this.tell('write', place, bytes.length)
  }

  append(path: string, content: string | Uint8Array): void {
    const bytes = bytesOf(content)
    const { place, file } = this.opened(path)
    place.mounted.tree.extend(file, bytes, path)
    this.tell('write', place, bytes.length)
  }

  exists(path: string): boolean {
    return this.found(path, true)?.place !== undefined
  }

  stat(path: string): FileStat {
    return statOf(this.there(path).node)
  }

  lstat(path: string): FileStat {
    return statOf(this.there(path, false).node)
  }

  list(path: string): readonly string[] {
    const place = this.there(path)
    if (place.node.type !== 'directory') throw new FileError('ENOTDIR', path)
    this.ask(place, 'read', path)
    const start = `${place.path}/`
    const points = [...this.mounted.keys()]
      .filter((mount) => mount.startsWith(start) && !mount.slice(start.length).includes('/'))
      .map((mount) => mount.slice(start.length))
    return [...new Set([...place.node.entries.keys(), ...points])].toSorted()
  }

  makeDirectory(path: string, { parents = false, mode = DIRECTORY_MODE } = {}): void {
    if (parents) {
      const parts = partsOf(path)
      for (let at = 1; at < parts.length; at += 1) {
        const above = `/${parts.slice(0, at).join('/')}`
        if (!this.exists(above)) this.makeDirectory(above)
      }
      if (this.exists(path)) {
        if (this.stat(path).type !== 'directory') throw new FileError('EEXIST', path)
        return
      }
    }
    const { above, name } = this.free(path)
    above.mounted.tree.makeDirectory(above.node, name, this.owned(mode))
  }

  remove(path: string, { recursive = false } = {}): void {
    const { above, name, place } = this.walk(path, false)
    if (place === undefined) throw new FileError('ENOENT', path)
    if (this.mounted.has(place.path) || place.path === '') throw new FileError('EBUSY', path)
    this.askToRemove(above, place, path)
    if (place.node.type === 'directory' && place.node.entries.size > 0) {
      if (!recursive) throw new FileError('ENOTEMPTY', path)
      for (const child of place.node.entries.keys()) this.remove(`${place.path}/${child}`, { recursive })
    }
    above.mounted.tree.drop(above.node, name)
    if (place.node.type !== 'directory') this.tell('remove', place, 0)
  }

  rename(from: string, to: string): void {
    const old = this.walk(from, false)
    if (old.place === undefined) throw new FileError('ENOENT', from)
    const next = this.walk(to, false)
    if (this.mounted.has(old.place.path) || (next.place !== undefined && this.mounted.has(next.place.path)))
      throw new FileError('EBUSY', from)
    if (old.above.mounted !== next.above.mounted) throw new FileError('EXDEV', to)
    if (old.place.node === next.place?.node) return
    if (`${next.above.path}/`.startsWith(`${old.place.path}/`)) throw new FileError('EINVAL', to)
    this.askToRemove(old.above, old.place, from)
    if (next.place === undefined) this.askToChange(next.above, to)
    else this.askToRemove(next.above, next.place, to)
    if (next.place?.node.type === 'directory') {
      if (old.place.node.type !== 'directory') throw new FileError('EISDIR', to)
      if (next.place.node.entries.size > 0) throw new FileError('ENOTEMPTY', to)
    }
    old.above.mounted.tree.move(old.above.node, old.name, next.above.node, next.name)
    this.tell('write', { ...old.place, path: `${next.above.path}/${next.name}` }, 0)
  }

  symlink(target: string, path: string): void {
    const { above, name } = this.free(path)
    above.mounted.tree.makeLink(above.node, name, target, this.owned(0o777))
  }

  readlink(path: string): string {
    const { node } = this.there(path, false)
    if (node.type !== 'symlink') throw new FileError('EINVAL', path)
    return node.target
  }

  realpath(path: string): string {
    const found = this.there(path)
    return found.path === '' ? '/' : found.path
  }

  chmod(path: string, mode: number): void {
    const place = this.there(path)
    if (place.mounted.readOnly) throw new FileError('EROFS', path)
    if (this.who.uid !== 0 && this.who.uid !== place.node.uid) throw new FileError('EPERM', path)
    place.mounted.tree.setFacts(place.node, { mode })
  }

  chown(path: string, uid: number, gid: number): void {
    const { mounted, node } = this.there(path)
    if (mounted.readOnly) throw new FileError('EROFS', path)
    const isOwn = this.who.uid === node.uid && uid === node.uid && isInGroup(this.who, gid)
    if (this.who.uid !== 0 && !isOwn) throw new FileError('EPERM', path)
    mounted.tree.setFacts(node, { uid, gid })
  }

  allows(path: string, wanted: Wanted): boolean {
    const place = this.found(path, true)?.place
    if (place === undefined || (wanted === 'write' && place.mounted.readOnly)) return false
    return mayAccess(this.who, place.node, wanted)
  }

  mounts(): readonly MountUsage[] {
    return [this.own, ...this.mounted.values()].map(({ path, readOnly, tree }) => ({
      path: path === '' ? '/' : path,
      readOnly,
      used: tree.bytes(),
      size: tree.sizeLimit,
    }))
  }

  private trees(): ReadonlySet<FileTree> {
    return new Set([this.own.tree, ...[...this.mounted.values()].map(({ tree }) => tree)])
  }

  private walk(path: string, follow: boolean): Found {
    return walk(this.mounted, this.root, this.who, path, follow)
  }

  /** As `walk`, but undefined where the way does not lead there. */
  private found(path: string, follow: boolean): Found | undefined {
    try {
      return this.walk(path, follow)
    } catch (error) {
      if (error instanceof FileError) return undefined
      throw error
    }
  }

  private there(path: string, follow = true): Place {
    const { place } = this.walk(path, follow)
    if (place === undefined) throw new FileError('ENOENT', path)
    return place
  }

  /** Takes a path at which there is nothing yet; gives where to make something. */
  private free(path: string): Found {
    const found = this.walk(path, false)
    if (found.place !== undefined) throw new FileError('EEXIST', path)
    this.askToChange(found.above, path)
    return found
  }

  /** Takes a path; opens the file there for writing, makes it where it is missing. */
  private opened(path: string): { readonly place: Place; readonly file: RegularFile } {
    const { above, name, place } = this.walk(path, true)
    if (place === undefined) {
      this.askToChange(above, path)
      const file = above.mounted.tree.makeFile(above.node, name, this.owned(FILE_MODE))
      return { place: { path: `${above.path}/${name}`, node: file, mounted: above.mounted }, file }
    }
    if (place.node.type === 'directory') throw new FileError('EISDIR', path)
    if (place.node.type !== 'file') throw new FileError('ELOOP', path)
    if (place.mounted.readOnly) throw new FileError('EROFS', path)
    this.ask(place, 'write', path)
    return { place, file: place.node }
  }

  private owned(mode: number) {
    return { mode, uid: this.who.uid, gid: this.who.gid }
  }

  private ask({ node }: Place, wanted: Wanted, path: string): void {
    if (!mayAccess(this.who, node, wanted)) throw new FileError('EACCES', path)
  }

  private askToChange(directory: Place<Directory>, path: string): void {
    if (directory.mounted.readOnly) throw new FileError('EROFS', path)
    this.ask(directory, 'write', path)
    this.ask(directory, 'execute', path)
  }

  private askToRemove(directory: Place<Directory>, place: Place, path: string): void {
    this.askToChange(directory, path)
    const { uid } = this.who
    const isOwn = uid === 0 || uid === place.node.uid || uid === directory.node.uid
    if ((directory.node.mode & STICKY) !== 0 && !isOwn) throw new FileError('EPERM', path)
  }

  private tell(kind: FileAccess['kind'], { path, mounted }: Place, bytes: number): void {
    const volumePath = `${mounted.subPath === '' ? '' : `/${mounted.subPath}`}${path.slice(mounted.path.length)}`
    this.onAccess({ kind, path, mount: mounted.path === '' ? null : mounted.path, volumePath, bytes })
  }
}

function statOf(node: FileNode): FileStat {
  const { type, id, mode, uid, gid, modifiedAt } = node
  return { type, id, mode, uid, gid, modifiedAt, size: sizeOf(node) }
}

function sizeOf(node: FileNode): number {
  if (node.type === 'file') return node.size
  return node.type === 'symlink' ? node.target.length : 4096
}
