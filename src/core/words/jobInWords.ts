import type { Json } from '../kubernetes/json'
import { field, numberOf, textOf } from '../kubernetes/shape'
import { pods } from './strategyInWords'

/** Takes a number of seconds; gives it as people say it: `90 s`, `10 min`, `2 h`. */
export function secondsInWords(seconds: number): string {
  if (seconds !== 0 && seconds % 86_400 === 0) return `${seconds / 86_400} d`
  if (seconds !== 0 && seconds % 3600 === 0) return `${seconds / 3600} h`
  if (seconds > 60 && seconds % 60 === 0) return `${seconds / 60} min`
  return `${seconds} s`
}

/**
 * Takes a Job's spec; gives in words what it does. Completions and parallelism left out are 1 each; completions
 * alone left out mean that any success will do (batch/v1 JobSpec); 6 retries are the default.
 */
export function jobInWords(spec: Json | undefined): string {
  const completions = numberOf(field(spec, 'completions'))
  const parallelism = numberOf(field(spec, 'parallelism'))
  const atOnce = parallelism ?? 1
  const isIndexed = textOf(field(spec, 'completionMode')) === 'Indexed'
  const work =
    completions === null && parallelism !== null
      ? `Runs ${pods(atOnce)} at once until one succeeds and all have ended`
      : `Runs until ${pods(completions ?? 1)} succeeded${isIndexed ? ', one for each number' : ''}, ${atOnce} at once`
  const perIndex = numberOf(field(spec, 'backoffLimitPerIndex'))
  const retries = numberOf(field(spec, 'backoffLimit')) ?? 6
  const limit =
    perIndex === null
      ? `fails after ${retries} ${retries === 1 ? 'retry' : 'retries'}`
      : `a number fails after ${perIndex} ${perIndex === 1 ? 'retry' : 'retries'}`
  const deadline = numberOf(field(spec, 'activeDeadlineSeconds'))
  const cleanup = numberOf(field(spec, 'ttlSecondsAfterFinished'))
  const parts = [
    work,
    `${limit}${deadline === null ? '' : `, or after ${secondsInWords(deadline)}`}`,
    ...(cleanup === null ? [] : [`is removed ${secondsInWords(cleanup)} after it has ended`]),
    ...(field(spec, 'suspend') === true ? ['does not start while it is suspended'] : []),
  ]
  return `${parts.join('; ')}.`
}
