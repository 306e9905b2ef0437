import { keptValue, valueFault, type ValueType } from './typedValue'

/** An option of a command. */
export interface Flag {
  /** Without its dashes. */
  readonly name: string
  readonly short?: string
  /** Whether a value follows; `maybe` stands alone, or has one after `=`. */
  readonly value: 'none' | 'one' | 'maybe'
  /** What the value has to be; where none follows, it is a truth value. */
  readonly type?: ValueType
  /** What it means where it stands alone. */
  readonly alone?: string
  readonly about: string
}

/** What was asked of a command. */
export class Asked {
  constructor(
    /** The words that are no flags. */
    readonly words: readonly string[],
    /** The words after `--`; null where there is none. */
    readonly command: readonly string[] | null,
    private readonly values: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** Takes a flag's name; gives its last value, or undefined where it was not set. */
  text(name: string): string | undefined {
    return this.values.get(name)?.at(-1)
  }

  /** Takes a flag's name; gives all its values. */
  all(name: string): readonly string[] {
    return this.values.get(name) ?? []
  }

  /** Takes a flag's name; says whether it is set, and not to false. */
  has(name: string): boolean {
    const value = this.text(name)
    return value !== undefined && value !== 'false'
  }
}

export type ReadFlags = { readonly asked: Asked } | { readonly error: string }

/**
 * Takes a command's words and the flags it knows; gives what was asked, or the words of the error (spf13/pflag). Flags
 * may stand anywhere before `--`; short ones together (`-it`) and with their value attached (`-n5`).
 */
export function readFlags(args: readonly string[], flags: readonly Flag[]): ReadFlags {
  const values = new Map<string, string[]>()
  const words: string[] = []
  let at = 0
  const put = (flag: Flag, value: string): string | null => {
    const type = flag.type ?? (flag.value === 'none' ? 'bool' : undefined)
    const fault = type === undefined ? null : valueFault(type, value)
    if (fault !== null) return `invalid argument "${value}" for "${shownFlag(flag)}" flag: ${fault}`
    const kept = type === undefined ? value : keptValue(type, value)
    values.set(flag.name, [...(values.get(flag.name) ?? []), kept])
    return null
  }
  const take = (flag: Flag, attached: string | undefined, shown: string): string | null => {
    if (flag.value !== 'one') return put(flag, attached ?? flag.alone ?? 'true')
    if (attached === undefined) {
      at += 1
      attached = args[at]
    }
    if (attached === undefined) return `flag needs an argument: ${shown}`
    return put(flag, attached)
  }
  const long = (arg: string): string | null => {
    const [name, value] = splitOnce(arg.slice(2), '=')
    const flag = flags.find((each) => each.name === name)
    return flag === undefined ? `unknown flag: --${name}` : take(flag, value, `--${name}`)
  }
  const short = (arg: string): string | null => {
    let letters = arg.slice(1)
    while (letters !== '') {
      const letter = letters.charAt(0)
      const rest = letters.slice(1)
      const flag = flags.find((each) => each.short === letter)
      if (flag === undefined) return `unknown shorthand flag: '${letter}' in ${arg}`
      if (flag.value === 'one' || rest.startsWith('='))
        return take(flag, rest === '' ? undefined : rest.replace(/^=/, ''), `'${letter}' in ${arg}`)
      const error = take(flag, undefined, letter)
      if (error !== null) return error
      letters = rest
    }
    return null
  }
  for (; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--') return { asked: new Asked(words, args.slice(at + 1), values) }
    const error = arg.startsWith('--') ? long(arg) : arg.startsWith('-') && arg !== '-' ? short(arg) : null
    if (error !== null) return { error }
    if (!arg.startsWith('-') || arg === '-') words.push(arg)
  }
  return { asked: new Asked(words, null, values) }
}

function shownFlag({ name, short }: Flag): string {
  return short === undefined ? `--${name}` : `-${short}, --${name}`
}

function splitOnce(text: string, divider: string): readonly [string, string | undefined] {
  const at = text.indexOf(divider)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + divider.length)]
}
