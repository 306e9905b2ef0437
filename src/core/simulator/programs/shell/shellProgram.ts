import { anySignal } from '../../anySignal'
import type { Steps } from '../../clock'
import type { Process, Program } from '../process'
import { awaited } from './awaited'
import { RUNNER } from './interpret'
import { withDevices } from './deviceFiles'
import { invoke, isShell } from './invoke'
import { isolated } from './isolated'
import { loadShell, shellIfLoaded } from './justBash'
import { Machine, SIGNALS } from './machine'
import type { Job, ShellImage } from './machine'
import { baseName } from './path'
import { newShell, receive } from './shellState'
import type { Call } from './shellState'
import { outputTo, textInput } from './streams'
import type { Streams } from './streams'

/**
 * Takes what a shell finds in its image; gives the program that runs a process' command there: a shell with its script,
 * or a single command. A process 1 that does nothing of its own with SIGTERM does not hear it (kill(2), NOTES); another
 * one ends with 143.
 */
export function shellProgram(image: ShellImage): Program {
  return function* program(process: Process): Steps<number> {
    const { clock } = process
    let shell = shellIfLoaded()
    if (shell === undefined) {
      const answer = yield* awaited(clock, loadShell())
      if ('problem' in answer) {
        process.write('stderr', `[podwright] The shell could not be loaded: ${answer.problem}\n`)
        return 1
      }
      shell = answer.value
    }
    const machine = new Machine({ ...process, files: withDevices(process) }, shell, spokenIn(process, image))
    const main = machine.spawn((job) => commandOf(machine, job))
    let isAsked = false
    try {
      while (main.status === undefined) {
        if (process.term.isSent && !isAsked) {
          isAsked = true
          if (main.onSignal?.('TERM') !== true && !process.isFirst) {
            machine.killAll()
            return 128 + (SIGNALS['TERM'] ?? 15)
          }
          continue
        }
        yield { signal: isAsked ? main.ended : anySignal([main.ended, process.term.signal]) }
      }
    } finally {
      // Who ran the command has given up: what it had started ends too.
      if (main.status === undefined) machine.killAll()
    }
    // What a command beside the main process leaves in the background lives on with the container.
    if (process.isFirst) machine.killAll()
    return main.status
  }
}

/** bash has its own words, whatever `sh` is in its image. */
function spokenIn({ command: [name = ''] }: Process, image: ShellImage): ShellImage {
  return image.userland === 'debian' && baseName(name) === 'bash' ? { ...image, userland: 'bash' } : image
}

function* commandOf(machine: Machine, job: Job): Steps<number> {
  const { process } = machine
  machine.onOwnSignal = (name) => {
    if (job.onSignal?.(name) !== true && !process.isFirst) machine.kill(job.pid, name)
  }
  const [command = '', ...args] = [...process.command, ...process.args]
  const streams: Streams = {
    input: process.typed?.reader ?? textInput(process.clock, process.stdin),
    outputs: new Map([
      [
        1,
        outputTo((text) => {
          process.write('stdout', text)
        }),
      ],
      [
        2,
        outputTo((text) => {
          process.write('stderr', text)
        }),
      ],
    ]),
  }
  const name = baseName(command)
  const cwd = process.cwd === '' ? '/' : process.cwd
  const outer = newShell(machine, RUNNER, name, [])
  if (!isShell(name))
    return yield* isolated(outer, streams, () => RUNNER.command([command, ...args], outer, streams, true))
  const call: Call = {
    name: command,
    args,
    streams,
    env: process.env,
    cwd,
    machine,
    run: (words, _env, own = streams) => isolated(outer, own, () => RUNNER.command(words, outer, own, false)),
  }
  return yield* invoke(call, RUNNER, (state) => {
    job.onSignal = (signal) => receive(state, signal)
  })
}
