import type { Steps } from '../clock'
import { curl as curlFrom } from '../curl/curl'
import type { NetworkAnswer, NetworkRequest } from '../network/request'
import { INTERRUPTED, type CommandCall } from './terminal'

/** `curl`, from a machine beside the cluster that finds Services and pods by their names. */
export function* curl(call: CommandCall): Steps<number> {
  const code = yield* curlFrom(call.args, {
    clock: call.cluster.clock,
    interrupted: call.interrupted,
    request: (request) => ask(call, request),
    write: (stream, text) => (stream === 'stdout' ? call.out(text) : call.err(text)),
    save: () => 'there are no files here',
  })
  return call.isInterrupted() ? INTERRUPTED : code
}

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

/** Asks the cluster, or a forwarded port of this machine. */
function* ask({ cluster, terminal }: CommandCall, request: NetworkRequest): Steps<NetworkAnswer> {
  if (!LOCAL.has(request.host)) return yield* cluster.request(request)
  const forwarded = terminal.forwarded.get(request.port)
  if (forwarded === undefined) return { error: 'refused', address: '127.0.0.1' }
  forwarded.connected()
  const { namespace, pod, port } = forwarded
  const answer = yield* cluster.requestTo(namespace, pod, { ...request, port })
  return 'error' in answer ? { ...answer, error: 'reset' } : answer
}
