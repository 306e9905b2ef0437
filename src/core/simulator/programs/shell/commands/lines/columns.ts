import type { Steps } from '../../../../clock'
import type { Call } from '../../shellState'
import { fileOutput } from '../../redirect'
import { readAll } from '../../streams'
import { complain, optionsOf, pathOf, say } from '../command'
import type { Command } from '../command'
import { bare, LineReader, readOrTell } from './lineReader'

/** Takes a call and its files, and what becomes of each line; writes that, and gives the status. */
function* eachLine(
  call: Call,
  files: readonly string[],
  change: (line: string) => string | undefined,
): Steps<number> {
  const reader = new LineReader(call, files)
  for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next()) {
    const text = change(bare(line))
    if (text !== undefined) say(call, `${text}\n`)
  }
  return reader.status
}

type Range = readonly [first: number, last: number]

function rangesOf(list: string): readonly Range[] | undefined {
  const ranges = list.split(/[, ]/).map((part): Range | undefined => {
    const [, first = '', dash, last = ''] = /^(\d*)(-?)(\d*)$/.exec(part) ?? []
    if (first === '' && last === '') return undefined
    const from = first === '' ? 1 : Number(first)
    return [from, dash === '' ? from : last === '' ? Infinity : Number(last)]
  })
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}

/** cut(1): fields (`-f`) or characters (`-c`, `-b`) of each line. */
function* cut(call: Call): Steps<number> {
  const { flags, values, operands } = optionsOf(call.args, 'dfcb')
  const list = values.get('f') ?? values.get('fields') ?? values.get('c') ?? values.get('b')
  if (list === undefined) return complain(call, 'expected a list of bytes, characters, or fields')
  const ranges = rangesOf(list)
  if (ranges === undefined) return complain(call, `invalid range '${list}'`)
  const isWanted = (_: string, at: number) =>
    ranges.some(([first, last]) => at + 1 >= first && at + 1 <= last) !== flags.has('complement')
  const delimiter = values.get('d') ?? values.get('delimiter') ?? '\t'
  if (delimiter.length > 1) return complain(call, 'the delimiter must be a single character')
  const between = values.get('output-delimiter') ?? delimiter
  return yield* eachLine(call, operands, (line) => {
    if (!values.has('f') && !values.has('fields')) return Array.from(line).filter(isWanted).join('')
    if (!line.includes(delimiter)) return flags.has('s') ? undefined : line
    return line.split(delimiter).filter(isWanted).join(between)
  })
}

/** uniq(1): lines that follow one like them are left out, counted, or shown alone. */
function* uniq(call: Call): Steps<number> {
  const { flags, values, operands } = optionsOf(
    call.args.map((arg) =>
      arg
        .replace(/^--count$/, '-c')
        .replace(/^--repeated$/, '-d')
        .replace(/^--unique$/, '-u'),
    ),
    'fsw',
  )
  const [input, target] = operands
  const reader = new LineReader(call, input === undefined ? [] : [input])
  const keyOf = (line: string) => {
    const rest = line.replace(new RegExp(`^(?:\\s*\\S+){0,${Number(values.get('f') ?? 0)}}`), '')
    const start = Number(values.get('s') ?? 0)
    const key = rest.slice(start, start + Number(values.get('w') ?? Infinity))
    return flags.has('i') ? key.toLowerCase() : key
  }
  const output =
    target === undefined ? undefined : fileOutput(call.machine.process.files, pathOf(call, target), false)
  let group: { readonly line: string; count: number } | undefined
  const show = () => {
    if (group === undefined || (flags.has('d') && group.count < 2) || (flags.has('u') && group.count > 1))
      return
    const text = `${flags.has('c') ? `${String(group.count).padStart(7)} ` : ''}${group.line}\n`
    if (output === undefined) say(call, text)
    else output.write(text)
  }
  for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next()) {
    const text = bare(line)
    if (group !== undefined && keyOf(group.line) === keyOf(text)) group.count += 1
    else {
      show()
      group = { line: text, count: 1 }
    }
  }
  show()
  output?.close()
  return reader.status
}

function linesOf(text: string): string[] {
  return text === '' ? [] : bare(text).split('\n')
}

/** paste(1): lines of files beside each other, or with `-s` those of each file in one. */
function* paste(call: Call): Steps<number> {
  const { flags, values, operands } = optionsOf(call.args, 'd')
  const delimiters = Array.from(
    (values.get('d') ?? '\t').replaceAll(String.raw`\n`, '\n').replaceAll(String.raw`\t`, '\t'),
  )
  const columns: string[][] = []
  const named = operands.length === 0 ? ['-'] : operands
  const fromInput = named.filter((file) => file === '-').length
  const input = fromInput === 0 ? [] : linesOf(yield* readAll(call.streams.input))
  let status = 0
  let turn = 0
  for (const file of named) {
    const text = file === '-' ? '' : readOrTell(call, file)
    if (text === undefined) status = 1
    else if (file !== '-') columns.push(linesOf(text))
    else {
      // Several `-` take the lines of the input in turn; with `-s` the first takes them all.
      const own = turn
      turn += 1
      columns.push(
        flags.has('s') ? (own === 0 ? input : []) : input.filter((_, at) => at % fromInput === own),
      )
    }
  }
  const joined = (parts: readonly string[]) =>
    parts
      .map((part, at) => (at === 0 ? part : `${delimiters[(at - 1) % delimiters.length] ?? ''}${part}`))
      .join('')
  if (flags.has('s')) for (const lines of columns) say(call, `${joined(lines)}\n`)
  else
    for (let at = 0; columns.some(({ length }) => at < length); at += 1)
      say(call, `${joined(columns.map((lines) => lines[at] ?? ''))}\n`)
  return status
}

function* tac(call: Call): Steps<number> {
  const reader = new LineReader(call, optionsOf(call.args).operands)
  const lines: string[] = []
  for (let line = yield* reader.next(); line !== undefined; line = yield* reader.next()) lines.push(line)
  say(call, lines.toReversed().join(''))
  return reader.status
}

/** No terminal is wider. */
const MOST_COLUMNS = 1000

/** nl(1): numbers the lines that are not empty, with `-ba` all. */
function* nl(call: Call): Steps<number> {
  const { values, operands } = optionsOf(call.args, 'bwsvin')
  const width = Math.min(Math.max(1, Number(values.get('w') ?? 6) || 6), MOST_COLUMNS)
  let number = Number(values.get('v') ?? 1)
  return yield* eachLine(call, operands, (line) => {
    if (line === '' && values.get('b') !== 'a') return ' '.repeat(width + 1)
    const text = `${String(number).padStart(width)}${values.get('s') ?? '\t'}${line}`
    number += Number(values.get('i') ?? 1)
    return text
  })
}

/** What takes lines apart, puts them together, or chooses among them. */
export const COLUMN_COMMANDS: Readonly<Record<string, Command>> = {
  cut,
  uniq,
  paste,
  tac,
  nl,
  rev: (call) =>
    eachLine(call, optionsOf(call.args).operands, (line) => Array.from(line).toReversed().join('')),
}
