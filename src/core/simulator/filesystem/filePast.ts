import type { Clock } from '../clock'
import { sizeBelow, type Directory, type FileNode, type RegularFile } from './fileNode'

/** How many changes are remembered, of all trees together, and how many bytes of what files held before. */
const MOST = { steps: 50_000, bytes: 16 * 1024 * 1024 } as const

/** How much more than that is kept before the oldest are thrown away, all at once. */
const SLACK = 1.25

/** What was before a change of a tree. */
interface Step {
  readonly time: number
  readonly node: FileNode
  readonly facts: Facts
  /** Of a file that was written. */
  readonly content: Content | null
  /** Of a directory in which a name came to mean something else, or nothing. */
  readonly entry: Entry | null
}

/** That a step was remembered, of which tree, and how many bytes only it keeps from being forgotten. */
interface Remembered {
  readonly root: WeakRef<Directory>
  readonly time: number
  readonly held: number
}

type Facts = Pick<FileNode, 'mode' | 'uid' | 'gid' | 'modifiedAt'>

interface Entry {
  readonly name: string
  readonly node: FileNode | undefined
}

/** No buffer: the one it had later, which begins with the same bytes. */
interface Content {
  readonly buffer: Uint8Array | null
  readonly size: number
}

/**
 * What the file trees of a cluster were at each moment, as far back as that is remembered: each change leaves what was
 * before it, and the past is the present with the changes taken back.
 */
export class FilePast {
  /** Of each tree, by its topmost directory, oldest first: when nobody has the tree any more, its past goes too. */
  private readonly steps = new WeakMap<Directory, Step[]>()
  /** Of all trees together. */
  private remembered: Remembered[] = []
  private held = 0
  /** From when on a tree is known, where changes of it were forgotten. */
  private readonly forgotten = new WeakMap<Directory, number>()

  constructor(
    private readonly clock: Clock,
    private readonly most: { readonly steps: number; readonly bytes: number } = MOST,
  ) {}

  /** Takes the top of a tree and something in it whose mode, owner or time is about to change. */
  facts(root: Directory, node: FileNode): void {
    if (this.last(root, node) !== undefined) return
    this.push(root, 0, { node, facts: factsOf(node), content: null, entry: null })
  }

  /** Takes the top of a tree and a file of it that is about to be written anew, or longer (its bytes stay). */
  content(root: Directory, file: RegularFile, isLonger: boolean): void {
    const last = this.last(root, file)?.content ?? null
    if (last !== null && (isLonger || last.buffer !== null)) return
    const { buffer, size } = file
    const content = { buffer: isLonger ? null : buffer, size }
    this.push(root, isLonger ? 0 : buffer.length, {
      node: file,
      facts: factsOf(file),
      content,
      entry: null,
    })
  }

  /** Takes the top of a tree, a directory of it, and a name there that is about to mean something else, or nothing. */
  entry(root: Directory, directory: Directory, name: string): void {
    const node = directory.entries.get(name)
    const held = node === undefined ? 0 : sizeBelow(node)
    this.push(root, held, {
      node: directory,
      facts: factsOf(directory),
      content: null,
      entry: { name, node },
    })
  }

  /** Takes the tops of trees; gives the first moment at which all of them are known. */
  knownFrom(roots: ReadonlySet<Directory>): number {
    return Math.max(0, ...[...roots].map((root) => this.forgotten.get(root) ?? 0))
  }

  /** Takes a moment and the tops of trees; gives copies of what is in them, as it was then. */
  at(time: number, roots: ReadonlySet<Directory>): CopiedNodes {
    const copies = new CopiedNodes()
    for (const root of roots) {
      const steps = this.steps.get(root) ?? []
      for (let index = steps.length - 1; index >= 0; index -= 1) {
        const step = steps[index]
        if (step === undefined || step.time <= time) break
        takeBack(step, copies)
      }
    }
    return copies
  }

  /** The last step of a tree, if it is of this moment and has what the node was before. */
  private last(root: Directory, node: FileNode): Step | undefined {
    const last = this.steps.get(root)?.at(-1)
    return last?.node === node && last.time === this.clock.now ? last : undefined
  }

  private push(root: Directory, held: number, step: Omit<Step, 'time'>): void {
    const time = this.clock.now
    const steps = this.steps.get(root) ?? []
    steps.push({ ...step, time })
    this.steps.set(root, steps)
    this.remembered.push({ root: new WeakRef(root), time, held })
    this.held += held
    const { most, remembered } = this
    if (remembered.length > most.steps * SLACK || this.held > most.bytes * SLACK) this.forget()
  }

  private forget(): void {
    let count = Math.max(0, this.remembered.length - this.most.steps)
    const counts = new Map<Directory, number>()
    for (const [index, { root, time, held }] of this.remembered.entries()) {
      if (index >= count && this.held <= this.most.bytes) break
      count = Math.max(count, index + 1)
      this.held -= held
      const tree = root.deref()
      if (tree === undefined) continue
      counts.set(tree, (counts.get(tree) ?? 0) + 1)
      this.forgotten.set(tree, time)
    }
    for (const [tree, gone] of counts) this.steps.get(tree)?.splice(0, gone)
    this.remembered = this.remembered.slice(count)
  }
}

/** Copies of what is in trees, each made when it is first asked for, with all that is below. */
export class CopiedNodes {
  private readonly directories = new Map<Directory, Directory>()
  private readonly others = new Map<FileNode, FileNode>()

  /** Takes a directory; gives its copy, the same one each time. */
  directory(of: Directory): Directory {
    const known = this.directories.get(of)
    if (known !== undefined) return known
    const copy: Directory = { ...of, entries: new Map() }
    this.directories.set(of, copy)
    for (const [name, node] of of.entries) copy.entries.set(name, this.node(node))
    return copy
  }

  /** Takes a file, directory or link; gives its copy, the same one each time. */
  node(of: FileNode): FileNode {
    if (of.type === 'directory') return this.directory(of)
    const copy = this.others.get(of) ?? { ...of }
    this.others.set(of, copy)
    return copy
  }
}

function factsOf({ mode, uid, gid, modifiedAt }: FileNode): Facts {
  return { mode, uid, gid, modifiedAt }
}

function takeBack({ node: of, facts, content, entry }: Step, copies: CopiedNodes): void {
  const node = copies.node(of)
  Object.assign(node, facts)
  if (node.type === 'directory' && entry !== null) {
    if (entry.node === undefined) node.entries.delete(entry.name)
    else node.entries.set(entry.name, copies.node(entry.node))
  }
  if (node.type !== 'file' || content === null) return
  node.size = content.size
  node.buffer = content.buffer ?? node.buffer
}
