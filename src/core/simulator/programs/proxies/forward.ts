import type { Steps } from '../../clock'
import type { NetworkAnswer, ReceivedRequest } from '../../network/request'
import type { Process } from '../process'

/** Takes a process, what came, and where to; asks there for the same, and gives what comes back. */
export function* forward(
  { network }: Process,
  request: ReceivedRequest,
  host: string,
  port: number,
  path: string = request.path,
): Steps<NetworkAnswer> {
  const { protocol, method, headers, body } = request
  return yield* network.request({
    protocol,
    method,
    body,
    host,
    port,
    path,
    headers: protocol === 'http' ? { ...headers, 'X-Forwarded-For': request.from } : headers,
  })
}

/** Takes text such as `redis-primary:6379` and a port; gives host and port. */
export function hostAndPort(text: string, port: number): { readonly host: string; readonly port: number } {
  const [, host = '', given] = /^([^:]*)(?::(\d+))?$/.exec(text) ?? [text, text]
  return { host, port: given === undefined ? port : Number(given) }
}
