const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

interface Step {
  /** Up to so many seconds. */
  readonly below: number
  readonly first: readonly [number, string]
  readonly second?: readonly [number, string]
}

/** How an age is written, by how long it is; a second unit of nought is left out. */
const STEPS: readonly Step[] = [
  { below: 2 * MINUTE, first: [1, 's'] },
  { below: 10 * MINUTE, first: [MINUTE, 'm'], second: [1, 's'] },
  { below: 3 * HOUR, first: [MINUTE, 'm'] },
  { below: 8 * HOUR, first: [HOUR, 'h'], second: [MINUTE, 'm'] },
  { below: 2 * DAY, first: [HOUR, 'h'] },
  { below: 8 * DAY, first: [DAY, 'd'], second: [HOUR, 'h'] },
  { below: 2 * YEAR, first: [DAY, 'd'] },
  { below: 8 * YEAR, first: [YEAR, 'y'], second: [DAY, 'd'] },
  { below: Infinity, first: [YEAR, 'y'] },
]

/** Takes a span in seconds; gives it as kubectl prints ages (HumanDuration in k8s.io/apimachinery/pkg/util/duration). */
export function humanDuration(span: number): string {
  const seconds = Math.trunc(span)
  if (seconds < -1) return '<invalid>'
  if (seconds < 0) return '0s'
  const step = STEPS.find(({ below }) => seconds < below)
  if (step === undefined) return ''
  const [size, unit] = step.first
  const rest = step.second === undefined ? 0 : Math.floor((seconds % size) / step.second[0])
  return `${Math.floor(seconds / size)}${unit}${rest === 0 ? '' : `${rest}${step.second?.[1] ?? ''}`}`
}
