import type { Json } from '../../core/kubernetes/json'
import { ClusterHistory } from '../../core/simulator/history/clusterHistory'
import { podsAt } from '../../core/simulator/history/moment'
import type { ContainerPlace } from '../../core/simulator/history/happening'
import type { Intervention } from '../../core/simulator/session/intervention'
import type { FileAnswer, SessionReply, SessionRequest } from '../../core/simulator/session/protocol'
import { useRun } from '../run'
import { openLink, type Link } from './link'
import { virtualStep } from './pace'

/** How long the worker may take for an answer before that is said. */
const PATIENCE = 3000

/** How far a single step looks for the next thing that happens, and how finely. */
const STEP = { length: 100, most: 600 } as const

/** The same design runs the same way each time. */
const SEED = 1

/** What may stand at a cursor of a typed line. */
export interface Completions {
  readonly from: number
  readonly words: readonly string[]
}

/** What the one who typed a line hears of it. */
export interface LineListener {
  readonly onOutput: (text: string) => void
  /** It reads what is typed from now on. */
  readonly onRead: () => void
  readonly onEnd: (exitCode: number) => void
}

/** Drives a session in a worker: lets its time go on with the frames of the page, and keeps {@link useRun} up to date. */
export class Driver {
  private readonly link: Link
  private readonly history: ClusterHistory
  private isWaiting = false
  /** Something was asked since time was last let go on: what came of it has not been heard. */
  private isOwed = false
  private patience: ReturnType<typeof setTimeout> | undefined
  private frame = 0
  private lastFrame = 0
  private serial = 0
  private stepsLeft = 0
  private readonly lines = new Map<number, LineListener>()
  private readonly files = new Map<number, (answer: FileAnswer) => void>()
  private readonly completions = new Map<number, (completions: Completions) => void>()

  /** Takes the design's id and documents, and when time 0 is (milliseconds since 1970); starts at it, standing still. */
  constructor(design: string, documents: readonly Json[], epoch: number) {
    this.history = new ClusterHistory(epoch)
    this.link = openLink((reply) => this.hear(reply))
    this.link.ask({ ask: 'start', documents, seed: SEED, epoch })
    useRun.setState({ phase: 'paused', history: this.history, design, applied: documents })
    this.advance(0)
  }

  /** Lets time go on with real time. */
  play(): void {
    if (this.frame !== 0) return
    this.stepsLeft = 0
    useRun.setState({ phase: 'running' })
    this.lastFrame = performance.now()
    this.frame = requestAnimationFrame(this.onFrame)
  }

  /** Lets time stand still. */
  pause(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.stepsLeft = 0
    useRun.setState({ phase: 'paused' })
  }

  /** Lets time go on to the next thing that happens. */
  step(): void {
    this.pause()
    this.stepsLeft = STEP.most
    this.goOn()
  }

  /** Ends the session. */
  close(): void {
    cancelAnimationFrame(this.frame)
    clearTimeout(this.patience)
    this.link.close()
  }

  /** Takes a moment of the past, or null for now; shows it. */
  show(shown: number | null): void {
    const { now } = useRun.getState()
    useRun.setState({ shown, pods: podsAt(this.history, shown ?? now) })
  }

  intervene(intervention: Intervention): void {
    this.tell({ ask: 'intervene', intervention })
  }

  /** Takes the design's documents; applies them. */
  apply(documents: readonly Json[]): void {
    useRun.setState({ applied: documents })
    this.tell({ ask: 'apply', documents })
  }

  /** Takes a container's place, a path and a moment of the past (null: now); gives what stands there. */
  readFiles(
    { namespace, pod, container }: ContainerPlace,
    path: string,
    time: number | null,
  ): Promise<FileAnswer> {
    const id = this.nextId()
    return new Promise((resolve) => {
      this.files.set(id, resolve)
      this.link.ask({ ask: 'files', id, namespace, pod, container, path, time })
    })
  }

  /** Takes a line somebody typed, how wide the terminal is, and who hears of it; gives the line's number. */
  run(line: string, columns: number, listener: LineListener): number {
    const id = this.nextId()
    this.lines.set(id, listener)
    this.tell({ ask: 'run', id, line, columns })
    return id
  }

  /** Takes a line's number; interrupts it. */
  interrupt(id: number): void {
    this.tell({ ask: 'interrupt', id })
  }

  /** Takes a line's number and what was typed for it to read; null: nothing more will be. */
  type(id: number, text: string | null): void {
    this.tell({ ask: 'type', id, text })
  }

  /** Takes a line and where the cursor is in it; gives what may stand there. */
  complete(line: string, cursor: number): Promise<Completions> {
    const id = this.nextId()
    return new Promise((resolve) => {
      this.completions.set(id, resolve)
      this.link.ask({ ask: 'complete', id, line, cursor })
    })
  }

  private nextId(): number {
    this.serial += 1
    return this.serial
  }

  /** Asks, and hears at once what comes of it, also while time stands still. */
  private tell(request: SessionRequest): void {
    this.link.ask(request)
    if (this.isWaiting) this.isOwed = true
    else this.advance(useRun.getState().now)
  }

  private readonly onFrame = (time: number): void => {
    this.frame = requestAnimationFrame(this.onFrame)
    const { now, speed } = useRun.getState()
    if (this.isWaiting) return
    const step = virtualStep(time - this.lastFrame, speed)
    if (step === 0) return
    this.lastFrame = time
    this.advance(now + step)
  }

  private advance(to: number): void {
    this.isWaiting = true
    this.link.ask({ ask: 'advance', to })
    this.patience = setTimeout(() => useRun.setState({ isHung: true }), PATIENCE)
  }

  private goOn(): void {
    if (this.stepsLeft === 0 || this.isWaiting) return
    this.stepsLeft -= 1
    this.advance(useRun.getState().now + STEP.length)
  }

  private hear(reply: SessionReply): void {
    switch (reply.say) {
      case 'advanced':
        return this.hearTime(reply)
      case 'output':
        return this.lines.get(reply.id)?.onOutput(reply.text)
      case 'reads':
        return this.lines.get(reply.id)?.onRead()
      case 'ended':
        this.lines.get(reply.id)?.onEnd(reply.exitCode)
        return void this.lines.delete(reply.id)
      case 'completions':
        this.completions.get(reply.id)?.(reply)
        return void this.completions.delete(reply.id)
      case 'files':
        this.files.get(reply.id)?.(reply.answer)
        return void this.files.delete(reply.id)
      case 'applied':
        return useRun.setState({ said: reply.lines })
      case 'failed':
        this.pause()
        return useRun.setState({ failure: reply.message })
    }
  }

  private hearTime({ now, happenings, isBusy }: Extract<SessionReply, { readonly say: 'advanced' }>): void {
    this.isWaiting = false
    clearTimeout(this.patience)
    this.history.add(happenings)
    const { shown } = useRun.getState()
    const { version } = this.history
    useRun.setState({
      now,
      version,
      isBusy,
      isHung: false,
      ...(shown === null ? { pods: podsAt(this.history, now) } : {}),
    })
    if (this.isOwed) {
      this.isOwed = false
      return this.advance(now)
    }
    if (happenings.length > 0) this.stepsLeft = 0
    else this.goOn()
  }
}
