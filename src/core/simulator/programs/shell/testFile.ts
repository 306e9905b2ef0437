import { FileError } from '../../filesystem/fileSystem'
import type { FileStat, FileSystem } from '../../filesystem/fileSystem'
import type { Process } from '../process'
import { isDevice } from './deviceFiles'
import { joinPath } from './path'

type Test = (files: FileSystem, path: string, stat: FileStat | undefined) => boolean

const ON_FILES: Readonly<Record<string, Test>> = {
  '-e': (_, __, stat) => stat !== undefined,
  '-a': (_, __, stat) => stat !== undefined,
  '-f': (_, path, stat) => stat?.type === 'file' && !isDevice(path),
  '-d': (_, __, stat) => stat?.type === 'directory',
  '-c': (_, path) => isDevice(path),
  '-s': (_, __, stat) => stat !== undefined && stat.size > 0,
  '-r': (files, path) => files.allows(path, 'read'),
  '-w': (files, path) => files.allows(path, 'write'),
  '-x': (files, path) => files.allows(path, 'execute'),
  '-L': (files, path) => statOf(() => files.lstat(path))?.type === 'symlink',
  '-h': (files, path) => statOf(() => files.lstat(path))?.type === 'symlink',
}

/** Takes a process, its directory, an operator of test(1) with one operand, and the operand; says whether it holds, undefined for no such operator. */
export function testFile(
  { files }: Process,
  cwd: string,
  operator: string,
  operand: string,
): boolean | undefined {
  if (operator === '-z') return operand === ''
  if (operator === '-n') return operand !== ''
  const test = ON_FILES[operator]
  if (test === undefined) return /^-[bgkpStuGNO]$/.test(operator) ? false : undefined
  if (operand === '') return false
  const path = joinPath(cwd, operand)
  return test(
    files,
    path,
    statOf(() => files.stat(path)),
  )
}

function statOf(stat: () => FileStat): FileStat | undefined {
  try {
    return stat()
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}
