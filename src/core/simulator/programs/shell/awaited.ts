import type { Clock, Steps } from '../../clock'

/** What came of real work: what it gave, or why it failed. */
export type Answer<Value> = { readonly value: Value } | { readonly problem: string }

/** Takes a clock and real work; gives what comes of it. Virtual time stands still meanwhile. */
export function* awaited<Value>(clock: Clock, work: Promise<Value>): Steps<Answer<Value>> {
  const release = clock.hold()
  const settled = clock.signal()
  const answers: Answer<Value>[] = []
  const settle = (given: Answer<Value>) => {
    answers.push(given)
    settled.fire()
    release()
  }
  work.then(
    (value) => {
      settle({ value })
    },
    (error: unknown) => {
      settle({ problem: error instanceof Error ? error.message : String(error) })
    },
  )
  for (;;) {
    const [answer] = answers
    if (answer !== undefined) return answer
    yield { signal: settled }
  }
}
