import { tagAndDigestOf } from '../../../kubernetes/knownImages'
import { COMMANDS } from '../shell/commands/commands'
import type { Userland } from '../shell/machine'
import type { ImageRow } from './imageRow'

/** What only some images have; all else is in every image with a shell. */
const SPECIAL: ReadonlySet<string> = new Set([
  'ash',
  'bash',
  'busybox',
  'curl',
  'dash',
  'html-to-markdown',
  'httpd',
  'jq',
  'killall',
  'mariadb-admin',
  'mysqladmin',
  'nc',
  'netcat',
  'nslookup',
  'pg_isready',
  'pgrep',
  'pidof',
  'ping',
  'pkill',
  'ps',
  'psql',
  'redis-cli',
  'rg',
  'tree',
  'usleep',
  'wget',
])

const HAS: Readonly<Record<Userland, readonly string[]>> = {
  busybox: [
    'ash',
    'busybox',
    'killall',
    'nc',
    'nslookup',
    'pgrep',
    'pidof',
    'ping',
    'pkill',
    'ps',
    'tree',
    'usleep',
    'wget',
  ],
  debian: ['bash', 'dash'],
  bash: [
    'ash',
    'bash',
    'busybox',
    'killall',
    'nc',
    'nslookup',
    'pgrep',
    'pidof',
    'ping',
    'pkill',
    'ps',
    'wget',
  ],
}

/** Names that every image with a shell has: the simulator's own, and those of the tools that just-bash brings. */
const TOOLS: ReadonlySet<string> = new Set(
  'sh fold comm join expand unexpand strings split column od stat du diff expr base64 md5sum sha1sum sha256sum file tree jq gzip gunzip zcat clear bash ash dash'.split(
    ' ',
  ),
)

/** Takes the row of an image and the image; gives which shell and tools it has: a tag with `alpine` in it is made from Alpine, whose tools are busybox's. */
export function userlandOf({ userland }: ImageRow, image: string): Userland | null {
  return userland !== null && tagAndDigestOf(image).tag.includes('alpine') ? 'busybox' : userland
}

/** Takes a userland, what an image has beyond it, and a command; says whether the image has it. */
export function hasCommand(userland: Userland, adds: readonly string[], name: string): boolean {
  if (!COMMANDS.has(name) && !TOOLS.has(name)) return false
  return !SPECIAL.has(name) || HAS[userland].includes(name) || adds.includes(name)
}
