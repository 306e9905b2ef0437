import type { Clock } from '../clock'

/** Takes the clock and a time as the API server writes it; gives it in milliseconds of the clock, or null where it is none. */
export function instant(clock: Clock, timestamp: string | null | undefined): number | null {
  const time = Date.parse(timestamp ?? '')
  return Number.isNaN(time) ? null : time - clock.epoch
}
