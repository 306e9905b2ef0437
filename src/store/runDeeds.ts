import type { ContainerPlace } from '../core/simulator/history/happening'
import type { Intervention } from '../core/simulator/session/intervention'
import type { FileAnswer } from '../core/simulator/session/protocol'
import { useDesigner } from './designer'
import { designs } from './library'
import { NO_RUN, useRun, type Speed } from './run'
import { isOfOpenDesign } from './runRelation'
import type { Completions, Driver, LineListener } from './simulation/driver'

/** What drives the run, while there is one. */
let driver: Driver | null = null

/** Starts the design as it is now, from the beginning; a run that was is over. The simulator is fetched the first time. */
export async function startRun(): Promise<void> {
  stopRun()
  useRun.setState({ phase: 'starting' })
  const loading = await import('./simulation/driver').catch(() => null)
  if (useRun.getState().phase !== 'starting' || driver !== null) return
  if (loading === null)
    return useRun.setState({ phase: 'off', failure: 'The simulator could not be fetched. Are you offline?' })
  const { documents } = useDesigner.getState().readable
  driver = new loading.Driver(designs.getState().open.id, documents, wholeSecond(Date.now()))
  driver.play()
}

/** Objects have times of whole seconds. */
function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000
}

/** Ends the run. */
export function stopRun(): void {
  driver?.close()
  driver = null
  useRun.setState(NO_RUN)
}

/** Starts a run where there is none; else lets time go on, or stand still. */
export function toggleRun(): void {
  const { phase } = useRun.getState()
  if (phase === 'running') driver?.pause()
  else if (phase === 'paused') playRun()
  else if (phase === 'off') void startRun()
}

/**
 * Lets the design run: from the beginning where it does not yet, else on from where it stands. A run of another design is
 * not ended unasked: the run's bar asks.
 */
export function runDesign(): void {
  const run = useRun.getState()
  if (run.phase === 'off') void startRun()
  else if (run.phase === 'paused' && isOfOpenDesign(run)) playRun()
}

/** Lets time stand still. */
export function pauseRun(): void {
  driver?.pause()
}

/** Lets time go on, and shows it. */
export function playRun(): void {
  driver?.show(null)
  driver?.play()
}

/** Goes to the next thing that happens: of the past where that is shown, else time goes on to it. */
export function stepRun(): void {
  const { shown, now, history } = useRun.getState()
  if (shown === null) return driver?.step()
  const next = history?.momentAfter(shown) ?? null
  driver?.pause()
  driver?.show(next === null || next >= now ? null : next)
}

/** Takes a moment; shows it. At or after now: now, from then on. */
export function scrubTo(moment: number): void {
  const { now } = useRun.getState()
  driver?.show(moment >= now ? null : Math.max(0, moment))
}

/** Takes how many times faster than real time the run goes from now on. */
export function setSpeed(speed: Speed): void {
  useRun.setState({ speed })
}

/** Takes what somebody does to the running design; does it, now. */
export function intervene(intervention: Intervention): void {
  driver?.show(null)
  driver?.intervene(intervention)
}

/** Does what `kubectl apply` of the design as it is now would do; nothing where another design runs. */
export function applyDesign(): void {
  if (!isOfOpenDesign(useRun.getState())) return
  driver?.show(null)
  driver?.apply(useDesigner.getState().readable.documents)
}

/** Takes a container's place, a path in it and a moment of the past (null: now); gives what stands there, null where nothing runs. */
export async function readFiles(
  place: ContainerPlace,
  path: string,
  time: number | null,
): Promise<FileAnswer | null> {
  return (await driver?.readFiles(place, path, time)) ?? null
}

/** A line that was typed in the terminal, while it runs. */
export interface TypedLine {
  readonly interrupt: () => void
  /** Takes what was typed for it to read, with its line end; null: nothing more will be. */
  readonly type: (text: string | null) => void
}

/** Takes a line somebody typed, the terminal's width, and who hears of it; gives the running line, null where nothing runs. */
export function runLine(line: string, columns: number, listener: LineListener): TypedLine | null {
  const running = driver
  if (running === null) return null
  const id = running.run(line, columns, listener)
  return { interrupt: () => running.interrupt(id), type: (text) => running.type(id, text) }
}

/** Takes a line and where the cursor is in it; gives what may stand there. */
export async function completeLine(line: string, cursor: number): Promise<Completions> {
  return (await driver?.complete(line, cursor)) ?? { from: cursor, words: [] }
}
