import type { Steps } from '../../clock'
import { answerPostgres } from '../databases/postgresAnswers'
import { flagsOf } from '../images/flags'
import { http, listen, pages, pause, untilTerm } from '../images/serving'
import type { Process } from '../process'
import { onlyHttp } from '../serverProgram'
import { isoStamp, slashStamp } from '../stamps'

/** So long it takes to get its token and the certificate of the instance. */
const CONNECTING = 5000

const SWITCHES = [
  'structured-logs',
  'health-check',
  'exit-zero-on-sigterm',
  'private-ip',
  'auto-iam-authn',
  'quitquitquit',
  'i',
  'p',
]

/** The Cloud SQL Auth Proxy: a database that is elsewhere, on localhost (github.com/GoogleCloudPlatform/cloud-sql-proxy). */
export function* cloudSqlProxy(process: Process): Steps<number> {
  const { clock } = process
  const { get, words } = flagsOf(process.command.slice(1), SWITCHES)
  const isStructured = get('structured-logs') !== undefined
  const log = (text: string, stream: 'stdout' | 'stderr' = 'stdout') => {
    const line = isStructured
      ? JSON.stringify({
          severity: stream === 'stdout' ? 'INFO' : 'ERROR',
          timestamp: isoStamp(clock),
          message: text,
        })
      : `${slashStamp(clock)} ${text}`
    process.write(stream, `${line}\n`)
  }
  const [instance = process.env.get('CSQL_PROXY_INSTANCE_CONNECTION_NAME') ?? ''] = words
  if (instance === '') {
    process.write('stderr', 'Error: missing instance_connection_name (e.g., project:region:instance)\n')
    return 1
  }
  log('Authorizing with Application Default Credentials')
  const state = { isStarted: false }
  if (get('health-check') !== undefined) {
    const port = Number(get('http-port') ?? 9090)
    const ready = () => (state.isStarted ? http(200, 'ok') : http(503, 'error'))
    const handle = pages({ '/startup': ready, '/readiness': ready, '/liveness': () => http(200, 'ok') })
    const address = get('http-address') === '0.0.0.0' ? '0.0.0.0' : '127.0.0.1'
    if (listen(process, port, onlyHttp(handle), { address }) !== 'listening') {
      log(
        `The proxy has encountered a terminal error: listen tcp :${port}: bind: address already in use`,
        'stderr',
      )
      return 1
    }
    log(`Starting health check server at ${get('http-address') ?? 'localhost'}:${port}`)
  }
  const isStopped = yield* pause(process, CONNECTING)
  const port = Number(get('port') ?? get('p') ?? 5432)
  const address = get('address') === '0.0.0.0' ? '0.0.0.0' : '127.0.0.1'
  if (!isStopped) {
    if (listen(process, port, answerPostgres, { address }) !== 'listening') {
      log(
        `The proxy has encountered a terminal error: unable to start: [${instance}] Unable to mount socket: listen tcp ${address}:${port}: bind: address already in use`,
        'stderr',
      )
      return 1
    }
    log(`[${instance}] Listening on ${address}:${port}`)
    log('The proxy has started successfully and is ready for new connections!')
    state.isStarted = true
    yield* untilTerm(process)
  }
  log('SIGTERM signal received. Shutting down...')
  return get('exit-zero-on-sigterm') === undefined ? 143 : 0
}
