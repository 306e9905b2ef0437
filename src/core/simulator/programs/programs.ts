import type { ContainerPrograms } from '../cluster/pod/containerPrograms'
import { fillRoot } from './fillRoot'
import { idle } from './idle'
import { imageRowOf } from './images/images'
import type { ImageRow } from './images/imageRow'
import { hasCommand, userlandOf } from './images/userlands'
import type { Process, Program } from './process'
import type { ShellImage } from './shell/machine'
import { baseName, joinPath } from './shell/path'
import { shellProgram } from './shell/shellProgram'

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What images hold and their programs do, by the table of images. */
export const PROGRAMS: ContainerPrograms = {
  fillRoot: (image, root) => {
    fillRoot(imageRowOf(image), image, root)
  },
  defaults: (image) => {
    const { uid = 0, gid = 0 } = imageRowOf(image) ?? {}
    return { uid, gid }
  },
  commandLine: (process) => commandLineOf(process, imageRowOf(process.image)),
  main: (process) => started(process, MAIN_PROBLEM),
  command: (process) => started(process, EXEC_PROBLEM),
}

/** What containerd says before runc's own words (runc libcontainer, containerd's shim). */
const MAIN_PROBLEM =
  'failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: '
const EXEC_PROBLEM = 'OCI runtime exec failed: exec failed: unable to start container process: '

function started(process: Process, problem: string): Program | { readonly error: string } {
  const row = imageRowOf(process.image)
  const command = commandLineOf(process, row)
  const program = programOf(command, process, row)
  if ('error' in program) return { error: `${problem}${program.error}` }
  const { cwd } = process
  const env = environmentOf(process, row)
  return (given) =>
    program.run({
      ...given,
      command,
      args: [],
      env,
      cwd: cwd === '' ? (row?.workingDirectory ?? '/') : cwd,
    })
}

/** Takes a process and the row of its image; gives its whole command line (OCI image specification: Entrypoint and Cmd; `command` and `args` take their places). */
function commandLineOf(
  { command, args }: Pick<Process, 'command' | 'args'>,
  row: ImageRow | undefined,
): readonly string[] {
  if (command.length > 0) return [...command, ...args]
  if (row === undefined) return args
  const { entrypoint, cmd, isPassedThrough = false } = row
  if (args.length === 0) return [...entrypoint, ...cmd]
  if (isPassedThrough && args[0]?.startsWith('-') === true) return [...cmd.slice(0, 1), ...args]
  return [...entrypoint, ...args]
}

function environmentOf(
  { env, hostname, credentials }: Process,
  row: ImageRow | undefined,
): ReadonlyMap<string, string> {
  return new Map([
    ['PATH', PATH],
    ['HOSTNAME', hostname],
    ['HOME', credentials.uid === 0 ? '/root' : '/'],
    ...Object.entries(row?.env ?? {}),
    ...env,
  ])
}

/** Takes a command line, its process, and the row of the image; gives what runs it, or runc's words why nothing does. */
function programOf(
  command: readonly string[],
  process: Process,
  row: ImageRow | undefined,
): { readonly run: Program } | { readonly error: string } {
  const [name = ''] = command
  const own = ownProgram(command, row)
  if (own !== undefined) return { run: own }
  const shell = shellOf(row, process.image)
  const { files } = process
  const path = joinPath(process.cwd, name)
  const isFile = name.includes('/') && files.exists(path)
  if (shell !== null && (isFile || shell.has(baseName(name)) || isInPath(process, name))) {
    if (isFile && !files.allows(path, 'execute')) return { error: `exec: "${name}": permission denied` }
    return { run: shellProgram(shell) }
  }
  if (row === undefined) return { run: idle }
  if (name.includes('/')) return { error: `exec: "${name}": stat ${name}: no such file or directory` }
  return { error: `exec: "${name}": executable file not found in $PATH` }
}

function isInPath({ files, env }: Process, name: string): boolean {
  if (name === '') return false
  return (env.get('PATH') ?? PATH).split(':').some((directory) => files.exists(joinPath(directory, name)))
}

function ownProgram(command: readonly string[], row: ImageRow | undefined): Program | undefined {
  const [name = ''] = command
  return row?.executables.includes(name.includes('/') ? baseName(name) : name) === true
    ? row.program
    : undefined
}

/** What a shell finds in the image. An image that nobody knows is taken to have the usual one. */
function shellOf(row: ImageRow | undefined, image: string): ShellImage | null {
  const userland = row === undefined ? 'debian' : userlandOf(row, image)
  if (userland === null) return null
  const adds = row?.adds ?? []
  return {
    userland,
    has: (name) => hasCommand(userland, adds, name),
    programOf: (command) => ownProgram(command, row),
  }
}
