/** The longest step of real time that is caught up with: a page that was hidden does not leap. */
const LONGEST_STEP = 250

/** The shortest time between two askings: the eye needs no more. */
const SHORTEST_STEP = 30

/**
 * Takes how much real time has passed since time was last let go on, and the speed; gives how much virtual time passes,
 * 0 where it is too soon to ask (milliseconds).
 */
export function virtualStep(passed: number, speed: number): number {
  return passed < SHORTEST_STEP ? 0 : Math.min(passed, LONGEST_STEP) * speed
}
