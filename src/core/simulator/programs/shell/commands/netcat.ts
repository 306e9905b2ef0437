import type { Steps } from '../../../clock'
import type { NetworkResponse, ReceivedRequest } from '../../../network/request'
import type { Call } from '../shellState'
import { readAll } from '../streams'
import { complain, say } from './command'

/** `nc -l -p PORT`: takes one connection; writes what came, and sends what it reads. A port once opened stays the container's: the next `nc` on it takes it over. */
export function* listenOnce(call: Call, port: number): Steps<number> {
  const { process, ports } = call.machine
  const answer = yield* readAll(call.streams.input)
  const served = process.clock.signal()
  const serve = (request: ReceivedRequest): NetworkResponse => {
    const line = request.protocol === 'http' ? `${request.method} ${request.path} HTTP/1.1\n` : ''
    say(call, `${line}${request.body}`)
    ports.delete(port)
    served.fire()
    return responseOf(answer)
  }
  if (!ports.has(port) && !call.machine.opened.has(port)) {
    const outcome = process.network.listen({
      port,
      transport: 'TCP',
      address: '0.0.0.0',
      // What nobody waits for is closed at once.
      // oxlint-disable-next-line require-yield
      *serve(request) {
        return ports.get(port)?.(request) ?? { status: 0, headers: {}, body: '' }
      },
    })
    if (outcome === 'EADDRINUSE') return complain(call, 'bind: Address already in use')
    if (outcome === 'EACCES') return complain(call, 'bind: Permission denied')
    call.machine.opened.add(port)
  }
  ports.set(port, serve)
  while (ports.get(port) === serve) yield { signal: served }
  return 0
}

/** Takes what a script sends for an answer; gives it as HTTP where it is. */
function responseOf(text: string): NetworkResponse {
  const [, status] = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(text) ?? []
  if (status === undefined) return { status: 0, headers: {}, body: text }
  const [head = '', ...body] = text.replaceAll('\r\n', '\n').split('\n\n')
  const headers = head
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const]
    })
  return { status: Number(status), headers: Object.fromEntries(headers), body: body.join('\n\n') }
}
