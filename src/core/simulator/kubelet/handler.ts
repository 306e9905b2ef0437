import type { Container, HTTPGetAction, LifecycleHandler, Probe } from '../../kubernetes/schema/types-1.36'
import { within, type Steps } from '../clock'
import type { NetworkAnswer, NetworkError, NetworkRequest } from '../network/request'
import type { Kubelet } from './kubelet'
import { probeTarget } from './probeURL'
import { TIMES } from './times'

/** How a hook or a probe ended, in the kubelet's words; `unknown` is an error of the probe itself, which does not count. */
export type HandlerEnd =
  { readonly end: 'ok' } | { readonly end: 'failed' | 'timeout' | 'unknown'; readonly words: string }

const OK: HandlerEnd = { end: 'ok' }

/**
 * Takes a container, the id of its instance, a hook or a probe, and how long it may take in milliseconds; carries it out
 * and gives how it ended (pkg/kubelet/prober/prober.go, pkg/kubelet/lifecycle/handlers.go).
 */
export function* runHandler(
  kubelet: Kubelet,
  container: Container,
  id: string,
  handler: LifecycleHandler | Probe,
  limit: number,
): Steps<HandlerEnd> {
  const { clock, host, runtime } = kubelet
  if (handler.exec !== undefined) {
    const ended = yield* runtime.exec(id, handler.exec.command ?? [], limit)
    if (ended === 'gone') return failed('command failed')
    if (ended === 'timeout')
      return { end: 'timeout', words: `command timed out after ${limit / TIMES.second}s` }
    if ('error' in ended) return { end: 'unknown', words: `rpc error: code = Unknown desc = ${ended.error}` }
    return ended.exitCode === 0 ? OK : failed(ended.output)
  }
  if ('sleep' in handler && handler.sleep !== undefined) {
    const lasts = (handler.sleep.seconds ?? 0) * TIMES.second
    yield { until: clock.now + Math.min(lasts, limit) }
    return lasts > limit ? { end: 'timeout', words: '' } : OK
  }
  const wanted = requestOf(handler, container, host.podIP)
  if (wanted === null) return OK
  if ('error' in wanted) return { end: 'unknown', words: wanted.error }
  const ended = yield* within(clock, host.request(wanted.request), limit)
  return wanted.judge(ended.result ?? { error: 'timeout', address: wanted.request.host })
}

function failed(words: string): HandlerEnd {
  return { end: 'failed', words }
}

/** What the kubelet sends with every request (pkg/probe/http/request.go). */
const PROBE_HEADERS = { 'User-Agent': 'kube-probe/1.36', Accept: '*/*' } as const

/** A request, and what an answer to it means. */
interface Wanted {
  readonly request: NetworkRequest
  readonly judge: (answer: NetworkAnswer) => HandlerEnd
}

function requestOf(
  handler: LifecycleHandler | Probe,
  container: Container,
  podIP: string,
): Wanted | { readonly error: string } | null {
  const { httpGet, tcpSocket } = handler
  const action = httpGet ?? tcpSocket
  if (action !== undefined) {
    const target = probeTarget(action, container, podIP)
    if (target === null) return { error: `invalid port number: ${String(action.port ?? 0)}` }
    return httpGet === undefined ? dial(target) : get(httpGet, target)
  }
  if ('grpc' in handler && handler.grpc !== undefined) {
    const { port = 0, service = '' } = handler.grpc
    return health(port, service, podIP)
  }
  return null
}

interface Target {
  readonly host: string
  readonly port: number
}

function get(action: HTTPGetAction, { host, port }: Target): Wanted {
  const { path = '/', scheme = 'HTTP', httpHeaders = [] } = action
  const route = path.startsWith('/') ? path : `/${path}`
  const url = `${scheme.toLowerCase()}://${host}:${port}${route}`
  return {
    request: {
      protocol: 'http',
      host,
      port,
      method: 'GET',
      path: route,
      headers: {
        ...PROBE_HEADERS,
        ...Object.fromEntries(httpHeaders.map(({ name = '', value = '' }) => [name, value])),
      },
      body: '',
    },
    judge: (answer) => {
      if ('error' in answer) return failed(`Get "${url}": ${dialWords(answer, port)}`)
      const { status } = answer.response
      if (status === 0) return failed(`Get "${url}": net/http: HTTP/1.x transport connection broken`)
      return status >= 200 && status < 400 ? OK : failed(`HTTP probe failed with statuscode: ${status}`)
    },
  }
}

function dial({ host, port }: Target): Wanted {
  return {
    request: { protocol: 'tcp', host, port, method: '', path: '', headers: {}, body: '' },
    judge: (answer) => ('error' in answer ? failed(dialWords(answer, port)) : OK),
  }
}

/** The answer of a gRPC health check that is not `SERVING` has another status than 200. */
function health(port: number, service: string, podIP: string): Wanted {
  return {
    request: {
      protocol: 'grpc',
      host: podIP,
      port,
      method: 'POST',
      path: `/grpc.health.v1.Health/Check`,
      headers: {},
      body: service,
    },
    judge: (answer) => {
      if ('error' in answer)
        return failed(
          `timeout: failed to connect service "${podIP}:${port}" within 1s: context deadline exceeded`,
        )
      return answer.response.status === 200 ? OK : failed('service unhealthy (responded with "NOT_SERVING")')
    },
  }
}

/** What Go says of a connection that does not come about. */
function dialWords(answer: { readonly error: NetworkError; readonly address: string }, port: number): string {
  const to = `dial tcp ${answer.address}:${port}`
  switch (answer.error) {
    case 'refused':
      return `${to}: connect: connection refused`
    case 'timeout':
      return 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'
    case 'no such host':
      return `dial tcp: lookup ${answer.address}: no such host`
    case 'reset':
      return `read tcp ${answer.address}:${port}: read: connection reset by peer`
  }
}
