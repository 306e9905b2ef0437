import type { Happening } from '../../core/simulator/history/happening'
import { podColumns, type PodColumns } from '../../core/simulator/printing/podCells'
import type { HeadlessRun } from '../../core/simulator/session/headless'

interface Facts {
  /** When time 0 is, in milliseconds since 1970. */
  readonly epoch: number
  /** Milliseconds. */
  readonly duration: number
  readonly seed: number
}

/** A pod's columns from a moment on. */
interface PodFrame extends PodColumns {
  readonly t: number
  readonly phase: string
}

interface PodHistory {
  readonly namespace: string
  readonly name: string
  /** `removed` ends the list of a pod that is gone. */
  readonly frames: (PodFrame | { readonly t: number; readonly removed: true })[]
}

/** Takes a run and what it was made from; gives its history as one JSON object. Times are seconds. */
export function runJson(run: HeadlessRun, { epoch, duration, seed }: Facts): string {
  const of = <Type extends Happening['type']>(type: Type) =>
    run.happenings.flatMap((happening) => (isOf(happening, type) ? [inSeconds(happening)] : []))
  const history = {
    seed,
    duration: duration / 1000,
    applied: run.applied,
    pods: podHistories(run.happenings, epoch),
    events: of('event').map(({ t, event }) => ({ t, ...event })),
    runtime: of('runtime'),
    probes: of('probe'),
    logs: of('log'),
    files: of('file'),
    requests: of('request'),
    shipped: of('shipped'),
    terminal: run.lines.map(({ time, ...line }) => ({ t: time / 1000, ...line })),
  }
  return `${JSON.stringify(history, null, 2)}\n`
}

function isOf<Type extends Happening['type']>(
  happening: Happening,
  type: Type,
): happening is Extract<Happening, { readonly type: Type }> {
  return happening.type === type
}

function inSeconds<Some extends Happening>({ time, type: _type, ...rest }: Some) {
  return { t: time / 1000, ...rest }
}

function podHistories(happenings: readonly Happening[], epoch: number): readonly PodHistory[] {
  const histories = new Map<string, PodHistory>()
  for (const happening of happenings) {
    if (happening.type !== 'object' || happening.kind !== 'Pod') continue
    const { namespace, name, object, time } = happening
    const key = `${namespace}/${name}`
    const history = histories.get(key) ?? { namespace, name, frames: [] }
    histories.set(key, history)
    const t = time / 1000
    if (object === null) {
      history.frames.push({ t, removed: true })
      continue
    }
    const frame = { t, phase: object.status?.phase ?? '', ...podColumns(object, epoch + time) }
    const last = history.frames.at(-1)
    if (last === undefined || JSON.stringify(looks(last)) !== JSON.stringify(looks(frame)))
      history.frames.push(frame)
  }
  return [...histories.values()]
}

/** What can be seen of a frame beside its age. */
function looks(frame: PodHistory['frames'][number]): unknown {
  return 'removed' in frame ? frame.removed : [frame.phase, frame.ready, frame.status, frame.restarts]
}
