import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { flagsOf } from '../images/flags'
import { imageRow } from '../images/imageRow'
import type { ImageRow } from '../images/imageRow'
import { listen, raw, untilTerm } from '../images/serving'
import { versionOf } from '../images/versionOf'
import type { Process } from '../process'
import { joinPath } from '../shell/path'
import { stamp } from '../stamps'
import { answerRedis } from './redisCommands'

/** Where it saves, in its working directory. */
const DUMP = 'dump.rdb'

function log(process: Process, text: string): void {
  process.write('stdout', `1:M ${stamp(process.clock, '%d %b %Y %H:%M:%S')}.000 ${text}\n`)
}

/** Redis: keeps what it is told, saves it when it is stopped, and loads it again (redis.io/docs/latest/operate). */
function* redis(process: Process): Steps<number> {
  const { command, cwd, files, image } = process
  const { get } = flagsOf(command.slice(1))
  const port = Number(get('port') ?? 6379)
  const path = joinPath(cwd, DUMP)
  const keys = new Map<string, string>()
  process.write(
    'stdout',
    `1:C ${stamp(process.clock, '%d %b %Y %H:%M:%S')}.000 * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n`,
  )
  process.write(
    'stdout',
    `1:C ${stamp(process.clock, '%d %b %Y %H:%M:%S')}.000 * Redis version=${versionOf(image, '8.2.1')}, bits=64, commit=00000000, modified=0, pid=1, just started\n`,
  )
  log(process, `* Running mode=standalone, port=${port}.`)
  const outcome = listen(process, port, ({ body }) => {
    const answers = body
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => answerRedis(line.trim(), keys, get('requirepass')))
    return raw(answers.join(''))
  })
  if (outcome !== 'listening') {
    const words = outcome === 'EADDRINUSE' ? 'Address already in use' : 'Permission denied'
    log(process, `# Warning: Could not create server TCP listening socket *:${port}: bind: ${words}`)
    log(process, `# Failed listening on port ${port} (tcp), aborting.`)
    return 1
  }
  log(process, '* Server initialized')
  if (files.exists(path)) {
    load(files.readText(path), keys)
    log(process, `* Done loading RDB, keys loaded: ${keys.size}, keys expired: 0.`)
  }
  log(process, '* Ready to accept connections tcp')
  yield* untilTerm(process)
  log(process, '# User requested shutdown...')
  if (get('save') !== '') {
    log(process, '* Saving the final RDB snapshot before exiting.')
    try {
      files.write(path, [...keys].map((pair) => `${JSON.stringify(pair)}\n`).join(''))
      log(process, '* DB saved on disk')
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      log(process, `# Error trying to save the DB, can't exit.`)
    }
  }
  log(process, '# Redis is now ready to exit, bye bye...')
  return 0
}

/** The dump is ours, a line a key: what is not is skipped. */
function load(text: string, keys: Map<string, string>): void {
  for (const line of text.split('\n')) {
    const [, key, value] = /^\["((?:\\.|[^"\\])*)","((?:\\.|[^"\\])*)"\]$/.exec(line) ?? []
    if (key !== undefined && value !== undefined) keys.set(key, value)
  }
}

/** Redis and what speaks as it does. */
export const REDIS_IMAGES: readonly ImageRow[] = [
  imageRow({
    id: 'redis',
    images: ['redis', 'valkey/valkey', 'redis/redis-stack-server'],
    about: 'Keeps keys and values in memory, on port 6379.',
    source: 'https://github.com/docker-library/redis',
    userland: 'debian',
    adds: ['redis-cli'],
    executables: ['redis-server', 'valkey-server'],
    cmd: ['redis-server'],
    isPassedThrough: true,
    program: redis,
    user: 'redis:x:999:1000::/home/redis:/bin/sh',
    workingDirectory: '/data',
  }),
]
