import { anySignal } from '../anySignal'
import type { Clock, Signal, Steps } from '../clock'

/** Takes a clock, signals, and a condition that they may change; waits until it holds, or until a time. Gives whether it holds. */
export function* waitUntil(
  clock: Clock,
  signals: readonly Signal[],
  holds: () => boolean,
  until = Infinity,
): Steps<boolean> {
  const signal = anySignal(signals)
  while (!holds()) {
    if (clock.now >= until) return false
    yield until === Infinity ? { signal } : { signal, until }
  }
  return true
}

/** Takes what runs in virtual time, or what was done at once; gives its result. */
export function* finished(end: Steps<number> | number): Steps<number> {
  return typeof end === 'number' ? end : yield* end
}
