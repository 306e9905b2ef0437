/** What a process waits for: a time of the clock, a signal, or whichever comes first. */
export interface Pause {
  readonly until?: number
  readonly signal?: Signal
}

/** A process in virtual time: it yields what it waits for, and gives a result in the end. */
export type Steps<Result = void> = Generator<Pause, Result, void>

/** Something that happens once or more, and that processes can wait for. */
export interface Signal {
  /** Wakes everybody who waits. */
  fire(): void
  /** Takes what to run when the signal fires next; gives a function that forgets it. */
  next(run: () => void): () => void
}

interface Due {
  readonly time: number
  readonly order: number
  readonly run: () => void
}

/** When virtual time begins where nothing else is said: in milliseconds since 1970. */
export const EPOCH = Date.UTC(2030, 0, 1)

/**
 * Virtual time in milliseconds. What is due at the same time runs in the order in which it was asked for, so the same
 * design gives the same history.
 */
export class Clock {
  now = 0
  private order = 0
  private held = 0
  private freed: (() => void)[] = []
  private readonly heap: Due[] = []

  /** Takes when time 0 is, in milliseconds since 1970. */
  constructor(readonly epoch: number = EPOCH) {}

  /** Gives the time as the API server writes it (RFC 3339): whole seconds. */
  timestamp(time: number = this.now): string {
    return new Date(this.epoch + Math.floor(time / 1000) * 1000).toISOString().replace('.000Z', 'Z')
  }

  /** Says that real work goes on (a shell runs), which takes no virtual time: time stands still until the function that it gives is called. */
  hold(): () => void {
    this.held += 1
    let over = false
    return () => {
      if (over) return
      over = true
      this.held -= 1
      if (this.held > 0) return
      const freed = this.freed
      this.freed = []
      for (const resume of freed) resume()
    }
  }

  /** Takes a time (the past counts as now) and what to run then. */
  at(time: number, run: () => void): void {
    this.order += 1
    this.push({ time: Math.max(time, this.now), order: this.order, run })
  }

  /** Gives a signal of this clock. */
  signal(): Signal {
    let waiting: (() => void)[] = []
    return {
      fire: () => {
        const woken = waiting
        waiting = []
        for (const run of woken) this.at(this.now, run)
      },
      next: (run) => {
        waiting.push(run)
        return () => {
          waiting = waiting.filter((other) => other !== run)
        }
      },
    }
  }

  /**
   * Takes a process; runs it up to its first pause, and on when its pauses end. Gives a function that abandons it where it
   * is: it is never resumed, but what it wants done at its end is done.
   */
  start(steps: Steps<unknown>): () => void {
    let abandoned = false
    let running = false
    let forget: (() => void) | undefined
    const go = () => {
      running = true
      const { done, value } = steps.next()
      running = false
      if (done === true || abandoned) return
      let over = false
      const resume = () => {
        if (over || abandoned) return
        over = true
        forget?.()
        go()
      }
      forget = value.signal?.next(resume)
      if (value.until !== undefined) this.at(value.until, resume)
    }
    go()
    return () => {
      abandoned = true
      forget?.()
      if (!running) steps.return(undefined)
    }
  }

  /** Takes a time and what to do whenever all of a moment has happened; runs everything that is due up to that time. */
  run(until: number, settled: () => void): void {
    do {
      const [first] = this.heap
      if (first === undefined || first.time > this.now) settled()
    } while (this.runNext(until))
    this.now = until
  }

  /** Takes a time; runs everything that is due up to it, in a world in which real work goes on: that is waited for. */
  async live(until: number): Promise<void> {
    do {
      // What the work wakes when it ends may hold time again: one after the other.
      // oxlint-disable-next-line no-await-in-loop
      while (this.held > 0) await new Promise<void>((resolve) => this.freed.push(resolve))
    } while (this.runNext(until))
    this.now = until
  }

  /** Runs what is due first, unless that is after a time; says whether there was anything. */
  private runNext(until: number): boolean {
    const [first] = this.heap
    if (first === undefined || first.time > until) return false
    this.now = first.time
    this.pop()
    first.run()
    return true
  }

  private push(due: Due): void {
    const { heap } = this
    let at = heap.length
    heap.push(due)
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.swapIfLess(at, parent)) break
      at = parent
    }
  }

  private pop(): void {
    const { heap } = this
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    heap[0] = last
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [a, b] = [heap[left], heap[left + 1]]
      if (a === undefined) break
      const child = b !== undefined && isBefore(b, a) ? left + 1 : left
      if (!this.swapIfLess(child, at)) break
      at = child
    }
  }

  /** Takes two places of the heap; swaps them where the first is due before the second, and says so. */
  private swapIfLess(first: number, second: number): boolean {
    const [a, b] = [this.heap[first], this.heap[second]]
    if (a === undefined || b === undefined || !isBefore(a, b)) return false
    this.heap[first] = b
    this.heap[second] = a
    return true
  }
}

function isBefore(a: Due, b: Due): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order)
}

/** Takes a clock and processes; runs them side by side until the last one ends. */
export function* all(clock: Clock, processes: readonly Steps[]): Steps {
  const ended = clock.signal()
  const left = new Set(processes)
  for (const process of processes)
    clock.start(
      (function* one(): Steps {
        yield* process
        left.delete(process)
        ended.fire()
      })(),
    )
  while (left.size > 0) yield { signal: ended }
}

/**
 * Takes a process, how long it may take in milliseconds, and a signal that ends it early; gives its result, or why there
 * is none. What is not ended by then is abandoned.
 */
export function* within<Result>(
  clock: Clock,
  steps: Steps<Result>,
  limit: number,
  stopped?: Signal,
): Steps<{ readonly result: Result } | { readonly result?: undefined; readonly why: 'timeout' | 'stopped' }> {
  const ended = clock.signal()
  const end: { outcome?: { readonly result: Result }; isStopped: boolean } = { isStopped: false }
  const forget = stopped?.next(() => {
    end.isStopped = true
    ended.fire()
  })
  const abandon = clock.start(
    (function* one(): Steps {
      end.outcome = { result: yield* steps }
      ended.fire()
    })(),
  )
  const until = clock.now + limit
  while (end.outcome === undefined && !end.isStopped && clock.now < until)
    yield limit === Infinity ? { signal: ended } : { until, signal: ended }
  forget?.()
  if (end.outcome !== undefined) return end.outcome
  abandon()
  return { why: end.isStopped ? 'stopped' : 'timeout' }
}
