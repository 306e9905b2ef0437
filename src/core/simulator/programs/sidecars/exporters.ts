import { lineRequest } from '../lineRequest'
import type { Steps } from '../../clock'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { flagsOf } from '../images/flags'
import { addressOf, http, listen, pathnameOf, raw, untilTerm } from '../images/serving'
import type { Process, Program } from '../process'
import { requestOf } from '../../network/httpUrl'
import { isoStamp } from '../stamps'
import { hostAndPort } from '../proxies/forward'

const METRICS = 'text/plain; version=0.0.4; charset=utf-8'

interface Exporter {
  readonly port: number
  /** Takes the process; gives its metrics, after having asked what it watches. */
  readonly scrape: (process: Process) => Steps<string>
  readonly name: string
}

/** Takes what an exporter watches; gives its program: it asks whenever it is asked. */
function exporter({ port, scrape, name }: Exporter): Program {
  return function* exporting(process) {
    const listenAddress = flagsOf(process.command.slice(1)).get('web.listen-address')
    const at = addressOf(listenAddress, port)
    const log = (level: string, text: string) => {
      process.write(
        'stderr',
        `time=${isoStamp(process.clock)} level=${level} source=exporter.go:123 msg="${text}"\n`,
      )
    }
    log('INFO', `${name} starting`)
    const serve = function* serve(request: ReceivedRequest): Steps<NetworkResponse> {
      if (request.protocol === 'tcp') return raw('')
      if (pathnameOf(request) !== '/metrics')
        return http(200, `<html><head><title>${name}</title></head></html>\n`, 'text/html')
      return http(200, yield* scrape(process), METRICS)
    }
    const outcome = process.network.listen({ port: at.port, transport: 'TCP', address: at.address, serve })
    if (outcome !== 'listening') {
      log('ERROR', `listen tcp :${at.port}: bind: address already in use`)
      return 1
    }
    log('INFO', `Listening on address=[::]:${at.port}`)
    yield* untilTerm(process)
    return 0
  }
}

function gauge(name: string, value: number): string {
  return `# TYPE ${name} gauge\n${name} ${value}\n`
}

/** nginx-prometheus-exporter: the text of stub_status as metrics (github.com/nginx/nginx-prometheus-exporter). */
export const nginxExporter = exporter({
  port: 9113,
  name: 'NGINX Prometheus Exporter',
  *scrape(process) {
    const uri =
      flagsOf(process.command.slice(1)).get('nginx.scrape-uri') ?? 'http://127.0.0.1:8080/stub_status'
    const request = requestOf(uri)
    const answer = request === undefined ? undefined : yield* process.network.request(request)
    const body =
      answer !== undefined && 'response' in answer && answer.response.status === 200
        ? answer.response.body
        : ''
    const [, accepted] = /(\d+) (\d+) (\d+)/.exec(body) ?? []
    if (accepted === undefined) {
      process.write(
        'stderr',
        `time=${isoStamp(process.clock)} level=WARN source=nginx.go:95 msg="Error getting stats" error="failed to get ${uri}"\n`,
      )
      return gauge('nginx_up', 0)
    }
    return `${gauge('nginx_up', 1)}# TYPE nginx_connections_accepted counter\nnginx_connections_accepted ${accepted}\n`
  },
})

/** Takes a port, a prefix and where the database is; gives the exporter that says whether it is up. */
function upExporter(
  port: number,
  name: string,
  metric: string,
  databasePort: number,
  where: (process: Process) => string,
): Program {
  return exporter({
    port,
    name,
    *scrape(process) {
      const { host, port: at } = hostAndPort(where(process), databasePort)
      const answer = yield* process.network.request(lineRequest(host, at, 'PING'))
      return gauge(metric, Number('response' in answer))
    },
  })
}

function hostOfUrl(url: string | undefined): string {
  return /^(?:\w+:\/\/)?(?:[^@/]*@)?([^/?]+)/.exec(url ?? '')?.[1] ?? 'localhost'
}

export const postgresExporter = upExporter(9187, 'postgres_exporter', 'pg_up', 5432, ({ env }) =>
  hostOfUrl(env.get('DATA_SOURCE_NAME') ?? env.get('DATA_SOURCE_URI')),
)

export const redisExporter = upExporter(
  9121,
  'Redis Metrics Exporter',
  'redis_up',
  6379,
  ({ env, command }) => hostOfUrl(flagsOf(command.slice(1)).get('redis.addr') ?? env.get('REDIS_ADDR')),
)

export const nodeExporter = exporter({
  port: 9100,
  name: 'node_exporter',
  // It asks nobody.
  // oxlint-disable-next-line require-yield
  *scrape({ clock }) {
    return gauge('node_time_seconds', (clock.epoch + clock.now) / 1000)
  },
})

/** statsd_exporter: counts what comes in StatsD's lines, shows it as metrics (github.com/prometheus/statsd_exporter). */
export function* statsdExporter(process: Process): Steps<number> {
  const { get } = flagsOf(process.command.slice(1))
  const counts = new Map<string, number>()
  const count = ({ body }: ReceivedRequest): NetworkResponse => {
    for (const line of body.split('\n')) {
      const [, name, value] = /^([\w.-]+):([-+]?\d+(?:\.\d+)?)\|[a-z]+/.exec(line) ?? []
      if (name === undefined) continue
      const metric = name.replaceAll(/\W/g, '_')
      counts.set(metric, (counts.get(metric) ?? 0) + Number(value))
    }
    return raw('')
  }
  const show = (request: ReceivedRequest): NetworkResponse => {
    if (request.protocol === 'tcp') return raw('')
    if (pathnameOf(request) !== '/metrics') return http(200, '<title>StatsD Exporter</title>\n', 'text/html')
    return http(
      200,
      [...counts].map(([name, value]) => `# TYPE ${name} counter\n${name} ${value}\n`).join(''),
      METRICS,
    )
  }
  const ports = [
    ['statsd.listen-udp', 9125, 'UDP', count],
    ['statsd.listen-tcp', 9125, 'TCP', count],
    ['web.listen-address', 9102, 'TCP', show],
  ] as const
  for (const [flag, otherwise, transport, handle] of ports) {
    const { port } = addressOf(get(flag), otherwise)
    if (listen(process, port, handle, { transport }) === 'listening') continue
    process.write(
      'stderr',
      `time=${isoStamp(process.clock)} level=ERROR msg="failed to bind" err="listen ${transport.toLowerCase()} :${port}: bind: address already in use"\n`,
    )
    return 1
  }
  process.write(
    'stderr',
    `time=${isoStamp(process.clock)} level=INFO source=main.go:316 msg="Starting StatsD -> Prometheus Exporter"\n`,
  )
  yield* untilTerm(process)
  return 0
}
