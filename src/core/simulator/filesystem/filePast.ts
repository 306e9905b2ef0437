import type { Clock } from '../clock'
import { sizeBelow, type Directory, type FileNode, type RegularFile } from './fileNode'

/** How many changes are remembered, of all trees together, and how many bytes of what files held before. */
const MOST = { steps: 50_000, bytes: 16 * 1024 * 1024 } as const

/** How much more than that is kept before the oldest are thrown away, all at once. */
const SLACK = 1.25

/** What was before a change of a tree, known by its topmost directory. */
interface Step {
  readonly time: number
  readonly root: Directory
  /** Bytes that only this step keeps from being forgotten. */
  readonly held: number
  readonly node: FileNode
  readonly facts: Facts
  /** Of a file that was written. */
  readonly content: Content | null
  /** Of a directory in which a name came to mean something else, or nothing. */
  readonly entry: Entry | null
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
  private steps: Step[] = []
  private held = 0
  /** From when on a tree is known, where changes of it were forgotten. */
  private readonly forgotten = new WeakMap<Directory, number>()

  constructor(
    private readonly clock: Clock,
    private readonly most: { readonly steps: number; readonly bytes: number } = MOST,
  ) {}

  /** Takes the top of a tree and something in it whose mode, owner or time is about to change. */
  facts(root: Directory, node: FileNode): void {
    if (this.isLast(node)) return
    this.push({ root, node, facts: factsOf(node), content: null, entry: null, held: 0 })
  }

  /** Takes the top of a tree and a file of it that is about to be written anew, or longer (its bytes stay). */
  content(root: Directory, file: RegularFile, isLonger: boolean): void {
    const last = this.isLast(file) ? this.steps.at(-1)?.content : null
    if (last !== null && last !== undefined && (isLonger || last.buffer !== null)) return
    const { buffer, size } = file
    const content = { buffer: isLonger ? null : buffer, size }
    const held = isLonger ? 0 : buffer.length
    this.push({ root, node: file, facts: factsOf(file), content, entry: null, held })
  }

  /** Takes the top of a tree, a directory of it, and a name there that is about to mean something else, or nothing. */
  entry(root: Directory, directory: Directory, name: string): void {
    const node = directory.entries.get(name)
    const held = node === undefined ? 0 : sizeBelow(node)
    this.push({
      root,
      node: directory,
      facts: factsOf(directory),
      content: null,
      entry: { name, node },
      held,
    })
  }

  /** Takes the tops of trees; gives the first moment at which all of them are known. */
  knownFrom(roots: ReadonlySet<Directory>): number {
    return Math.max(0, ...[...roots].map((root) => this.forgotten.get(root) ?? 0))
  }

  /** Takes a moment and the tops of trees; gives copies of what is in them, as it was then. */
  at(time: number, roots: ReadonlySet<Directory>): CopiedNodes {
    const copies = new CopiedNodes()
    for (let index = this.steps.length - 1; index >= 0; index -= 1) {
      const step = this.steps[index]
      if (step === undefined || step.time <= time) break
      if (roots.has(step.root)) takeBack(step, copies)
    }
    return copies
  }

  /** Whether the last step is of the same moment and has what the node was before. */
  private isLast(node: FileNode): boolean {
    const last = this.steps.at(-1)
    return last !== undefined && last.node === node && last.time === this.clock.now
  }

  private push(step: Omit<Step, 'time'>): void {
    this.steps.push({ ...step, time: this.clock.now })
    this.held += step.held
    const { most, steps, held } = this
    if (steps.length > most.steps * SLACK || held > most.bytes * SLACK) this.forget()
  }

  private forget(): void {
    let count = Math.max(0, this.steps.length - this.most.steps)
    for (const [index, { root, time, held }] of this.steps.entries()) {
      if (index >= count && this.held <= this.most.bytes) break
      count = Math.max(count, index + 1)
      this.held -= held
      this.forgotten.set(root, time)
    }
    this.steps = this.steps.slice(count)
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
