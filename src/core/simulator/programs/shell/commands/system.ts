import { outputOf } from '../streams'
import type { Call } from '../shellState'
import { messageOf } from '../errorMessages'
import { baseName } from '../path'
import { complain, immediate, optionsOf, pathOf, say } from './command'
import type { Command } from './command'
import { nameIn } from './names'

function withName(number: number, name: string | undefined): string {
  return name === undefined ? String(number) : `${number}(${name})`
}

const id = immediate((call) => {
  const { flags } = optionsOf(call.args)
  const { credentials, files } = call.machine.process
  const { uid, gid, groups } = credentials
  const user = nameIn(files, '/etc/passwd', uid)
  const group = (number: number) => withName(number, nameIn(files, '/etc/group', number))
  const all = [...new Set([gid, ...groups])]
  if (flags.has('u')) say(call, `${flags.has('n') ? (user ?? String(uid)) : uid}\n`)
  else if (flags.has('g'))
    say(call, `${flags.has('n') ? (nameIn(files, '/etc/group', gid) ?? String(gid)) : gid}\n`)
  else if (flags.has('G')) say(call, `${all.join(' ')}\n`)
  else say(call, `uid=${withName(uid, user)} gid=${group(gid)} groups=${all.map(group).join(',')}\n`)
  return 0
})

/** env(1): `-i` begins with nothing, `-u` takes one away. */
function* env(call: Call): ReturnType<Command> {
  const variables = new Map(call.env)
  let at = 0
  for (let arg = call.args[at]; arg !== undefined; at += 1, arg = call.args[at]) {
    const [, name, value] = /^([^=-][^=]*)=([^]*)$/.exec(arg) ?? []
    if (arg === '-' || arg === '-i') variables.clear()
    else if (arg === '-u') {
      at += 1
      variables.delete(call.args[at] ?? '')
    } else if (name !== undefined && value !== undefined) variables.set(name, value)
    else break
  }
  const command = call.args.slice(at)
  if (command.length > 0) return yield* runOrTell(call, command, variables)
  for (const [name, value] of inTableOrder(variables)) say(call, `${name}=${value}\n`)
  return 0
}

function* runOrTell(
  call: Call,
  command: readonly string[],
  variables: ReadonlyMap<string, string>,
): ReturnType<Command> {
  const { image, process } = call.machine
  const [name = ''] = command
  const isThere =
    image.has(baseName(name)) ||
    image.programOf(command) !== undefined ||
    process.files.exists(pathOf(call, name))
  if (isThere) return yield* call.run(command, variables)
  const quoted = image.userland === 'busybox' ? `can't execute '${name}'` : `'${name}'`
  complain(call, `${quoted}: ${messageOf('ENOENT')}`)
  return 127
}

/** ash and dash keep their variables in a table of 39 lists, and hand them on in its order (hashvar of shell/ash.c). */
function inTableOrder(given: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  const variables = [...given]
  // No shell has made it: it has no PWD.
  if (!given.has('PWD')) return variables
  const placeOf = ([name]: readonly [string, string]) =>
    Array.from(name).reduce((sum, letter) => sum + letter.charCodeAt(0), 16 * name.charCodeAt(0)) % 39
  return variables.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** What is asked of the system, and of the environment. */
export const SYSTEM_COMMANDS: Readonly<Record<string, Command>> = {
  id,
  env,
  whoami: immediate((call) => {
    const { credentials, files } = call.machine.process
    const name = nameIn(files, '/etc/passwd', credentials.uid)
    if (name === undefined) return complain(call, `unknown uid ${credentials.uid}`)
    say(call, `${name}\n`)
    return 0
  }),
  hostname: immediate((call) => {
    const { hostname, network } = call.machine.process
    const isAddress = call.args.includes('-i') || call.args.includes('-I')
    say(call, `${isAddress ? network.addressesOf(hostname).join(' ') : hostname}\n`)
    return 0
  }),
  uname: immediate((call) => {
    const isAll = call.args.includes('-a')
    say(
      call,
      isAll
        ? `Linux ${call.machine.process.hostname} 6.1.0 #1 SMP x86_64 GNU/Linux\n`
        : call.args.includes('-m')
          ? 'x86_64\n'
          : call.args.includes('-r')
            ? '6.1.0\n'
            : 'Linux\n',
    )
    return 0
  }),
  printenv: immediate((call) => {
    const [name] = call.args
    if (name === undefined)
      for (const [each, value] of inTableOrder(call.env)) say(call, `${each}=${value}\n`)
    const value = name === undefined ? '' : call.env.get(name)
    if (value === undefined) return 1
    if (name !== undefined) say(call, `${value}\n`)
    return 0
  }),
  pwd: immediate((call) => {
    say(call, `${call.cwd}\n`)
    return 0
  }),
  nproc: immediate((call) => {
    say(call, '1\n')
    return 0
  }),
  which: immediate((call) => {
    let status = 0
    for (const name of call.args)
      if (call.machine.image.has(name)) say(call, `/bin/${name}\n`)
      else status = 1
    return status
  }),
  *nohup(call) {
    return yield* call.run(call.args)
  },
  tty: immediate((call) => {
    outputOf(call.streams, 1).write('not a tty\n')
    return 1
  }),
  dd: immediate((call) => {
    const values = new Map(
      call.args.map((arg) => [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]),
    )
    const size = sizeOf(values.get('bs') ?? '512') * Number(values.get('count') ?? 1)
    const bytes = new Uint8Array(Math.min(size, MOST_BYTES))
    const to = values.get('of')
    if (to === undefined) return 0
    call.machine.process.files.write(`${to.startsWith('/') ? '' : `${call.cwd}/`}${to}`, bytes)
    outputOf(call.streams, 2).write(
      `${values.get('count') ?? '1'}+0 records in\n${values.get('count') ?? '1'}+0 records out\n`,
    )
    return 0
  }),
}

/** A file of a simulated disk is kept in memory: no more than 64 MiB at once. */
const MOST_BYTES = 64 * 1024 * 1024

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  c: 1,
  k: 1024,
  K: 1024,
  m: 1_048_576,
  M: 1_048_576,
  G: 1_073_741_824,
}

function sizeOf(text: string): number {
  const [, number = '0', unit = ''] = /^(\d+)([ckKmMG]?)/.exec(text) ?? []
  return Number(number) * (UNITS[unit] ?? 1)
}
