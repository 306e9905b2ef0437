import type { Steps } from '../../../../clock'
import { FileError } from '../../../../filesystem/fileSystem'
import { fileOutput } from '../../redirect'
import type { Call } from '../../shellState'
import { outputOf, outputTo, textInput } from '../../streams'
import type { Output } from '../../streams'
import { pathOf } from '../command'
import { LineReader } from '../lines/lineReader'
import { AwkInput } from './input'
import { AwkError } from './syntax'
import type { AwkRedirection } from './syntax'

const STREAMS: Readonly<Record<string, number>> = { '/dev/stdout': 1, '/dev/stderr': 2, '-': 1 }

/** The files and commands that a run of awk writes to and reads from; each is opened once, by its name. */
export class AwkChannels {
  private readonly files = new Map<string, Output>()
  /** What is written to a command: it gets it when it is closed. */
  private readonly commands = new Map<string, string>()
  private readonly inputs = new Map<string, AwkInput>()

  constructor(private readonly call: Call) {}

  /** Takes text, and where it goes; writes it there. */
  write(text: string, operator: AwkRedirection['operator'] | undefined, name: string): void {
    const stream = operator === undefined ? 1 : operator === '|' ? undefined : STREAMS[name]
    if (stream !== undefined) outputOf(this.call.streams, stream).write(text)
    else if (operator === '|') this.commands.set(name, (this.commands.get(name) ?? '') + text)
    else this.file(name, operator === '>>').write(text)
  }

  /** Takes a file, or a command; gives what is read from it, undefined where it can't be. */
  *input(from: 'file' | 'command', name: string): Steps<AwkInput | undefined> {
    const known = this.inputs.get(name)
    if (known !== undefined) return known
    const { call } = this
    const isThere =
      from === 'command' || name === '-' || call.machine.process.files.allows(pathOf(call, name), 'read')
    if (!isThere) return undefined
    const text = from === 'command' ? yield* this.outputOf(name) : undefined
    const streams = {
      ...call.streams,
      input: text === undefined ? call.streams.input : textInput(call.machine.process.clock, text),
    }
    const input = new AwkInput(new LineReader({ ...call, streams }, [from === 'file' ? name : '-']))
    this.inputs.set(name, input)
    return input
  }

  /** Takes a command; runs it, and gives its status. */
  *system(command: string): Steps<number> {
    return yield* this.call.run(['sh', '-c', command])
  }

  /** Takes a name; closes what is open under it, and gives the status; -1 where nothing is. */
  *close(name: string): Steps<number> {
    const file = this.files.get(name)
    file?.close()
    const isOpen = [this.files.delete(name), this.inputs.delete(name)].includes(true)
    const text = this.commands.get(name)
    if (text === undefined) return isOpen ? 0 : -1
    this.commands.delete(name)
    const { call } = this
    const input = textInput(call.machine.process.clock, text)
    return yield* call.run(['sh', '-c', name], this.call.env, { ...call.streams, input })
  }

  /** Closes all that is open. */
  *closeAll(): Steps {
    for (const name of [...this.files.keys(), ...this.commands.keys()]) yield* this.close(name)
  }

  private file(name: string, isAppended: boolean): Output {
    const known = this.files.get(name)
    if (known !== undefined) return known
    try {
      const output = fileOutput(this.call.machine.process.files, pathOf(this.call, name), isAppended)
      this.files.set(name, output)
      return output
    } catch (error) {
      if (error instanceof FileError) throw new AwkError(`can't open '${name}'`)
      throw error
    }
  }

  private *outputOf(command: string): Steps<string> {
    let text = ''
    const outputs = new Map(this.call.streams.outputs)
    outputs.set(
      1,
      outputTo((written) => {
        text += written
      }),
    )
    yield* this.call.run(['sh', '-c', command], this.call.env, { ...this.call.streams, outputs })
    return text
  }
}
