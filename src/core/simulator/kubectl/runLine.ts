import { anySignal } from '../anySignal'
import type { ClusterAccess } from '../cluster/access'
import type { Steps } from '../clock'
import { COMMANDS } from './commands'
import { filterNamed, type Filter } from './line/filters'
import { splitLine, type Pipeline, type SplitCommand, type Word } from './line/splitLine'
import { finished } from './waiting'
import { watchWith } from './watch'
import { endedBy, NOT_FOUND, type TerminalCommand, type TerminalStreams } from './terminal'

type Write = (text: string) => void

/** Where a command of a line writes to. */
interface Sinks {
  readonly out: Write
  readonly err: Write
}

/**
 * Takes a cluster, a line as it is typed and the terminal; runs it: pipelines, one after the other or only if the one
 * before succeeded, in virtual time. Gives the exit code of the last one.
 */
export function* runLine(cluster: ClusterAccess, line: string, io: TerminalStreams): Steps<number> {
  const write: Write = (text) => io.write(text)
  return yield* runText({ cluster, io }, line, { out: write, err: write })
}

/** The commands of the terminal, with the one that runs lines. */
const ALL_COMMANDS: Readonly<Record<string, TerminalCommand>> = {
  ...COMMANDS,
  watch: watchWith((call, line) => {
    const io = endedBy(call.terminal, call.interrupted, call.isInterrupted)
    return runText({ cluster: call.cluster, io }, line, { out: call.out, err: call.err })
  }),
}

interface Place {
  readonly cluster: ClusterAccess
  readonly io: TerminalStreams
}

function* runText(place: Place, line: string, sinks: Sinks): Steps<number> {
  const split = splitLine(line)
  if ('error' in split) {
    sinks.err(`terminal: ${split.error}\n`)
    return 2
  }
  let exitCode = 0
  for (const list of listsOf(split.pipelines)) {
    if (place.io.isInterrupted()) break
    if (list.at(-1)?.followedBy === '&') exitCode = runBehind(place, list, sinks)
    else exitCode = yield* runList(place, list, sinks)
  }
  return exitCode
}

/** Pipelines that hang together by `&&` and `||`. */
function listsOf(pipelines: readonly Pipeline[]): readonly (readonly Pipeline[])[] {
  const lists: Pipeline[][] = [[]]
  for (const pipeline of pipelines) {
    lists.at(-1)?.push(pipeline)
    if (pipeline.followedBy === ';' || pipeline.followedBy === '&') lists.push([])
  }
  return lists.filter((list) => list.length > 0)
}

function* runList(place: Place, list: readonly Pipeline[], sinks: Sinks): Steps<number> {
  let exitCode = 0
  let before: Pipeline['followedBy'] = ';'
  for (const { commands, followedBy } of list) {
    if (place.io.isInterrupted()) break
    const isSkipped = (before === '&&' && exitCode !== 0) || (before === '||' && exitCode === 0)
    if (!isSkipped) exitCode = yield* runPipeline(place, commands, null, sinks)
    before = followedBy
  }
  return exitCode
}

/** Starts pipelines in the background, where `jobs` shows them and `kill` ends them. */
function runBehind({ cluster, io }: Place, list: readonly Pipeline[], sinks: Sinks): number {
  const { clock } = cluster
  const interrupted = clock.signal()
  const number = Math.max(0, ...io.jobs.keys()) + 1
  let isInterrupted = false
  const interrupt = () => {
    isInterrupted = true
    interrupted.fire()
  }
  const behind = { cluster, io: endedBy(io, interrupted, () => isInterrupted) }
  io.jobs.set(number, { line: list.map((pipeline) => textOf(pipeline)).join(' '), interrupt })
  sinks.err(`[${number}]\n`)
  clock.start(
    (function* job(): Steps {
      yield* runList(behind, list, sinks)
      io.jobs.delete(number)
    })(),
  )
  return 0
}

function textOf({ commands, followedBy }: Pipeline): string {
  const texts = commands.map(({ words }) =>
    words
      .map((word) => word.map((part) => ('text' in part ? part.text : `$(${part.substitution})`)).join(''))
      .join(' '),
  )
  return `${texts.join(' | ')} ${followedBy}`
}

/** Runs a command with the filters behind it; what comes next after those gets their output when they have ended. */
function* runPipeline(
  place: Place,
  commands: readonly SplitCommand[],
  stdin: string | null,
  sinks: Sinks,
): Steps<number> {
  const [first, ...others] = commands
  if (first === undefined) return 0
  const words = yield* expand(place, first.words, sinks)
  const [name = '', ...args] = words
  const behind: (readonly string[])[] = []
  for (const other of others) {
    const following = yield* expand(place, other.words, sinks)
    if (filterNamed(following[0] ?? '') === undefined) break
    behind.push(following)
  }
  const rest = others.slice(behind.length)
  let collected = ''
  const end: Write =
    rest.length === 0
      ? sinks.out
      : (text) => {
          collected += text
        }
  const chain = chainOf(behind, end, sinks.err)
  const last = others[behind.length - 1] ?? first
  const out: Write = first.isSilent || last.isSilent ? () => {} : chain.write
  const err: Write =
    first.errors === 'nowhere' ? () => {} : first.errors === 'output' ? chain.write : sinks.err
  const exitCode = yield* runCommand(place, name, args, stdin, { out, err }, chain)
  const filtered = chain.end() ?? exitCode
  return rest.length === 0 ? filtered : yield* runPipeline(place, rest, collected, sinks)
}

function* runCommand(
  { cluster, io }: Place,
  name: string,
  args: readonly string[],
  stdin: string | null,
  sinks: Sinks,
  chain: Chain,
): Steps<number> {
  const command = Object.hasOwn(ALL_COMMANDS, name) ? ALL_COMMANDS[name] : undefined
  if (command === undefined) {
    const filter = filterNamed(name)
    if (filter !== undefined) return throughFilter([name, ...args], stdin ?? '', sinks)
    if (name === '') return 0
    sinks.err(`${name}: command not found. Try: help\n`)
    return NOT_FOUND
  }
  const done = cluster.clock.signal()
  chain.whenDone = () => done.fire()
  return yield* finished(
    command({
      cluster,
      args,
      stdin,
      ...sinks,
      interrupted: anySignal([io.interrupted, done]),
      isInterrupted: () => io.isInterrupted() || chain.isDone(),
      terminal: io,
    }),
  )
}

function throughFilter(words: readonly string[], text: string, sinks: Sinks): number {
  const chain = chainOf([words], sinks.out, sinks.err)
  chain.write(text)
  return chain.end() ?? 0
}

/** Filters, one behind the other. */
interface Chain {
  readonly write: Write
  /** There is no more text; gives the exit code of the last filter, undefined where there is none. */
  readonly end: () => number | undefined
  readonly isDone: () => boolean
  /** What is called when a filter wants no more. */
  whenDone: () => void
}

/** Takes the words of filters and where the text goes in the end; gives where it has to be written to. */
function chainOf(filters: readonly (readonly string[])[], out: Write, err: Write): Chain {
  let write = out
  const stages: { readonly filter: Filter; readonly flush: () => void }[] = []
  const isDone = () => stages.some(({ filter }) => filter.isDone())
  const chain: Chain = {
    write: (text) => {
      write(text)
      if (isDone()) chain.whenDone()
    },
    end: () => {
      let exitCode: number | undefined
      for (const { filter, flush } of stages) {
        flush()
        exitCode = filter.end()
      }
      return exitCode
    },
    isDone,
    whenDone: () => {},
  }
  for (const [name = '', ...args] of filters.toReversed()) {
    const next = write
    const made = filterNamed(name)?.(args, (line) => next(`${line}\n`)) ?? { error: 'not found' }
    if ('error' in made) err(`${name}: ${made.error}\n`)
    const filter: Filter = 'error' in made ? { take: () => {}, end: () => 2, isDone: () => true } : made
    const lines = intoLines(filter.take)
    write = lines.write
    stages.unshift({ filter, flush: lines.flush })
  }
  return chain
}

/** Takes what lines are given to; gives what takes texts however they are cut. */
function intoLines(take: (line: string) => void): { readonly write: Write; readonly flush: () => void } {
  let rest = ''
  return {
    write: (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
    },
    flush: () => {
      if (rest !== '') take(rest)
      rest = ''
    },
  }
}

/** Gives words as texts: the lines in `$(…)` run, and what they print is split at blanks where it is not quoted. */
function* expand(place: Place, words: readonly Word[], sinks: Sinks): Steps<readonly string[]> {
  const texts: string[] = []
  for (const word of words) {
    let pieces: string[] = ['']
    let isQuoted = false
    for (const part of word) {
      let text = ''
      if ('text' in part) ({ text } = part)
      else {
        const out: Write = (written) => {
          text += written
        }
        yield* runText(place, part.substitution, { out, err: sinks.err })
        text = text.replace(/\n+$/, '')
      }
      isQuoted ||= part.quoted || 'text' in part
      const split = 'text' in part || part.quoted ? [text] : text.split(/\s+/)
      pieces = [...pieces.slice(0, -1), `${pieces.at(-1) ?? ''}${split[0] ?? ''}`, ...split.slice(1)]
    }
    texts.push(...(isQuoted ? pieces : pieces.filter((piece) => piece !== '')))
  }
  return texts
}
