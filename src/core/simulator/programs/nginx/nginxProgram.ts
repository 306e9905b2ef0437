import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { lengthOf, untilTerm } from '../images/serving'
import type { Process } from '../process'
import { accessStamp, httpStamp, slashStamp } from '../stamps'
import { messageOf } from '../shell/errorMessages'
import { ConfigProblem, lastArgs } from './config'
import { openLog } from './logs'
import type { LogWriter } from './logs'
import { respond, specialPage } from './respond'
import { readConfig } from './servers'
import type { NginxConfig, Server } from './servers'
import { nginxVersionOf } from './version'

/** EADDRINUSE is tried so often, with half a second between (ngx_open_listening_sockets). */
const TRIES = 5
const BETWEEN = 500

/** What `-c` and the default say. */
const CONFIG = '/etc/nginx/nginx.conf'

interface Counters {
  connections: number
  requests: number
}

/**
 * nginx: reads its configuration, opens its ports, answers by its rules and writes its logs; SIGTERM ends it at once with
 * 0. Its words are those of its sources (src/core/ngx_connection.c, ngx_conf_file.c, src/http).
 */
export function* nginx(process: Process): Steps<number> {
  const [, ...args] = process.command
  const version = nginxVersionOf(process.image)
  if (args.includes('-v') || args.includes('-V')) {
    process.write('stderr', `nginx version: nginx/${version}\n`)
    return 0
  }
  const path = args.includes('-c') ? (args[args.indexOf('-c') + 1] ?? CONFIG) : CONFIG
  let config: NginxConfig
  try {
    config = readConfig(process.files, path)
    lookUp(config, process)
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error
    return emergency(process, error.message)
  }
  if (args.includes('-t')) {
    process.write(
      'stderr',
      `nginx: the configuration file ${path} syntax is ok\nnginx: configuration file ${path} test is successful\n`,
    )
    return 0
  }
  const errors = openLog(
    process,
    (lastArgs(config.top, 'error_log') ?? ['/var/log/nginx/error.log'])[0] ?? '',
    'stderr',
  )
  if (typeof errors === 'string')
    process.write('stderr', `nginx: [alert] could not open error log file: ${errors}\n`)
  const folders = directoryProblem(process, config)
  if (folders !== undefined) return emergency(process, folders)
  const access = openLog(process, accessPath(config.http), 'stdout')
  if (typeof access === 'string') return emergency(process, access)
  const logs = { error: typeof errors === 'string' ? () => undefined : errors, access }
  if (!(yield* openPorts(process, config, version, logs))) return 1
  const notice = (text: string) => {
    logs.error(`${slashStamp(process.clock)} [notice] 1#1: ${text}\n`)
  }
  const isTold = (lastArgs(config.top, 'error_log') ?? [])[1] === 'notice'
  if (isTold)
    for (const text of [
      'using the "epoll" event method',
      `nginx/${version}`,
      'start worker processes',
      'start worker process 29',
    ])
      notice(text)
  yield* untilTerm(process)
  if (isTold) for (const text of ['signal 15 (SIGTERM) received, exiting', 'exiting', 'exit']) notice(text)
  return 0
}

/** What is fatal is said twice: to the terminal, and to the error log, which is the same stream in an image. */
function emergency(process: Process, message: string): number {
  process.write('stderr', `${slashStamp(process.clock)} [emerg] 1#1: ${message}\nnginx: [emerg] ${message}\n`)
  return 1
}

/** A name in `proxy_pass` that nobody has is fatal at the start. */
function lookUp({ servers, upstreams }: NginxConfig, { network }: Process): void {
  for (const { locations } of servers)
    for (const { directives } of locations)
      for (const { name, args, file, line } of directives) {
        if (name !== 'proxy_pass') continue
        const [, host = ''] = /^https?:\/\/([^/:]+)/.exec(args[0] ?? '') ?? []
        if (host === '' || host.includes('$') || upstreams.has(host) || isAddress(host)) continue
        if (network.addressesOf(host).length === 0)
          throw new ConfigProblem(`host not found in upstream "${host}" in ${file}:${line}`)
      }
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host)
}

/** The directories that nginx makes, and its pid file: what a read-only root or another user keeps it from. */
function directoryProblem({ files }: Process, { top, http }: NginxConfig): string | undefined {
  const body = lastArgs(http, 'client_body_temp_path')?.[0] ?? '/var/cache/nginx/client_temp'
  const pid = lastArgs(top, 'pid')?.[0] ?? '/run/nginx.pid'
  try {
    if (!files.exists(body)) files.makeDirectory(body, { parents: true, mode: 0o700 })
  } catch (error) {
    if (error instanceof FileError) return `mkdir() "${body}" failed (${numbered(error)})`
    throw error
  }
  try {
    files.write(pid, '1\n')
  } catch (error) {
    if (error instanceof FileError) return `open() "${pid}" failed (${numbered(error)})`
    throw error
  }
  return undefined
}

const NUMBERS: Readonly<Record<string, number>> = {
  EACCES: 13,
  ENOENT: 2,
  EROFS: 30,
  ENOSPC: 28,
  ENOTDIR: 20,
}

function numbered({ code }: FileError): string {
  return `${NUMBERS[code] ?? 1}: ${messageOf(code)}`
}

function accessPath(http: NginxConfig['http']): string {
  return lastArgs(http, 'access_log')?.[0] ?? '/var/log/nginx/access.log'
}

interface Logs {
  readonly error: LogWriter
  readonly access: LogWriter
}

/** Opens all ports; says whether it could. */
function* openPorts(process: Process, config: NginxConfig, version: string, logs: Logs): Steps<boolean> {
  const counters: Counters = { connections: 0, requests: 0 }
  const ports = new Map(
    config.servers.flatMap(({ listens }) => listens.map(({ port, address }) => [port, address])),
  )
  for (const [port, address] of ports) {
    const servers = config.servers.filter(({ listens }) => listens.some((each) => each.port === port))
    const serve = serving(process, config, servers, version, counters, logs)
    for (let tries = 0; ; tries += 1) {
      const outcome = process.network.listen({ port, transport: 'TCP', address, serve })
      if (outcome === 'listening') break
      const words = outcome === 'EADDRINUSE' ? '98: Address already in use' : '13: Permission denied'
      emergency(process, `bind() to ${address}:${port} failed (${words})`)
      if (outcome === 'EACCES') return false
      yield { until: process.clock.now + BETWEEN }
      if (tries + 1 === TRIES) {
        emergency(process, 'still could not bind()')
        return false
      }
    }
  }
  return true
}

function serving(
  process: Process,
  config: NginxConfig,
  servers: readonly Server[],
  version: string,
  counters: Counters,
  logs: Logs,
): (request: ReceivedRequest) => Steps<NetworkResponse> {
  const openAccess = new Map<string, LogWriter>()
  return function* serve(request) {
    counters.connections += 1
    const host = request.headers['Host'] ?? request.host
    const server = servers.find(({ names }) => names.includes(host)) ?? servers[0]
    if (request.protocol === 'tcp' && request.body === '') return { status: 0, headers: {}, body: '' }
    counters.requests += 1
    const { requests } = counters
    const name = `nginx/${version}`
    if (request.protocol === 'tcp' || server === undefined) return specialPage(400, name)
    const line = `${request.method} ${request.path} HTTP/1.1`
    const response = yield* respond(request, {
      process,
      config,
      server,
      name,
      status: () =>
        `Active connections: 1 \nserver accepts handled requests\n ${counters.connections} ${counters.connections} ${counters.requests} \nReading: 0 Writing: 1 Waiting: 0 \n`,
      error: (message) => {
        const about = `client: ${request.from}, server: ${server.names[0] ?? 'localhost'}, request: "${line}", host: "${host}"`
        logs.error(`${slashStamp(process.clock)} [error] 29#29: *${requests} ${message}, ${about}\n`)
      },
    })
    const isHead = request.method === 'HEAD'
    const own = lastArgs(server.directives, 'access_log')?.[0]
    if (own !== 'off') {
      const write = own === undefined ? logs.access : ownLog(process, own, openAccess)
      const agent = request.headers['User-Agent'] ?? '-'
      write(
        `${request.from} - - ${accessStamp(process.clock)} "${line}" ${response.status} ${lengthOf(response.body)} "-" "${agent}" "-"\n`,
      )
    }
    const headers = { Server: name, Date: httpStamp(process.clock), ...response.headers }
    return { ...response, headers, body: isHead ? '' : response.body }
  }
}

function ownLog(process: Process, path: string, open: Map<string, LogWriter>): LogWriter {
  const known = open.get(path)
  if (known !== undefined) return known
  const log = openLog(process, path, 'stdout')
  const writer = typeof log === 'string' ? () => undefined : log
  open.set(path, writer)
  return writer
}
