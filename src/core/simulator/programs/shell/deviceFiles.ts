import { FileError } from '../../filesystem/fileSystem'
import type { FileStat, FileSystem } from '../../filesystem/fileSystem'
import type { Process } from '../process'

/** So much is read at once from what never ends. */
const ENDLESS = 65_536

/** What is read from the devices of a container (null(4), random(4)); writing to them leaves no trace. */
const DEVICES: Readonly<Record<string, (process: Process) => string>> = {
  '/dev/null': () => '',
  '/dev/tty': () => '',
  '/dev/full': () => '\0'.repeat(ENDLESS),
  '/dev/zero': () => '\0'.repeat(ENDLESS),
  '/dev/random': randomText,
  '/dev/urandom': randomText,
}

/** Characters that look random, and come out the same whenever the same history runs again. */
function randomText({ clock, hostname }: Process): string {
  let state = Array.from(`${hostname} ${clock.now}`).reduce(
    (sum, character) => (sum * 31 + character.charCodeAt(0)) % 2_147_483_647,
    7,
  )
  return Array.from({ length: ENDLESS }, () => {
    state = (state * 48_271) % 2_147_483_647
    return String.fromCharCode((state >> 8) & 127)
  }).join('')
}

/** Files of proc(5) that scripts look into. */
const PROC: Readonly<Record<string, (process: Process) => string>> = {
  '/proc/self/cgroup': () => '0::/\n',
  '/proc/1/cgroup': () => '0::/\n',
  '/proc/1/cmdline': ({ command, args }) => [...command, ...args].map((word) => `${word}\0`).join(''),
  '/proc/1/comm': ({ command: [name = 'sh'] }) => `${name.slice(name.lastIndexOf('/') + 1)}\n`,
  '/proc/1/environ': ({ env }) => [...env].map(([name, value]) => `${name}=${value}\0`).join(''),
  '/proc/self/environ': ({ env }) => [...env].map(([name, value]) => `${name}=${value}\0`).join(''),
  '/proc/uptime': ({ clock }) => `${(clock.now / 1000).toFixed(2)} ${(clock.now / 1000).toFixed(2)}\n`,
  '/proc/loadavg': () => '0.00 0.00 0.00 1/100 1\n',
  '/proc/meminfo': () =>
    'MemTotal:        8000000 kB\nMemFree:         6000000 kB\nMemAvailable:    7000000 kB\n',
  '/proc/version': () => 'Linux version 6.1.0\n',
}

/** Takes a path; says whether a device is there. */
export function isDevice(path: string): boolean {
  return DEVICES[path] !== undefined
}

/** Takes a process; gives its files with the devices and the files of the kernel that every container has. */
export function withDevices(process: Process): FileSystem {
  const { files } = process
  const textAt = (path: string): string | undefined => (DEVICES[path] ?? PROC[path])?.(process)
  const statAt = (path: string): FileStat | undefined =>
    isDevice(path) || PROC[path] !== undefined
      ? { type: 'file', mode: isDevice(path) ? 0o666 : 0o444, uid: 0, gid: 0, size: 0, modifiedAt: 0, id: -1 }
      : undefined
  const put = (path: string, write: () => void) => {
    if (path === '/dev/full') throw new FileError('ENOSPC', path)
    if (PROC[path] !== undefined) throw new FileError('EACCES', path)
    if (!isDevice(path)) write()
  }
  return {
    read: (path) => {
      const text = textAt(path)
      return text === undefined ? files.read(path) : new TextEncoder().encode(text)
    },
    readText: (path) => textAt(path) ?? files.readText(path),
    write: (path, content) => put(path, () => files.write(path, content)),
    append: (path, content) => put(path, () => files.append(path, content)),
    exists: (path) => statAt(path) !== undefined || files.exists(path),
    stat: (path) => statAt(path) ?? files.stat(path),
    lstat: (path) => statAt(path) ?? files.lstat(path),
    list: (path) => files.list(path),
    makeDirectory: (path, options) => files.makeDirectory(path, options),
    remove: (path, options) => files.remove(path, options),
    rename: (from, to) => files.rename(from, to),
    symlink: (target, path) => files.symlink(target, path),
    readlink: (path) => files.readlink(path),
    realpath: (path) => (statAt(path) === undefined ? files.realpath(path) : path),
    chmod: (path, mode) => files.chmod(path, mode),
    chown: (path, uid, gid) => files.chown(path, uid, gid),
    allows: (path, wanted) =>
      isDevice(path)
        ? wanted !== 'execute'
        : PROC[path] === undefined
          ? files.allows(path, wanted)
          : wanted === 'read',
    mounts: () => files.mounts(),
    changed: files.changed,
  }
}
