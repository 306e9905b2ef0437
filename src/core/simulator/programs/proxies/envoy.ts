import type { Steps } from '../../clock'
import type { Json } from '../../../kubernetes/json'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { flagsOf } from '../images/flags'
import { http, pages, raw, untilTerm } from '../images/serving'
import type { Process } from '../process'
import { itemsOf, readSettings, settingAt, textAt } from '../shippers/settings'
import { stamp } from '../stamps'
import { forward } from './forward'

interface Cluster {
  readonly host: string
  readonly port: number
}

/** Takes text and anything; gives all mappings in it, however deep. */
function* mappings(value: Json | undefined): Generator<Json> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value
  for (const inner of Array.isArray(value) ? value : Object.values(value)) yield* mappings(inner)
}

function firstText(value: Json | undefined, name: string): string | undefined {
  for (const mapping of mappings(value)) {
    const found = textAt(mapping, name)
    if (found !== undefined) return found
  }
  return undefined
}

function socketOf(value: Json | undefined): { readonly address: string; readonly port: number } | undefined {
  for (const mapping of mappings(value)) {
    const socket = settingAt(mapping, 'socket_address')
    if (socket !== undefined)
      return { address: textAt(socket, 'address') ?? '', port: Number(textAt(socket, 'port_value') ?? 0) }
  }
  return undefined
}

/** Envoy, with a static configuration: its listeners lead to the cluster that their filter or first route names (envoyproxy.io/docs, Configuration reference). */
export function* envoy(process: Process): Steps<number> {
  const { get } = flagsOf(process.command.slice(1))
  const path = get('c') ?? get('config-path') ?? '/etc/envoy/envoy.yaml'
  const log = (level: string, text: string) => {
    process.write('stderr', `[${stamp(process.clock, '%Y-%m-%d %H:%M:%S')}.000][1][${level}][main] ${text}\n`)
  }
  const settings = readSettings(process, path)
  if (settings === undefined) {
    log('critical', `error initializing configuration '${path}': unable to read file: ${path}`)
    return 1
  }
  for (const mapping of mappings(settings))
    for (const key of ['certificate_chain', 'private_key']) {
      const file = textAt(mapping, key, 'filename')
      if (file === undefined || process.files.allows(file, 'read')) continue
      log(
        'critical',
        `error initializing configuration '${path}': Failed to load certificate chain from ${file}`,
      )
      return 1
    }
  const clusters = new Map<string, Cluster>()
  for (const cluster of itemsOf(settingAt(settings, 'static_resources', 'clusters'))) {
    const socket = socketOf(settingAt(cluster, 'load_assignment'))
    if (socket !== undefined)
      clusters.set(textAt(cluster, 'name') ?? '', { host: socket.address, port: socket.port })
  }
  const listeners = itemsOf(settingAt(settings, 'static_resources', 'listeners'))
  const admin = socketOf(settingAt(settings, 'admin'))
  log('info', 'initializing epoch 0 (base id=0, hot restart version=11.104)')
  const served: [number, (request: ReceivedRequest) => Steps<NetworkResponse>][] = listeners.flatMap(
    (listener) => {
      const socket = socketOf(settingAt(listener, 'address'))
      const cluster = clusters.get(firstText(settingAt(listener, 'filter_chains'), 'cluster') ?? '')
      return socket === undefined
        ? []
        : [[socket.port, (request: ReceivedRequest) => proxied(process, request, cluster)] as const].map(
            ([port, serve]) => [port, serve],
          )
    },
  )
  if (admin !== undefined)
    served.push([
      admin.port,
      // The administration answers at once.
      // oxlint-disable-next-line require-yield
      function* serve(request) {
        return administration(request)
      },
    ])
  for (const [port, serve] of served)
    if (process.network.listen({ port, transport: 'TCP', address: '0.0.0.0', serve }) !== 'listening') {
      log('critical', `error initializing config: cannot bind '0.0.0.0:${port}': Address already in use`)
      return 1
    }
  log('info', `all dependencies initialized. starting workers`)
  log('info', 'starting main dispatch loop')
  yield* untilTerm(process)
  log('warning', 'caught ENVOY_SIGTERM')
  log('info', 'exiting')
  return 0
}

const administration = pages({
  '/ready': () => http(200, 'LIVE\n'),
  '/server_info': () => http(200, '{"state":"LIVE"}\n', 'application/json'),
  '/stats': () => http(200, 'cluster.app.upstream_cx_total: 0\n'),
  '/stats/prometheus': () => http(200, '# TYPE envoy_server_live gauge\nenvoy_server_live{} 1\n'),
  '/': () => http(200, '<title>Envoy Admin</title>\n', 'text/html; charset=UTF-8'),
})

function* proxied(
  process: Process,
  request: ReceivedRequest,
  cluster: Cluster | undefined,
): Steps<NetworkResponse> {
  if (cluster === undefined) return request.protocol === 'tcp' ? raw('') : http(404, '')
  const answer = yield* forward(process, request, cluster.host, cluster.port)
  if ('response' in answer)
    return { ...answer.response, headers: { ...answer.response.headers, Server: 'envoy' } }
  if (request.protocol === 'tcp') return raw('')
  return http(
    503,
    'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused',
  )
}
