/** What a command's output goes through. */
export interface Filter {
  /** Takes a line without its end. */
  readonly take: (line: string) => void
  /** There are no more lines; gives the exit code. */
  readonly end: () => number
  /** Whether it wants no more lines. */
  readonly isDone: () => boolean
}

/** Takes the words after the filter's name and where its lines go; gives the filter, or why it can't be made. */
type MakeFilter = (
  args: readonly string[],
  emit: (line: string) => void,
) => Filter | { readonly error: string }

/** What was asked of a filter: its options by their letters, and the other words. */
interface Asked {
  readonly options: ReadonlyMap<string, string>
  readonly words: readonly string[]
}

/** Takes words, the letters of options that stand alone, and of those with a value; gives what was asked, or the option nobody knows. */
function asked(args: readonly string[], alone: string, valued: string): Asked | { readonly error: string } {
  const options = new Map<string, string>()
  const words: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (/^-\d+$/.test(arg) && valued.includes('n')) options.set('n', arg.slice(1))
    else if (arg === '-' || !arg.startsWith('-')) words.push(arg)
    else
      for (let place = 1; place < arg.length; place += 1) {
        const letter = arg.charAt(place)
        if (valued.includes(letter)) {
          const attached = arg.slice(place + 1)
          if (attached === '') at += 1
          options.set(letter, attached || (args[at] ?? ''))
          break
        }
        if (!alone.includes(letter)) return { error: `invalid option -- '${letter}'` }
        options.set(letter, '')
      }
  }
  return { options, words }
}

/** A filter that needs all lines before it can say any. */
function collecting(finish: (lines: readonly string[]) => number): Filter {
  const lines: string[] = []
  return { take: (line) => void lines.push(line), end: () => finish(lines), isDone: () => false }
}

const ESCAPED = /[.*+?^${}()|[\]\\]/g

/** The pattern of grep: a basic one has its signs where an extended one has them escaped. */
function patternOf(text: string, { options }: Asked): RegExp | null {
  const swapped = text.replace(/\\?[+?|(){}]/g, (sign) => (sign.length === 2 ? sign.slice(1) : `\\${sign}`))
  const source = options.has('F') ? text.replace(ESCAPED, String.raw`\$&`) : options.has('E') ? text : swapped
  try {
    return new RegExp(options.has('w') ? String.raw`\b(?:${source})\b` : source, options.has('i') ? 'i' : '')
  } catch {
    return null
  }
}

const grep: MakeFilter = (args, emit) => {
  const all = asked(args, 'ivcnqEFwo', 'em')
  if ('error' in all) return all
  const { options } = all
  const text = options.get('e') ?? all.words[0]
  if (text === undefined) return { error: 'usage: grep [-ivcnqEFwo] PATTERN' }
  const pattern = patternOf(text, all)
  if (pattern === null) return { error: `invalid pattern: ${text}` }
  const most = Number(options.get('m') ?? Infinity)
  let seen = 0
  let found = 0
  return {
    take: (line) => {
      seen += 1
      const hit = pattern.exec(line)
      if ((hit === null) !== options.has('v')) return
      found += 1
      if (options.has('c') || options.has('q')) return
      const shown = options.has('o') ? (hit?.[0] ?? '') : line
      emit(options.has('n') ? `${seen}:${shown}` : shown)
    },
    end: () => {
      if (options.has('c')) emit(String(found))
      return found > 0 ? 0 : 1
    },
    isDone: () => found >= most || (options.has('q') && found > 0),
  }
}

const head: MakeFilter = (args, emit) => {
  const all = asked(args, 'q', 'n')
  if ('error' in all) return all
  let left = Number(all.options.get('n') ?? 10)
  if (!Number.isInteger(left)) return { error: `invalid number of lines: '${all.options.get('n') ?? ''}'` }
  return {
    take: (line) => {
      if (left <= 0) return
      left -= 1
      emit(line)
    },
    end: () => 0,
    isDone: () => left <= 0,
  }
}

const tail: MakeFilter = (args, emit) => {
  const all = asked(args, 'qf', 'n')
  if ('error' in all) return all
  const text = all.options.get('n') ?? '10'
  const count = Number(text)
  if (!Number.isInteger(count)) return { error: `invalid number of lines: '${text}'` }
  return collecting((lines) => {
    const shown = text.startsWith('+') ? lines.slice(count - 1) : count === 0 ? [] : lines.slice(-count)
    for (const line of shown) emit(line)
    return 0
  })
}

const wc: MakeFilter = (args, emit) => {
  const all = asked(args, 'lwcm', '')
  if ('error' in all) return all
  return collecting((lines) => {
    const counts: Readonly<Record<string, number>> = {
      l: lines.length,
      w: lines.flatMap((line) => line.split(/\s+/).filter((word) => word !== '')).length,
      c: lines.reduce((sum, line) => sum + line.length + 1, 0),
    }
    const wanted = Object.keys(counts).filter((letter) => all.options.has(letter) || all.options.size === 0)
    const shown = wanted.map((letter) => String(counts[letter] ?? 0))
    emit(shown.length === 1 ? (shown[0] ?? '') : shown.map((count) => count.padStart(7)).join(' '))
    return 0
  })
}

const sort: MakeFilter = (args, emit) => {
  const all = asked(args, 'rnuh', 'kt')
  if ('error' in all) return all
  const { options } = all
  const column = Number.parseInt(options.get('k') ?? '0', 10)
  const keyOf = (line: string) =>
    column === 0
      ? line
      : line
          .split(/\s+/)
          .slice(column - 1)
          .join(' ')
  return collecting((lines) => {
    const order = (a: string, b: string): number => {
      const [one, other] = [keyOf(a), keyOf(b)]
      if (options.has('n') || options.has('h'))
        return (Number.parseFloat(one) || 0) - (Number.parseFloat(other) || 0)
      return one < other ? -1 : one > other ? 1 : 0
    }
    const sorted = lines.toSorted(order)
    const ordered = options.has('r') ? sorted.toReversed() : sorted
    for (const line of options.has('u') ? new Set(ordered) : ordered) emit(line)
    return 0
  })
}

const uniq: MakeFilter = (args, emit) => {
  const all = asked(args, 'c', '')
  if ('error' in all) return all
  return collecting((lines) => {
    let count = 0
    for (const [at, line] of lines.entries()) {
      count += 1
      if (lines[at + 1] === line) continue
      emit(all.options.has('c') ? `${String(count).padStart(7)} ${line}` : line)
      count = 0
    }
    return 0
  })
}

const cut: MakeFilter = (args, emit) => {
  const all = asked(args, 's', 'df')
  if ('error' in all) return all
  const divider = all.options.get('d') ?? '\t'
  const places = (all.options.get('f') ?? '').split(',').map(Number)
  if (!places.every((place) => place > 0)) return { error: 'usage: cut -d DIVIDER -f LIST' }
  return {
    take: (line) => {
      const cells = line.split(divider)
      emit(cells.length === 1 ? line : places.map((place) => cells[place - 1] ?? '').join(divider))
    },
    end: () => 0,
    isDone: () => false,
  }
}

const cat: MakeFilter = (_args, emit) => ({ take: emit, end: () => 0, isDone: () => false })

/** What may follow a pipe, by name. */
export const FILTERS: Readonly<Record<string, MakeFilter>> = {
  grep,
  head,
  tail,
  wc,
  sort,
  uniq,
  cut,
  cat,
  less: cat,
  more: cat,
}

/** Takes a name; gives the filter of that name. */
export function filterNamed(name: string): MakeFilter | undefined {
  return Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
}
