import { humanDuration } from './humanDuration'

/** Takes a time of the API and now (milliseconds since 1970); gives how long ago it was, as kubectl prints it (translateTimestampSince). */
export function ageOf(time: string | null | undefined, now: number): string {
  const then = Date.parse(time ?? '')
  return Number.isNaN(then) ? '<unknown>' : humanDuration((now - then) / 1000)
}
