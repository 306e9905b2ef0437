import { lineRequest } from '../lineRequest'
import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { flagsOf } from '../images/flags'
import { pause } from '../images/serving'
import type { Process } from '../process'

const PORTS: Readonly<Record<string, number>> = {
  postgres: 5432,
  postgresql: 5432,
  pgx5: 5432,
  mysql: 3306,
  mongodb: 27_017,
}
const REASONS = { refused: 'connect: connection refused', timeout: 'i/o timeout', reset: 'EOF' } as const

/** migrate: runs the migrations of a directory against a database, and ends (github.com/golang-migrate/migrate). */
export function* migrate(process: Process): Steps<number> {
  const { get, words } = flagsOf(process.command.slice(1))
  const url = get('database') ?? ''
  const path = get('path') ?? (get('source') ?? '').replace(/^file:\/\//, '')
  const fail = (text: string) => {
    process.write('stderr', `error: ${text}\n`)
    return 1
  }
  const [, scheme = '', host = '', port] =
    /^(\w+):\/\/(?:[^@]*@)?(?:tcp\()?([^:/?)]+)(?::(\d+))?/.exec(url) ?? []
  if (host === '') return fail('database driver: unknown driver (forgotten import?)')
  let names: readonly string[]
  try {
    names = process.files.list(path)
  } catch (error) {
    if (error instanceof FileError) return fail(`open ${path}: no such file or directory`)
    throw error
  }
  const at = port === undefined ? (PORTS[scheme] ?? 5432) : Number(port)
  const answer = yield* process.network.request(lineRequest(host, at, 'SSLRequest'))
  if ('error' in answer)
    return fail(
      answer.error === 'no such host'
        ? `failed to open database: dial tcp: lookup ${host} on 10.96.0.10:53: no such host`
        : `failed to open database: dial tcp ${answer.address}:${at}: ${REASONS[answer.error]}`,
    )
  if (words[0] !== 'up') return 0
  const migrations = names.filter((name) => name.endsWith('.up.sql'))
  if (migrations.length === 0) return fail('first .: file does not exist')
  for (const name of migrations) {
    yield* pause(process, 20)
    const [, version = '', title = ''] = /^0*(\d+)_(.*)\.up\.sql$/.exec(name) ?? []
    process.write('stderr', `${version}/u ${title} (20.1ms)\n`)
  }
  return 0
}
