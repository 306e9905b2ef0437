import type { Clock, Pause, Steps } from '../clock'
import { behaviorOf, runOf, type Behavior, type ImageSource } from './behavior'
import type { ExecResult, ImagePull, Instance, PodHost } from './host'
import { TIMES } from './times'

/** Where the simulated pod is reached. */
const POD_IP = '10.244.0.5'

type Verdict = (context: ExecContext, first: number, second: number) => boolean

/** What a command run inside a container sees: how old the container is, in seconds, and which attempt it is. */
interface ExecContext {
  readonly age: number
  readonly attempt: number
}

/** The commands of probes and hooks whose outcome depends on the container's age, by name. */
const COMMANDS: Readonly<Record<string, Verdict>> = {
  true: () => true,
  false: () => false,
  after: ({ age }, seconds) => age >= seconds,
  until: ({ age }, seconds) => age < seconds,
  between: ({ age }, from, to) => age < from || age >= to,
  untilAttempt0: ({ age, attempt }, seconds) => attempt > 0 || age < seconds,
  sleep: () => true,
}

/** Takes the clock, what the programs of the pod do, and the images that are not there; gives a host of scripted programs: every request is answered, every volume is there. */
export function scriptedHost(
  clock: Clock,
  behaviors: Readonly<Record<string, Behavior>>,
  images: Readonly<Record<string, ImageSource>>,
): PodHost {
  return {
    clock,
    podIP: POD_IP,
    present: new Set(),
    pullOf: (image) => (Object.hasOwn(images, image) ? pullOf(images[image] ?? {}) : undefined),
    run: (instance) => scripted(clock, instance, behaviorOf(behaviors, instance.name)),
    startError: () => null,
    isChanged: () => false,
    exec: (instance, command) => runCommand(clock, instance, command),
    *request() {
      yield { until: clock.now }
      return { response: { status: 200, headers: {}, body: '' }, address: POD_IP }
    },
    mountVolumes: () => null,
    configFailure: () => null,
    ended: () => undefined,
    statusChanged: () => undefined,
    recorded: () => undefined,
    happened: () => undefined,
    forcedFailure: () => false,
    probed: () => undefined,
  }
}

function pullOf(source: ImageSource): ImagePull {
  const values = Object.values(source)
  const error = values.find((value) => typeof value === 'string')
  const seconds = values.find((value) => typeof value === 'number')
  return {
    error: typeof error === 'string' ? error : '',
    seconds: typeof seconds === 'number' ? seconds : 0,
  }
}

/** The attempt runs for its time, unless a SIGTERM ends it before. */
function* scripted(clock: Clock, { attempt, term }: Instance, behavior: Behavior): Steps<number> {
  const { ignoreTerm, termAfter = 0, termExit = 0 } = behavior
  const run = runOf(behavior, attempt)
  const end = run.for === undefined ? Infinity : clock.now + run.for * TIMES.second
  const isOver = () => clock.now >= end || (term.isSent && ignoreTerm !== true)
  // One that ends at once does so after all else that happens at the moment of its start.
  do yield pauseUntil(end, term.signal)
  while (!isOver())
  if (clock.now >= end) return run.exit
  const stopped = clock.now + termAfter * TIMES.second
  if (stopped > clock.now) yield { until: Math.min(end, stopped) }
  return clock.now >= end ? run.exit : termExit
}

function pauseUntil(end: number, signal: NonNullable<Pause['signal']>): Pause {
  return end === Infinity ? { signal } : { until: end, signal }
}

/** A command that is not known fails. */
function* runCommand(
  clock: Clock,
  { startedAt, attempt }: Instance,
  [name = '', first, second]: readonly string[],
): Steps<ExecResult> {
  const verdict = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const age = (clock.now - startedAt) / TIMES.second
  const passed = verdict?.({ age, attempt }, Number(first), Number(second)) ?? false
  const lasts = name === 'sleep' ? (Number(first) || 0) * TIMES.second : 0
  if (lasts > 0) yield { until: clock.now + lasts }
  return passed ? { exitCode: 0, output: '' } : { exitCode: 1, output: 'command failed' }
}
