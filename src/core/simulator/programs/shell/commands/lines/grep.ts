import { FileError } from '../../../../filesystem/fileSystem'
import type { Steps } from '../../../../clock'
import { matches } from '../../globbing'
import { joinPath } from '../../path'
import type { Call } from '../../shellState'
import { complain, optionsOf, pathOf, say } from '../command'
import type { Options } from '../command'
import { bare, LineReader, readOrTell } from './lineReader'
import { compiled, literalSource, translated } from './posixRegex'

const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '--extended-regexp': '-E',
    '--fixed-strings': '-F',
    '--perl-regexp': '-P',
    '--ignore-case': '-i',
    '--invert-match': '-v',
    '--count': '-c',
    '--line-number': '-n',
    '--only-matching': '-o',
    '--quiet': '-q',
    '--silent': '-q',
    '--no-messages': '-s',
    '--files-with-matches': '-l',
    '--files-without-match': '-L',
    '--word-regexp': '-w',
    '--line-regexp': '-x',
    '--no-filename': '-h',
    '--with-filename': '-H',
    '--recursive': '-r',
  }),
)

/** What a call of grep looks for and how it shows it. */
interface Search {
  readonly regex: RegExp
  readonly flags: ReadonlySet<string>
  readonly most: number
  readonly before: number
  readonly after: number
  readonly isNamed: boolean
}

/** grep(1): 0 where a line was selected, 1 where none was, 2 where something went wrong. */
export function* grep(call: Call): Steps<number> {
  const options = optionsOf(
    call.args.map((arg) => LONG.get(arg) ?? arg).map((arg) => arg.replace(/^-(\d+)$/, '-C$1')),
    'efmABC',
  )
  const { flags, values } = options
  const operands = [...options.operands]
  const patterns = patternsOf(call, options, operands)
  if (patterns === undefined) return 2
  const regex = regexFor(call.name, flags, patterns)
  if (regex === null) {
    complain(call, `bad regex '${patterns.join('\n')}'`)
    return 2
  }
  const isRecursive = flags.has('r') || flags.has('R')
  const context = values.get('C') ?? 0
  const search: Search = {
    regex,
    flags,
    most: Number(values.get('m') ?? values.get('max-count') ?? Infinity),
    before: Number(values.get('B') ?? context),
    after: Number(values.get('A') ?? context),
    isNamed: flags.has('H') || (!flags.has('h') && (operands.length > 1 || isRecursive)),
  }
  const named = operands.length === 0 && isRecursive ? ['.'] : operands
  const files = isRecursive ? named.flatMap((file) => filesBelow(call, file, options)) : named
  const silent: Call = { ...call, streams: { ...call.streams, outputs: new Map() } }
  let isFound = false
  let hasFailed = false
  for (const file of files.length === 0 && !isRecursive ? ['-'] : files) {
    const reader = new LineReader(flags.has('s') ? silent : call, [file])
    const isHere = yield* searchFile(call, file, reader, search)
    hasFailed ||= reader.status !== 0
    isFound ||= isHere
    if (isFound && flags.has('q')) return 0
  }
  return hasFailed ? 2 : Number(!isFound)
}

/** Takes the options, and the operands, of which the first may be the pattern: it is taken away. */
function patternsOf(
  call: Call,
  { given, values }: Options,
  operands: string[],
): readonly string[] | undefined {
  const patterns = given.filter(([name]) => name === 'e' || name === 'regexp').map(([, value]) => value)
  const file = values.get('f') ?? values.get('file')
  if (file !== undefined) {
    const text = readOrTell(call, file)
    if (text === undefined) return undefined
    patterns.push(...bare(text).split('\n'))
  }
  if (patterns.length === 0) {
    const first = operands.shift()
    if (first === undefined) {
      complain(call, 'missing pattern')
      return undefined
    }
    patterns.push(first)
  }
  return patterns.flatMap((pattern) => pattern.split('\n'))
}

function regexFor(name: string, flags: ReadonlySet<string>, patterns: readonly string[]): RegExp | null {
  const isFixed = name === 'fgrep' || flags.has('F')
  const isExtended = name === 'egrep' || flags.has('E')
  const sources = patterns.map((pattern) =>
    isFixed
      ? literalSource(pattern)
      : flags.has('P')
        ? pattern.replace(/^((?:[^\\]|\\[^K])*)\\K/, '(?<=$1)')
        : translated(pattern, { isExtended }),
  )
  // Each on its own: `(|)` would read as one that can be read.
  if (sources.some((source) => compiled(source, '') === null)) return null
  const either = sources.map((source) => `(?:${source})`).join('|')
  const inPlace = flags.has('x')
    ? `^(?:${either})$`
    : flags.has('w')
      ? String.raw`(?<!\w)(?:${either})(?!\w)`
      : either
  return compiled(inPlace, flags.has('i') || flags.has('y') ? 'gi' : 'g')
}

function* searchFile(call: Call, file: string, reader: LineReader, search: Search): Steps<boolean> {
  const { regex, flags, before, after } = search
  const shown = file === '-' ? '(standard input)' : file
  const isSilent = ['q', 'c', 'l', 'L'].some((flag) => flags.has(flag))
  const show = (number: number, mark: string, text: string) => {
    const name = search.isNamed ? `${shown}${mark}` : ''
    say(call, `${name}${flags.has('n') ? `${number}${mark}` : ''}${text}\n`)
  }
  const held: (readonly [number, string])[] = []
  let count = 0
  let number = 0
  let left = 0
  let last = 0
  for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next()) {
    number += 1
    const text = bare(line)
    regex.lastIndex = 0
    if (regex.test(text) === flags.has('v')) {
      if (isSilent) continue
      if (left > 0) {
        left -= 1
        last = number
        show(number, '-', text)
      } else if (before > 0) {
        held.push([number, text])
        if (held.length > before) held.shift()
      }
      if (left === 0 && count >= search.most) break
      continue
    }
    if (count >= search.most) break
    count += 1
    if (flags.has('q') || flags.has('l') || flags.has('L')) break
    if (isSilent) continue
    const first = held[0]?.[0] ?? number
    if ((before > 0 || after > 0) && last > 0 && first > last + 1) say(call, '--\n')
    for (const [at, each] of held) show(at, '-', each)
    held.length = 0
    if (!flags.has('o')) show(number, ':', text)
    else if (!flags.has('v')) {
      regex.lastIndex = 0
      for (const [match] of text.matchAll(regex)) if (match !== '') show(number, ':', match)
    }
    last = number
    left = after
    if (count >= search.most && after === 0) break
  }
  if (reader.status !== 0) return false
  if (flags.has('c') && !flags.has('q')) say(call, `${search.isNamed ? `${shown}:` : ''}${count}\n`)
  if ((flags.has('l') && count > 0) || (flags.has('L') && count === 0)) say(call, `${shown}\n`)
  return count > 0
}

/** Takes a file or directory; gives the files in and below it that `--include` and `--exclude` leave. */
function filesBelow(call: Call, file: string, options: Options): readonly string[] {
  const { files } = call.machine.process
  const path = pathOf(call, file)
  try {
    if (files.stat(path).type !== 'directory') return isWanted(file, options) ? [file] : []
    return files.list(path).flatMap((name) => {
      const below = file.endsWith('/') ? `${file}${name}` : `${file}/${name}`
      const isLink = files.lstat(joinPath(path, name)).type === 'symlink'
      return isLink && !options.flags.has('R') ? [] : filesBelow(call, below, options)
    })
  } catch (error) {
    if (error instanceof FileError) return [file]
    throw error
  }
}

function isWanted(file: string, { given }: Options): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1)
  const isNamed = (pattern: string) => matches(pattern, name)
  const includes = given.filter(([option]) => option === 'include').map(([, pattern]) => pattern)
  const excludes = given.filter(([option]) => option === 'exclude').map(([, pattern]) => pattern)
  return (includes.length === 0 || includes.some(isNamed)) && !excludes.some(isNamed)
}
