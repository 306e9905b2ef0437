import type { Steps } from '../clock'
import { untilTerm } from './images/serving'
import type { Process } from './process'

/** Stays up and says that it does nothing more; ends at SIGTERM, as most programs do. */
export function* idle(process: Process): Steps<number> {
  process.write('stdout', `[podwright] ${process.image} is not simulated: it just stays up.\n`)
  yield* untilTerm(process)
  return 0
}
