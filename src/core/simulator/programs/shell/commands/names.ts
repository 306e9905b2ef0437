import type { FileSystem } from '../../../filesystem/fileSystem'

/** Takes files and a user's number; gives the name that /etc/passwd has for it, else the number. */
export function nameOfUser(files: FileSystem, uid: number): string {
  return nameIn(files, '/etc/passwd', uid) ?? String(uid)
}

/** Takes files and a group's number; gives the name that /etc/group has for it, else the number. */
export function nameOfGroup(files: FileSystem, gid: number): string {
  return nameIn(files, '/etc/group', gid) ?? String(gid)
}

/** As `nameOfUser`, but undefined where nobody is named so. */
export function nameIn(files: FileSystem, file: string, number: number): string | undefined {
  if (!files.allows(file, 'read')) return undefined
  return new RegExp(`^([^:\n]*):[^:\n]*:${number}(?::|$)`, 'm').exec(files.readText(file))?.[1]
}
