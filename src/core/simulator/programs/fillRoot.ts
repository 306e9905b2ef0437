import type { FileTree } from '../filesystem/fileTree'
import type { ImageRow } from './images/imageRow'
import { userlandOf } from './images/userlands'

const DIRECTORIES = [
  'bin',
  'dev',
  'etc',
  'home',
  'lib',
  'mnt',
  'opt',
  'proc',
  'root',
  'run',
  'sbin',
  'srv',
  'sys',
  'usr/bin',
  'var/log',
  'var/lib',
]

/** What /etc/passwd and /etc/group have in all images. */
const USERS = ['root:x:0:0:root:/root:/bin/sh', 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin']

/** Takes the row of an image, the image, and an empty tree; puts the image's files there. */
export function fillRoot(row: ImageRow | undefined, image: string, root: FileTree): void {
  for (const path of DIRECTORIES) root.putDirectory(path)
  root.putDirectory('/tmp', { mode: 0o1777, uid: 0, gid: 0 })
  root.putLink('/run', '/var/run')
  const users = [...USERS, ...(row?.user === undefined ? [] : [row.user])]
  root.put('/etc/passwd', `${users.join('\n')}\n`)
  root.put('/etc/group', `${users.map(groupOf).join('\n')}\n`)
  // busybox is no distribution.
  if (row?.id !== 'busybox')
    root.put(
      '/etc/os-release',
      `NAME="${row !== undefined && userlandOf(row, image) === 'busybox' ? 'Alpine Linux' : 'Debian GNU/Linux'}"\n`,
    )
  if (row?.workingDirectory !== undefined)
    root.putDirectory(row.workingDirectory, { mode: 0o755, uid: row.uid, gid: row.gid })
  row?.fill?.(root, image)
}

function groupOf(user: string): string {
  const [name = '', , , gid = '0'] = user.split(':')
  return `${name}:x:${gid}:`
}
