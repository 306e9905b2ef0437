/** What every file, directory and link of a tree has. */
interface NodeFacts {
  /** The number of the file in its tree. */
  readonly id: number
  mode: number
  uid: number
  gid: number
  /** Milliseconds of virtual time. */
  modifiedAt: number
}

/** A file: `buffer` may be longer than the `size` bytes that count, so that a log grows without being copied each time. */
export interface RegularFile extends NodeFacts {
  readonly type: 'file'
  buffer: Uint8Array
  size: number
}

export interface Directory extends NodeFacts {
  readonly type: 'directory'
  readonly entries: Map<string, FileNode>
}

export interface SymbolicLink extends NodeFacts {
  readonly type: 'symlink'
  readonly target: string
}

export type FileNode = RegularFile | Directory | SymbolicLink

const DECODER = new TextDecoder()
const ENCODER = new TextEncoder()

/** Takes what to write; gives its bytes, text as UTF-8. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? ENCODER.encode(content) : content
}

/** Takes bytes; gives them read as UTF-8. */
export function textOf(bytes: Uint8Array): string {
  return DECODER.decode(bytes)
}

/** Takes a file; gives its bytes, which nobody may change. */
export function contentOf(file: RegularFile): Uint8Array {
  return file.buffer.subarray(0, file.size)
}

/** Takes a path; gives its parts, without empty ones and `.`. */
export function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.')
}

/** Takes something of a tree; gives how many bytes the files hold that are there or below. */
export function sizeBelow(node: FileNode): number {
  if (node.type === 'file') return node.size
  if (node.type === 'symlink') return 0
  let sum = 0
  for (const child of node.entries.values()) sum += sizeBelow(child)
  return sum
}
