import type { Json } from '../../kubernetes/json'
import { printDocument } from '../../yaml/print'
import { PLAIN_STYLE } from '../../yaml/style'
import { objectsIn } from '../cluster/apply/objectsIn'
import { isApplied } from '../cluster/apply/storing'
import { Cluster } from '../cluster/cluster'
import type { ContainerPrograms } from '../cluster/pod/containerPrograms'
import { within, type Signal } from '../clock'
import { FileError, type FileSystem } from '../filesystem/fileSystem'
import { textOfBytes } from '../../kubernetes/base64'
import type { ContainerPlace, Happening } from '../history/happening'
import { runLine } from '../kubectl/runLine'
import { shownObject } from '../kubectl/objects/shownObject'
import { INTERRUPTED, type ForwardedPort, type Job } from '../kubectl/terminal'
import { TerminalInput } from '../programs/terminalInput'
import { intervene } from './intervene'
import type { Intervention } from './intervention'
import { kindOf, nameOf, namespaceOf, objectKey } from './objectKey'
import type { FileAnswer, FileEntry } from './protocol'

/** What a session is begun with. */
export interface SessionInput {
  readonly documents: readonly Json[]
  readonly programs: ContainerPrograms
  readonly seed: number
  readonly epoch: number
}

/** A line that was typed and has not ended. */
interface RunningLine {
  isInterrupted: boolean
  readonly interrupted: Signal
  /** What is typed, once it reads that. */
  typed: TerminalInput | null
}

/** Who hears of a line that was typed. */
export interface LineListener {
  readonly write: (text: string) => void
  /** It reads what is typed from now on; null where nobody can type. */
  readonly reads: (() => void) | null
  readonly ended: (exitCode: number) => void
}

/** A design that lives: a cluster in which it was applied, and what is asked of it. */
export class Session {
  readonly cluster: Cluster
  /** What `kubectl apply` said when the session began. */
  readonly applied: readonly string[]
  private happenings: Happening[] = []
  private documents: readonly Json[] = []
  private readonly lines = new Map<number, RunningLine>()
  /** The number of the newest line, and those of lines to come that are interrupted already. */
  private newest = 0
  private readonly early = new Set<number>()
  private readonly forwarded = new Map<number, ForwardedPort>()
  private readonly jobs = new Map<number, Job>()

  constructor({ documents, programs, seed, epoch }: SessionInput) {
    const tell = (happening: Happening) => {
      this.happenings.push(happening)
    }
    this.cluster = new Cluster({ programs, seed, epoch, tell })
    this.applied = this.apply(documents)
  }

  /** Takes a moment in milliseconds of virtual time; lets time go on to it. */
  async advance(to: number): Promise<void> {
    const { clock } = this.cluster
    await clock.live(Math.max(to, clock.now))
  }

  /** Gives what happened since this was asked last. */
  take(): readonly Happening[] {
    const taken = this.happenings
    this.happenings = []
    return taken
  }

  /** Whether a line that was typed has not ended. */
  get isBusy(): boolean {
    return this.lines.size > 0
  }

  /** Takes the design's objects; applies them, and deletes what was applied before and is not there any more. Gives what kubectl would say, a line an object. */
  apply(documents: readonly Json[]): readonly string[] {
    const objects = objectsIn(documents)
    const wanted = new Set(objects.map((object) => objectKey(object)))
    const gone = objectsIn(this.documents).filter((object) => !wanted.has(objectKey(object)))
    this.documents = documents
    return [
      ...objects.map((object) => this.applyOne(object)),
      ...gone.flatMap((object) => this.removeOne(object)),
    ]
  }

  /** Takes what somebody does to the running design; gives what was done, in words. */
  intervene(intervention: Intervention): void {
    const { clock } = this.cluster
    const words = intervene(this.cluster, intervention)
    this.happenings.push({ type: 'intervention', words, time: clock.now })
  }

  /** Takes the number of a line, the line, how wide the terminal is, and who hears of it; runs it. */
  run(id: number, line: string, columns: number, { write, reads, ended }: LineListener): void {
    const { cluster, forwarded, jobs, lines } = this
    const { clock } = cluster
    this.newest = id
    if (this.early.delete(id)) return ended(INTERRUPTED)
    const running: RunningLine = { isInterrupted: false, interrupted: clock.signal(), typed: null }
    lines.set(id, running)
    const design = () => this.text()
    const terminal = {
      write,
      columns,
      design,
      forwarded,
      jobs,
      interrupted: running.interrupted,
      isInterrupted: () => running.isInterrupted,
      typed: () => {
        if (reads === null) return null
        running.typed = new TerminalInput(clock)
        reads()
        return running.typed
      },
    }
    clock.start(
      (function* one() {
        const end = yield* within(clock, runLine(cluster, line, terminal), Infinity, running.interrupted)
        lines.delete(id)
        ended(end.result ?? INTERRUPTED)
      })(),
    )
  }

  /** Takes the number of a line; ends it (Ctrl-C). */
  interrupt(id: number): void {
    const line = this.lines.get(id)
    // Ctrl-C is heard at once, and may so come before the line that it means.
    if (id > this.newest) this.early.add(id)
    if (line === undefined || line.typed?.interrupt() === true) return
    line.isInterrupted = true
    line.interrupted.fire()
  }

  /** Takes the number of a line that reads, and what was typed (null: nothing more will be). */
  type(id: number, text: string | null): void {
    const typed = this.lines.get(id)?.typed
    if (text === null) typed?.end()
    else typed?.type(text)
  }

  /** Takes where a container is, a path, and a moment of the past (null: now); gives what stands there. */
  files(place: ContainerPlace, path: string, time: number | null = null): FileAnswer {
    const files = this.cluster.filesSeen(place, time)
    if (files === null) return { error: `The container ${place.container} has not been started yet.` }
    if ('knownFrom' in files) return files
    try {
      if (files.stat(path).type === 'directory')
        return { entries: files.list(path).map((name) => entry(files, path, name)) }
      const bytes = files.read(path)
      return { text: textOfBytes(bytes), size: bytes.length }
    } catch (error) {
      if (error instanceof FileError) return { error: error.message }
      throw error
    }
  }

  private text(): string {
    return this.documents.map((document) => printDocument(document, PLAIN_STYLE, '\n')).join('---\n')
  }

  private applyOne(document: Json): string {
    const outcome = this.cluster.apply(document)
    const name = shownObject(document)
    return 'error' in outcome ? `${name}: ${outcome.error}` : `${name} ${outcome.done}`
  }

  private removeOne(document: Json): readonly string[] {
    const kind = kindOf(document)
    if (!isApplied(kind)) return []
    const isThere = this.cluster.remove(kind, namespaceOf(document), nameOf(document), null)
    return isThere ? [`${shownObject(document)} deleted`] : []
  }
}

function entry(files: FileSystem, directory: string, name: string): FileEntry {
  const path = `${directory === '/' ? '' : directory}/${name}`
  const stat = files.lstat(path)
  return { ...stat, name, target: stat.type === 'symlink' ? files.readlink(path) : '' }
}
