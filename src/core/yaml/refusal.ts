/** At most so many aliases are followed. */
export const MAX_ALIASES = 1000
/** At most so many characters are read, with all aliases written out. */
export const MAX_SIZE = 10_000_000
/** At most so many collections stand in one another. */
export const MAX_DEPTH = 100

/** Why the events can't be made into documents: thrown by `compose`, and turned into a problem by `parse`. */
export class Refusal extends Error {
  readonly offset: number
  readonly advice: string
  constructor(offset: number, advice: string, reason: string) {
    super(reason)
    this.offset = offset
    this.advice = advice
  }
}
