import { TIMES } from './times'

interface Entry {
  delay: number
  updated: number
}

/**
 * The back-off of restarts and of image pulls (k8s.io/client-go/util/flowcontrol/backoff.go): 10 s, doubled at each
 * attempt up to 300 s.
 */
export class BackOff {
  private readonly entries = new Map<string, Entry>()

  /** Takes a key and when what it is about ended; gives until when it is refused, or null where it may be tried now. */
  refusedUntil(key: string, since: number, now: number): number | null {
    const entry = this.entries.get(key)
    if (entry === undefined || this.isForgotten(entry, since)) return null
    return now - since < entry.delay ? since + entry.delay : null
  }

  /** Takes a key and when what it is about ended; lengthens its delay, or begins anew after a long run. */
  advance(key: string, since: number, now: number): void {
    const entry = this.entries.get(key)
    const delay =
      entry === undefined || this.isForgotten(entry, since)
        ? TIMES.firstBackOff
        : Math.min(entry.delay * 2, TIMES.longestBackOff)
    this.entries.set(key, { delay, updated: now })
  }

  /** Takes a key; gives its delay in milliseconds, none where it has no entry. */
  delayOf(key: string): number {
    return this.entries.get(key)?.delay ?? 0
  }

  private isForgotten(entry: Entry, since: number): boolean {
    return since - entry.updated > TIMES.forgetBackOff
  }
}
