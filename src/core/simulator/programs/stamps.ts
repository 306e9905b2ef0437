import type { Clock } from '../clock'
import { formatDate } from './shell/commands/date'

/*
 * Times as programs write them into their logs.
 */

/** Takes a clock and a format of date(1); gives the time now. */
export function stamp(clock: Clock, format: string): string {
  return formatDate(format, clock.epoch + clock.now)
}

/** `2030-01-01T00:00:05.000Z`, as most write it. */
export function isoStamp(clock: Clock): string {
  return new Date(clock.epoch + clock.now).toISOString()
}

/** `2030/01/01 00:00:05`: nginx, and Go's own logger. */
export function slashStamp(clock: Clock): string {
  return stamp(clock, '%Y/%m/%d %H:%M:%S')
}

/** `[01/Jan/2030:00:00:05 +0000]`: access logs in the combined format. */
export function accessStamp(clock: Clock): string {
  return stamp(clock, '[%d/%b/%Y:%H:%M:%S +0000]')
}

/** `Tue, 01 Jan 2030 00:00:05 GMT`: the Date of an answer. */
export function httpStamp(clock: Clock): string {
  return stamp(clock, '%a, %d %b %Y %H:%M:%S GMT')
}
