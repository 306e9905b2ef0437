import type { FileErrorCode } from '../../filesystem/fileSystem'

/** strerror(3) of glibc. */
const MESSAGES: Readonly<Record<FileErrorCode, string>> = {
  EACCES: 'Permission denied',
  EBUSY: 'Device or resource busy',
  EEXIST: 'File exists',
  EINVAL: 'Invalid argument',
  EISDIR: 'Is a directory',
  ELOOP: 'Too many levels of symbolic links',
  ENOENT: 'No such file or directory',
  ENOSPC: 'No space left on device',
  ENOTDIR: 'Not a directory',
  ENOTEMPTY: 'Directory not empty',
  EPERM: 'Operation not permitted',
  EROFS: 'Read-only file system',
  EXDEV: 'Invalid cross-device link',
}

/** Takes the code of an error; gives the words for it. */
export function messageOf(code: FileErrorCode): string {
  return MESSAGES[code]
}
