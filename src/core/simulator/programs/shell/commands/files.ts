import { FileError } from '../../../filesystem/fileSystem'
import type { FileSystem } from '../../../filesystem/fileSystem'
import { messageOf } from '../errorMessages'
import { baseName, joinPath } from '../path'
import type { Call } from '../shellState'
import { attempt, complain, immediate, optionsOf, pathOf, say, wordsOf } from './command'
import type { Command } from './command'

function each(
  call: Call,
  operands: readonly string[],
  run: (path: string) => void,
  describe: (operand: string, error: FileError) => string,
): number {
  let status = 0
  for (const operand of operands)
    status =
      attempt(
        call,
        () => run(pathOf(call, operand)),
        (error) => describe(operand, error),
      ) || status
  return status
}

function filesOf(call: Call): FileSystem {
  return call.machine.process.files
}

function isBusybox(call: Call): boolean {
  return call.machine.image.userland === 'busybox'
}

const mkdir = immediate((call) => {
  const { flags, values, operands } = optionsOf(call.args, 'm')
  const mode = values.get('m')
  const options = { parents: flags.has('p') || flags.has('parents') }
  return each(
    call,
    operands,
    (path) =>
      filesOf(call).makeDirectory(
        path,
        mode === undefined ? options : { ...options, mode: Number.parseInt(mode, 8) },
      ),
    (operand, { code }) =>
      isBusybox(call)
        ? `can't create directory '${operand}': ${messageOf(code)}`
        : `cannot create directory '${operand}': ${messageOf(code)}`,
  )
})

const rm = immediate((call) => {
  const { flags, operands } = optionsOf(call.args)
  const recursive = flags.has('r') || flags.has('R') || flags.has('recursive')
  return each(
    call,
    operands,
    (path) => {
      if (flags.has('f') && !filesOf(call).exists(path) && !isLink(filesOf(call), path)) return
      if (!recursive && filesOf(call).lstat(path).type === 'directory') throw new FileError('EISDIR', path)
      filesOf(call).remove(path, { recursive })
    },
    (operand, { code }) =>
      isBusybox(call) && code === 'EISDIR'
        ? `'${operand}' is a directory`
        : `${isBusybox(call) ? "can't remove" : 'cannot remove'} '${operand}': ${messageOf(code)}`,
  )
})

function isLink(files: FileSystem, path: string): boolean {
  try {
    return files.lstat(path).type === 'symlink'
  } catch (error) {
    if (error instanceof FileError) return false
    throw error
  }
}

function copy(files: FileSystem, from: string, to: string, recursive: boolean): void {
  const { type, mode } = files.stat(from)
  if (type !== 'directory') {
    const isNew = !files.exists(to)
    files.write(to, files.read(from))
    if (isNew) files.chmod(to, mode & 0o755)
    return
  }
  if (!recursive) throw new FileError('EISDIR', from)
  files.makeDirectory(to, { parents: true })
  for (const name of files.list(from)) copy(files, joinPath(from, name), joinPath(to, name), recursive)
}

/** Takes the operands of `cp` and `mv`: what, and the file or directory to put it. */
function toTarget(call: Call, operands: readonly string[], run: (from: string, to: string) => void): number {
  const target = operands.at(-1)
  if (target === undefined || operands.length < 2) return complain(call, 'missing file operand')
  const to = pathOf(call, target)
  const isDirectory = filesOf(call).exists(to) && filesOf(call).stat(to).type === 'directory'
  let named = ''
  return each(
    call,
    operands.slice(0, -1),
    (from) => {
      named = target
      run(from, isDirectory ? joinPath(to, baseName(from)) : to)
    },
    (operand, { code, path }) => {
      const isSource = path === pathOf(call, operand)
      if (isSource && code === 'EISDIR')
        return `${isBusybox(call) ? '' : '-r not specified; '}omitting directory '${operand}'`
      if (isSource)
        return isBusybox(call)
          ? `can't ${call.name === 'mv' ? 'rename' : 'stat'} '${operand}': ${messageOf(code)}`
          : `cannot stat '${operand}': ${messageOf(code)}`
      return isBusybox(call)
        ? `can't create '${named}': ${messageOf(code)}`
        : `cannot create regular file '${named}': ${messageOf(code)}`
    },
  )
}

/** Takes a mode as chmod(1) takes it and the one before; gives the new one: `755`, `u+x`, `go-w`, `a=r`. */
function modeOf(text: string, before: number, isDirectory: boolean): number | undefined {
  if (/^[0-7]{1,4}$/.test(text)) return Number.parseInt(text, 8)
  let mode = before
  for (const clause of text.split(',')) {
    const [, who = '', operator = '', what = ''] = /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(clause) ?? []
    if (operator === '') return undefined
    const shifts = { u: 6, g: 3, o: 0 } as const
    for (const [letter, shift] of Object.entries(shifts)) {
      if (who !== '' && !who.includes('a') && !who.includes(letter)) continue
      const hasX = what.includes('x') || (what.includes('X') && (isDirectory || (before & 0o111) !== 0))
      const bits = ((what.includes('r') ? 4 : 0) | (what.includes('w') ? 2 : 0) | (hasX ? 1 : 0)) << shift
      if (operator === '-') mode &= ~bits
      else mode = (operator === '=' ? mode & ~(7 << shift) : mode) | bits
    }
    if (what.includes('s') && who.includes('g')) mode |= 0o2000
    if (what.includes('t')) mode |= 0o1000
  }
  return mode
}

/** Takes a path and whether all below counts; runs for it and them. */
function below(files: FileSystem, path: string, recursive: boolean, run: (path: string) => void): void {
  run(path)
  if (recursive && files.lstat(path).type === 'directory')
    for (const name of files.list(path)) below(files, joinPath(path, name), recursive, run)
}

const chmod = immediate((call) => {
  const { flags, operands } = optionsOf(call.args.filter((arg) => !/^-[rwx]/.test(arg)))
  const [mode = '', ...targets] = operands
  if (modeOf(mode, 0, false) === undefined) return complain(call, `invalid mode '${mode}'`)
  const files = filesOf(call)
  return each(
    call,
    targets,
    (target) =>
      below(files, target, flags.has('R'), (path) => {
        const { mode: before, type } = files.stat(path)
        files.chmod(path, modeOf(mode, before, type === 'directory') ?? before)
      }),
    (operand, { code }) =>
      isBusybox(call)
        ? `${operand}: ${messageOf(code)}`
        : `changing permissions of '${operand}': ${messageOf(code)}`,
  )
})

const chown = immediate((call) => {
  const { flags, operands } = optionsOf(call.args)
  const [owner = '', ...targets] = operands
  const [user = '', group] = owner.split(/[:.]/)
  const files = filesOf(call)
  const number = (name: string, file: string): number | undefined => {
    if (/^\d+$/.test(name)) return Number(name)
    const row = files.exists(file)
      ? new RegExp(`^${name}:[^:]*:(\\d+)`, 'm').exec(files.readText(file))
      : null
    return row === null ? undefined : Number(row[1])
  }
  const uid = user === '' ? null : number(user, '/etc/passwd')
  const gid = group === undefined || group === '' ? null : number(group, '/etc/group')
  if (uid === undefined) return complain(call, `unknown user ${user}`)
  if (gid === undefined) return complain(call, `unknown group ${group ?? ''}`)
  return each(
    call,
    targets,
    (target) =>
      below(files, target, flags.has('R'), (path) => {
        const stat = files.stat(path)
        files.chown(path, uid ?? stat.uid, gid ?? stat.gid)
      }),
    (operand, { code }) =>
      isBusybox(call)
        ? `${operand}: ${messageOf(code)}`
        : `changing ownership of '${operand}': ${messageOf(code)}`,
  )
})

/** What makes, moves and removes files. */
export const FILE_COMMANDS: Readonly<Record<string, Command>> = {
  mkdir,
  rm,
  chmod,
  chown,
  touch: immediate((call) => {
    const { flags, operands } = optionsOf(call.args, 'tdr')
    return each(
      call,
      operands,
      (path) => {
        if (flags.has('c') && !filesOf(call).exists(path)) return
        filesOf(call).append(path, '')
      },
      (operand, { code }) =>
        isBusybox(call) ? `${operand}: ${messageOf(code)}` : `cannot touch '${operand}': ${messageOf(code)}`,
    )
  }),
  rmdir: immediate((call) =>
    each(
      call,
      optionsOf(call.args).operands,
      (path) => filesOf(call).remove(path),
      (operand, { code }) => `'${operand}': ${messageOf(code)}`,
    ),
  ),
  cp: immediate((call) => {
    const { flags, operands } = optionsOf(call.args)
    const recursive = ['r', 'R', 'a'].some((flag) => flags.has(flag))
    return toTarget(call, operands, (from, to) => {
      copy(filesOf(call), from, to, recursive)
    })
  }),
  mv: immediate((call) =>
    toTarget(call, optionsOf(call.args).operands, (from, to) => {
      try {
        filesOf(call).rename(from, to)
      } catch (error) {
        if (!(error instanceof FileError) || error.code !== 'EXDEV') throw error
        copy(filesOf(call), from, to, true)
        filesOf(call).remove(from, { recursive: true })
      }
    }),
  ),
  ln: immediate((call) => {
    const { flags, operands } = optionsOf(call.args)
    const [target = '', given = '.'] = operands
    const files = filesOf(call)
    const path = pathOf(call, given)
    const isDirectory =
      files.exists(path) && files.stat(path).type === 'directory' && !(flags.has('n') && isLink(files, path))
    const link = isDirectory ? joinPath(path, baseName(target)) : path
    return attempt(
      call,
      () => {
        if (flags.has('f') && (files.exists(link) || isLink(files, link))) files.remove(link)
        if (flags.has('s')) files.symlink(target, link)
        else files.write(link, files.read(pathOf(call, target)))
      },
      ({ code }) => `${link}: ${messageOf(code)}`,
    )
  }),
  readlink: immediate((call) => {
    const { flags, operands } = optionsOf(call.args)
    let status = 0
    for (const operand of operands)
      try {
        const path = pathOf(call, operand)
        say(call, `${flags.has('f') ? filesOf(call).realpath(path) : filesOf(call).readlink(path)}\n`)
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        status = 1
      }
    return status
  }),
  realpath: immediate((call) =>
    each(
      call,
      optionsOf(call.args).operands,
      (path) => {
        say(call, `${filesOf(call).realpath(path)}\n`)
      },
      (operand, { code }) => `${operand}: ${messageOf(code)}`,
    ),
  ),
  mktemp: immediate((call) => {
    const { flags, operands } = optionsOf(call.args, 'p')
    const [template = '/tmp/tmp.XXXXXX'] = operands
    const { clock } = call.machine.process
    const madeOf = (seed: number) =>
      template.replace(/X{3,}$/, (marks) =>
        (seed * 7919).toString(36).padStart(marks.length, 'a').slice(-marks.length),
      )
    let seed = Math.floor(clock.now) + 1
    while (filesOf(call).exists(pathOf(call, madeOf(seed)))) seed += 1
    const path = madeOf(seed)
    return attempt(
      call,
      () => {
        if (flags.has('d')) filesOf(call).makeDirectory(pathOf(call, path), { mode: 0o700 })
        else filesOf(call).write(pathOf(call, path), '')
        say(call, `${path}\n`)
      },
      ({ code }) => wordsOf(call).toolCannotOpen(path, code),
    )
  }),
  sync: immediate(() => 0),
}
