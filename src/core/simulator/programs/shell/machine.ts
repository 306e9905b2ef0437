import type { Pause, Signal, Steps } from '../../clock'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import type { Process, Program } from '../process'
import { awaited } from './awaited'
import type { LoadedShell, ToolCall, ToolResult } from './justBash'

/** How the tools of an image speak: busybox's own words, those of the GNU tools under Debian's dash, or under bash. */
export type Userland = 'busybox' | 'debian' | 'bash'

/** What a shell finds in its image. */
export interface ShellImage {
  readonly userland: Userland
  /** Says whether the image has a command of that name. */
  has(name: string): boolean
  /** Takes a command line; gives the program of the image behind it (nginx, redis-server), if it is one. */
  programOf(command: readonly string[]): Program | undefined
}

/** A process that a shell has started and not waited for. */
export interface Job {
  readonly pid: number
  /** Its exit code, or undefined while it runs. */
  readonly status: number | undefined
  readonly ended: Signal
  /** Its command line, as others see it. */
  command: string
  /** What it does when it gets a signal; says false where it does nothing of its own. */
  onSignal: ((name: string) => boolean) | undefined
}

interface RunningJob extends Job {
  status: number | undefined
  readonly onEnd: () => void
}

/** As much a real shell does in a hundredth of a second, roughly. */
const COMMANDS_AT_ONCE = 1000
const AT_ONCE = 10
/** A script that has not slept for so many times that much is taken to run for ever: more time passes at once. */
const PATIENCE = 200
const LONGEST = 1000

/** The processes of one container process: what it has started, and how fast they may go. */
export class Machine {
  readonly jobs = new Map<number, Job>()
  /** What the process itself does when something inside it sends it a signal. */
  onOwnSignal: ((name: string) => void) | undefined
  /** Ports that a command of the shell has opened, and who answers there just now. */
  readonly opened = new Set<number>()
  readonly ports = new Map<number, (request: ReceivedRequest) => NetworkResponse>()
  private made: number
  private commands = 0
  private rounds = 0
  private last = 0
  private runTool: ((call: ToolCall) => Promise<ToolResult>) | undefined

  constructor(
    readonly process: Process,
    readonly shell: LoadedShell,
    readonly image: ShellImage,
  ) {
    this.made = process.isFirst ? 1 : 20
    this.pid = this.made
    this.last = process.clock.now
  }

  /** The number of the process itself. */
  readonly pid: number

  /**
   * Counts a command: gives what to wait for where a script has done so much in one moment that time has to pass, so
   * that one that never sleeps neither stops virtual time nor the page.
   */
  work(): Pause | undefined {
    const { now } = this.process.clock
    if (now !== this.last) {
      if (now > this.last + LONGEST) this.rounds = 0
      this.last = now
      this.commands = 0
    }
    this.commands += 1
    if (this.commands < COMMANDS_AT_ONCE) return undefined
    this.rounds += 1
    const grown = this.rounds > PATIENCE ? AT_ONCE * 2 ** (this.rounds - PATIENCE) : AT_ONCE
    this.last = now + Math.min(grown, LONGEST)
    this.commands = 0
    return { until: this.last }
  }

  /** A command slept: whatever it did before was no endless loop. */
  rest(): void {
    this.rounds = 0
  }

  /** Takes what to run and what to do when it ends, however that is; runs it beside what runs already. */
  spawn(run: (job: Job) => Steps<number>, onEnd: () => void = () => undefined): Job {
    this.made += 1
    const { clock } = this.process
    const job: RunningJob = {
      pid: this.made,
      status: undefined,
      ended: clock.signal(),
      command: '{sh}',
      onSignal: undefined,
      onEnd,
    }
    this.jobs.set(job.pid, job)
    clock.start(this.driven(job, run(job)))
    return job
  }

  /** Takes the number of a process and a signal's name; sends it. Says whether the process was there. */
  kill(pid: number, name: string): boolean {
    const job = this.jobs.get(pid)
    if (job === undefined || job.status !== undefined) return false
    if (name === '0' || (name !== 'KILL' && job.onSignal?.(name) === true)) return true
    this.end(job, 128 + (SIGNALS[name] ?? 15))
    return true
  }

  /** All that was started ends. */
  killAll(): void {
    for (const [pid] of this.jobs) this.kill(pid, 'KILL')
  }

  /** Takes the call of a tool; runs it while time stands still, and gives its result. */
  *tool(call: ToolCall): Steps<ToolResult> {
    this.runTool ??= this.shell.toolsOver(this.process.files)
    const answer = yield* awaited(this.process.clock, this.runTool(call))
    if ('value' in answer) return answer.value
    return { stdout: '', stderr: `${call.name}: ${answer.problem}\n`, exitCode: 2 }
  }

  private *driven(job: Job, steps: Steps<number>): Steps {
    let step = steps.next()
    while (step.done !== true) {
      yield step.value
      if (job.status !== undefined || this.process.kill.isSent) return
      step = steps.next()
    }
    this.end(job, step.value)
  }

  private end(job: Job, status: number): void {
    if (!isRunning(job)) return
    job.status = status
    job.onEnd()
    job.ended.fire()
  }
}

function isRunning(job: Job): job is RunningJob {
  return job.status === undefined
}

/** Signals by name (signal(7)). */
export const SIGNALS: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  KILL: 9,
  USR1: 10,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
}
