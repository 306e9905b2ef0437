import { FileError } from '../../../filesystem/fileSystem'
import type { Steps } from '../../../clock'
import type { Call } from '../shellState'
import { readAll, readLines } from '../streams'
import { fileOutput } from '../redirect'
import { complain, optionsOf, pathOf, say, wordsOf } from './command'
import type { Command } from './command'
import { follow, lastLines } from './follow'

/** Takes a call and a file as it was written; gives its text, or undefined when it has said why not. */
function textOf(call: Call, file: string): string | undefined {
  try {
    return call.machine.process.files.readText(pathOf(call, file))
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const said =
      error.code === 'EISDIR' ? `read error: Is a directory` : wordsOf(call).toolCannotOpen(file, error.code)
    complain(call, said)
    return undefined
  }
}

function* cat(call: Call): Steps<number> {
  const { operands } = optionsOf(call.args)
  let status = 0
  for (const file of operands.length === 0 ? ['-'] : operands) {
    if (file !== '-') {
      const text = textOf(call, file)
      if (text === undefined) status = 1
      else say(call, text)
      continue
    }
    for (
      let text = yield* readLines(call.streams.input);
      text !== '';
      text = yield* readLines(call.streams.input)
    )
      say(call, text)
  }
  return status
}

function* head(call: Call): Steps<number> {
  const { values, operands } = optionsOf(
    call.args.map((arg) => arg.replace(/^-(\d+)$/, '-n$1')),
    'nc',
  )
  const count = Number(values.get('n') ?? values.get('lines') ?? 10)
  let status = 0
  for (const file of operands) {
    const text = textOf(call, file)
    if (text === undefined) status = 1
    else {
      if (operands.length > 1) say(call, `==> ${file} <==\n`)
      say(call, values.has('c') ? text.slice(0, Number(values.get('c'))) : firstLines(text, count))
    }
  }
  if (operands.length > 0) return status
  if (values.has('c')) {
    say(call, (yield* readAll(call.streams.input)).slice(0, Number(values.get('c'))))
    return 0
  }
  let left = count
  while (left > 0) {
    const lines = firstLines(yield* readLines(call.streams.input), left)
    if (lines === '') break
    say(call, lines)
    left -= lines.split('\n').length - 1
  }
  call.streams.input.close()
  return 0
}

function firstLines(text: string, count: number): string {
  const lines = text.split(/(?<=\n)/)
  return (count < 0 ? lines.slice(0, count) : lines.slice(0, count)).join('')
}

function* tail(call: Call): Steps<number> {
  const args = call.args.map((arg) => arg.replace(/^-(\d+)$/, '-n$1').replace(/^\+(\d+)$/, '-n+$1'))
  const { flags, values, operands } = optionsOf(args, 'ncs')
  const lines = values.get('n') ?? values.get('lines') ?? '10'
  const isRetried = flags.has('F') || (flags.has('f') && flags.has('retry'))
  if (operands.length > 0 && (flags.has('f') || isRetried || flags.has('follow')))
    return yield* follow(call, operands, lines, isRetried)
  let status = 0
  for (const file of operands) {
    const text = textOf(call, file)
    if (text === undefined) status = 1
    else {
      if (operands.length > 1) say(call, `==> ${file} <==\n`)
      say(call, values.has('c') ? text.slice(-Number(values.get('c'))) : lastLines(text, lines))
    }
  }
  if (operands.length === 0) say(call, lastLines(yield* readAll(call.streams.input), lines))
  return status
}

function* wc(call: Call): Steps<number> {
  const { flags, operands } = optionsOf(call.args)
  let status = 0
  const show = (text: string, file: string) => {
    const counts: readonly (readonly [string, number])[] = [
      ['l', text.split('\n').length - 1],
      ['w', text.split(/\s+/).filter((word) => word !== '').length],
      ['c', new TextEncoder().encode(text).length],
    ]
    const wanted = counts.filter(([flag]) => flags.size === 0 || flags.has(flag))
    const numbers = wanted.map(([, count]) => (wanted.length > 1 ? String(count).padStart(9) : String(count)))
    say(call, `${numbers.join(' ')}${file === '' ? '' : ` ${file}`}\n`)
  }
  for (const file of operands) {
    const text = textOf(call, file)
    if (text === undefined) status = 1
    else show(text, file)
  }
  if (operands.length === 0) show(yield* readAll(call.streams.input), '')
  return status
}

function* tee(call: Call): Steps<number> {
  const { flags, operands } = optionsOf(call.args)
  let status = 0
  const outputs = operands.flatMap((file) => {
    try {
      return [fileOutput(call.machine.process.files, pathOf(call, file), flags.has('a'))]
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      status = complain(call, wordsOf(call).toolCannotOpen(file, error.code))
      return []
    }
  })
  const { input } = call.streams
  for (let text = yield* readLines(input); text !== ''; text = yield* readLines(input)) {
    say(call, text)
    for (const output of outputs) output.write(text)
  }
  for (const output of outputs) output.close()
  return status
}

/** What passes text on while it comes. */
export const TEXT_COMMANDS: Readonly<Record<string, Command>> = { cat, head, tail, wc, tee }
