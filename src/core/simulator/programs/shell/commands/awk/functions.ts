import { formatDate } from '../date'
import { converted, DIRECTIVE } from '../printf'
import { numberOf, textOf } from './value'
import type { AwkValue } from './value'

/** What a function of awk can ask of the run that calls it. */
export interface AwkWorld {
  /** Seconds since 1970. */
  readonly now: number
  random(): number
  /** Gives the seed before. */
  seed(value: number): number
}

/** Takes the time in seconds since 1970; gives a world whose random numbers follow from the seed alone. */
export function seededWorld(now: number): AwkWorld {
  let seed = 0
  let state = 0
  return {
    now,
    random: () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    },
    seed: (value) => {
      const before = seed
      seed = value
      state = Math.abs(Math.trunc(value)) % 2_147_483_648
      return before
    },
  }
}

/** Functions of numbers and text alone. */
const PLAIN: Readonly<Record<string, (args: readonly AwkValue[], world: AwkWorld) => AwkValue>> = {
  substr: ([text = '', from = 0, count]) => {
    const characters = textOf(text)
    const start = Math.round(numberOf(from))
    const end = count === undefined ? Infinity : start + Math.round(numberOf(count))
    return characters.slice(Math.max(0, start - 1), Math.max(0, end - 1))
  },
  index: ([text = '', part = '']) => textOf(text).indexOf(textOf(part)) + 1,
  tolower: ([text = '']) => textOf(text).toLowerCase(),
  toupper: ([text = '']) => textOf(text).toUpperCase(),
  sprintf: ([format = '', ...values]) => sprintf(textOf(format), values),
  sin: ([x = 0]) => Math.sin(numberOf(x)),
  cos: ([x = 0]) => Math.cos(numberOf(x)),
  atan2: ([y = 0, x = 0]) => Math.atan2(numberOf(y), numberOf(x)),
  exp: ([x = 0]) => Math.exp(numberOf(x)),
  log: ([x = 0]) => Math.log(numberOf(x)),
  sqrt: ([x = 0]) => Math.sqrt(numberOf(x)),
  int: ([x = 0]) => Math.trunc(numberOf(x)),
  rand: (_, world) => world.random(),
  srand: ([seed], world) => world.seed(seed === undefined ? world.now : numberOf(seed)),
  systime: (_, world) => world.now,
  strftime: ([format = '%c', time], world) =>
    formatDate(textOf(format), 1000 * (time === undefined ? world.now : numberOf(time))),
  and: ([a = 0, b = 0]) => numberOf(a) & numberOf(b),
  or: ([a = 0, b = 0]) => numberOf(a) | numberOf(b),
  xor: ([a = 0, b = 0]) => numberOf(a) ^ numberOf(b),
  lshift: ([a = 0, b = 0]) => numberOf(a) * 2 ** numberOf(b),
  rshift: ([a = 0, b = 0]) => Math.floor(numberOf(a) / 2 ** numberOf(b)),
}

/** Those that change variables or run commands; the run has them itself. */
const OWN = ['length', 'split', 'sub', 'gsub', 'gensub', 'match', 'system', 'close', 'fflush']

/** The names of all functions that awk has. */
export const AWK_FUNCTIONS: ReadonlySet<string> = new Set([...Object.keys(PLAIN), ...OWN])

/** Takes the name of a function of numbers and text, its arguments, and the world of the run; gives its value, undefined where there is no such function. */
export function plainFunction(
  name: string,
  args: readonly AwkValue[],
  world: AwkWorld,
): AwkValue | undefined {
  return PLAIN[name]?.(args, world)
}

/** Takes a format and values; gives the text (printf(3)): a format that wants more values than there are gets empty ones. */
export function sprintf(format: string, values: readonly AwkValue[]): string {
  const left = [...values]
  const next = () => left.shift() ?? ''
  return format.replaceAll(
    DIRECTIVE,
    (_, flags: string, width: string | undefined, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%'
      const size = width === '*' ? numberOf(next()) : Number(width ?? 0)
      const most = precision === '*' ? textOf(next()) : precision
      const value = next()
      const isCode = kind === 'c' && typeof value === 'number'
      const text = isCode
        ? String.fromCharCode(value)
        : 'sc'.includes(kind)
          ? textOf(value)
          : String(numberOf(value))
      return converted(kind, text, flags, size, most)
    },
  )
}
