import type { Steps } from '../../../clock'
import { FileError } from '../../../filesystem/fileSystem'
import type { FileStat } from '../../../filesystem/fileSystem'
import { messageOf } from '../errorMessages'
import { matches } from '../globbing'
import { baseName, joinPath } from '../path'
import type { Call } from '../shellState'
import { complain, pathOf, say } from './command'
import { nameOfGroup, nameOfUser } from './names'

/** A file that find looks at. */
interface Found {
  /** As it is shown: from where the search began. */
  readonly shown: string
  readonly path: string
  readonly stat: FileStat
  readonly isPruned: { value: boolean }
}

type Test = (found: Found) => Steps<boolean>

const DAY = 86_400_000

/** Takes a number as find takes it (`5`, `+5`, `-5`) and one of a file; compares. */
function isAbout(wanted: string, number: number): boolean {
  const count = Number(wanted.replace(/^[-+]/, ''))
  if (wanted.startsWith('+')) return number > count
  return wanted.startsWith('-') ? number < count : number === count
}

const UNITS: Readonly<Record<string, number>> = {
  c: 1,
  w: 2,
  b: 512,
  k: 1024,
  M: 1_048_576,
  G: 1_073_741_824,
}
const TYPES: Readonly<Record<string, FileStat['type']>> = { f: 'file', d: 'directory', l: 'symlink' }

/** Tests of one argument: what of a file they look at. */
const TESTS: Readonly<Record<string, (value: string, found: Found, call: Call) => boolean>> = {
  '-name': (value, { shown }) => matches(value, baseName(shown)),
  '-iname': (value, { shown }) => matches(value.toLowerCase(), baseName(shown).toLowerCase()),
  '-path': (value, { shown }) => matches(value, shown),
  '-type': (value, { stat }) => value.split(',').some((letter) => TYPES[letter] === stat.type),
  '-size': (value, { stat }) => {
    const [, count = '0', unit = 'b'] = /^([-+]?\d+)([cwbkMG]?)$/.exec(value) ?? []
    return isAbout(count, Math.ceil(stat.size / (UNITS[unit] ?? 512)))
  },
  '-mtime': (value, { stat }, call) =>
    isAbout(value, Math.floor((call.machine.process.clock.now - stat.modifiedAt) / DAY)),
  '-mmin': (value, { stat }, call) =>
    isAbout(value, Math.floor((call.machine.process.clock.now - stat.modifiedAt) / 60_000)),
  '-newer': (value, { stat }, call) =>
    stat.modifiedAt > call.machine.process.files.stat(pathOf(call, value)).modifiedAt,
  '-perm': (value, { stat }) => {
    const mode = Number.parseInt(value.replace(/^[-/]/, ''), 8)
    if (value.startsWith('-')) return (stat.mode & mode) === mode
    return value.startsWith('/') ? (stat.mode & mode) !== 0 : (stat.mode & 0o7777) === mode
  },
  '-user': (value, { stat }, call) =>
    value === String(stat.uid) || value === nameOfUser(call.machine.process.files, stat.uid),
  '-group': (value, { stat }, call) =>
    value === String(stat.gid) || value === nameOfGroup(call.machine.process.files, stat.gid),
  '-links': (value) => isAbout(value, 1),
}

/** Takes the arguments of find after its paths; gives what it does with a file. Throws a FindError where they can't be read. */
class FindParser {
  hasAction = false
  deepest = Infinity
  least = 0
  isDepthFirst = false
  /** Commands of `-exec … +`: they run once, in the end. */
  readonly gathered: { readonly words: readonly string[]; readonly paths: string[] }[] = []
  private at = 0

  constructor(
    private readonly call: Call,
    private readonly args: readonly string[],
  ) {}

  parse(): Test {
    const test = this.args.length === 0 ? undefined : this.either()
    if (this.at < this.args.length) throw new FindError(`unrecognized: ${this.args[this.at] ?? ''}`)
    const { call, hasAction } = this
    return function* all(found) {
      if (test !== undefined && !(yield* test(found))) return false
      if (!hasAction) say(call, `${found.shown}\n`)
      return true
    }
  }

  private either(): Test {
    const left = this.both()
    if (!this.takes('-o', '-or')) return left
    const right = this.either()
    return function* or(found) {
      return (yield* left(found)) || (yield* right(found))
    }
  }

  private both(): Test {
    const left = this.one()
    const next = this.args[this.at]
    if (!this.takes('-a', '-and') && (next === undefined || next === '-o' || next === '-or' || next === ')'))
      return left
    const right = this.both()
    return function* and(found) {
      return (yield* left(found)) && (yield* right(found))
    }
  }

  private one(): Test {
    if (this.takes('!', '-not')) {
      const test = this.one()
      return function* not(found) {
        return !(yield* test(found))
      }
    }
    if (this.takes('(')) {
      const test = this.either()
      if (!this.takes(')')) throw new FindError('unmatched (')
      return test
    }
    const name = this.value('expression')
    const compare = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined
    if (compare !== undefined) {
      const value = this.value(name)
      const { call } = this
      return immediately((found) => compare(value, found, call))
    }
    return this.actionOrOption(name)
  }

  private actionOrOption(name: string): Test {
    const { call } = this
    const { files } = call.machine.process
    switch (name) {
      case '-maxdepth':
        this.deepest = Number(this.value(name))
        return immediately(() => true)
      case '-mindepth':
        this.least = Number(this.value(name))
        return immediately(() => true)
      case '-depth':
        this.isDepthFirst = true
        return immediately(() => true)
      case '-xdev':
      case '-follow':
      case '-true':
        return immediately(() => true)
      case '-empty':
        return immediately(({ path, stat }) =>
          stat.type === 'directory' ? files.list(path).length === 0 : stat.size === 0,
        )
      case '-prune':
        return immediately(({ isPruned }) => {
          isPruned.value = true
          return true
        })
      case '-print':
      case '-print0':
        this.hasAction = true
        return immediately(({ shown }) => {
          say(call, `${shown}${name === '-print' ? '\n' : '\0'}`)
          return true
        })
      case '-delete':
        this.hasAction = true
        this.isDepthFirst = true
        return immediately(({ path, shown }) => {
          if (shown !== '.') files.remove(path)
          return true
        })
      case '-exec':
      case '-ok':
        return this.exec()
      default:
        throw new FindError(`unrecognized: ${name}`)
    }
  }

  private exec(): Test {
    this.hasAction = true
    const words: string[] = []
    let word = this.value('-exec')
    while (word !== ';' && !(word === '+' && words.at(-1) === '{}')) {
      words.push(word)
      word = this.value('-exec')
    }
    const { call } = this
    if (word === ';')
      return function* run({ shown }) {
        return (yield* call.run(words.map((each) => each.replaceAll('{}', () => shown)))) === 0
      }
    const paths: string[] = []
    this.gathered.push({ words: words.slice(0, -1), paths })
    return immediately(({ shown }) => {
      paths.push(shown)
      return true
    })
  }

  private value(name: string): string {
    const value = this.args[this.at]
    if (value === undefined) throw new FindError(`${name} requires an argument`)
    this.at += 1
    return value
  }

  private takes(...words: readonly string[]): boolean {
    const word = this.args[this.at]
    const isThere = word !== undefined && words.includes(word)
    if (isThere) this.at += 1
    return isThere
  }
}

class FindError extends Error {}

function immediately(test: (found: Found) => boolean): Test {
  // A test that never waits is one too.
  // oxlint-disable-next-line require-yield
  return function* one(found) {
    return test(found)
  }
}

/** find(1). */
export function* find(call: Call): Steps<number> {
  const start = call.args.findIndex((arg) => /^[-!(]/.test(arg) && arg !== '-H' && arg !== '-L')
  const roots = (start < 0 ? call.args : call.args.slice(0, start)).filter((arg) => !arg.startsWith('-'))
  const parser = new FindParser(call, start < 0 ? [] : call.args.slice(start))
  let status = 0
  try {
    const test = parser.parse()
    for (const root of roots.length === 0 ? ['.'] : roots)
      status = (yield* walk(call, parser, test, root, pathOf(call, root), 0)) || status
    for (const { words, paths } of parser.gathered)
      if (paths.length > 0) status = Number((yield* call.run([...words, ...paths])) !== 0) || status
    return status
  } catch (error) {
    if (error instanceof FindError) return complain(call, error.message)
    throw error
  }
}

function* walk(
  call: Call,
  parser: FindParser,
  test: Test,
  shown: string,
  path: string,
  depth: number,
): Steps<number> {
  const { files } = call.machine.process
  let status = 0
  try {
    const found: Found = { shown, path, stat: files.lstat(path), isPruned: { value: false } }
    if (!parser.isDepthFirst && depth >= parser.least) yield* test(found)
    if (found.stat.type === 'directory' && depth < parser.deepest && !found.isPruned.value)
      for (const name of files.list(path)) {
        const below = shown.endsWith('/') ? `${shown}${name}` : `${shown}/${name}`
        status = (yield* walk(call, parser, test, below, joinPath(path, name), depth + 1)) || status
      }
    if (parser.isDepthFirst && depth >= parser.least) yield* test(found)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return complain(call, `${shown}: ${messageOf(error.code)}`)
  }
  return status
}
