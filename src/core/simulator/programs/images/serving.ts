import type { Steps } from '../../clock'
import type { Listener, NetworkResponse, ReceivedRequest } from '../../network/request'
import type { Process } from '../process'

/** Answers a request at once. */
export type Handler = (request: ReceivedRequest) => NetworkResponse

/** Waits for SIGTERM. */
export function* untilTerm({ term }: Process): Steps {
  while (!term.isSent) yield { signal: term.signal }
}

/** Takes a process and milliseconds; waits so long, or for SIGTERM. Says whether that came. */
export function* pause({ clock, term }: Process, milliseconds: number): Steps<boolean> {
  const until = clock.now + milliseconds
  while (clock.now < until && !term.isSent) yield { until, signal: term.signal }
  return term.isSent
}

/** Takes a status, a body and its type; gives an answer over HTTP. */
export function http(
  status: number,
  body: string,
  type = 'text/plain; charset=utf-8',
  headers: Readonly<Record<string, string>> = {},
): NetworkResponse {
  return {
    status,
    headers: { 'Content-Type': type, 'Content-Length': String(lengthOf(body)), ...headers },
    body,
  }
}

/** Takes text; gives an answer of a program that does not speak HTTP. */
export function raw(body: string): NetworkResponse {
  return { status: 0, headers: {}, body }
}

/** Takes text; gives its bytes' number. */
export function lengthOf(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Takes a path with its query; gives the path. */
export function pathnameOf({ path }: { readonly path: string }): string {
  return path.split('?')[0] ?? path
}

/** Takes pages by their path; gives what answers with them, and with what other programs say where there is none. */
export function pages(
  byPath: Readonly<Record<string, () => NetworkResponse>>,
  otherwise: Handler = () => http(404, '404 page not found\n'),
): Handler {
  return (request) => byPath[pathnameOf(request)]?.() ?? otherwise(request)
}

/** Takes a process, a port and what answers; opens the port, or says why not. */
export function listen(
  { network }: Process,
  port: number,
  handle: Handler,
  { address = '0.0.0.0', transport = 'TCP' }: Partial<Pick<Listener, 'address' | 'transport'>> = {},
): 'listening' | 'EADDRINUSE' | 'EACCES' {
  return network.listen({
    port,
    transport,
    address,
    // What is answered at once needs no time.
    // oxlint-disable-next-line require-yield
    *serve(request) {
      return handle(request)
    },
  })
}

/** Takes text such as `0.0.0.0:4180`, `:8080` or `9090` and a port; gives where it says to listen. */
export function addressOf(
  text: string | undefined,
  port: number,
): { readonly address: Listener['address']; readonly port: number } {
  const [, host = '', number = String(port)] =
    /^(?:https?:\/\/)?([^:]*|\[[^\]]*\])(?::(\d+))?$/.exec(text ?? '') ?? []
  if (/^\d+$/.test(host)) return { address: '0.0.0.0', port: Number(host) }
  return {
    address: host === '127.0.0.1' || host === 'localhost' ? '127.0.0.1' : '0.0.0.0',
    port: Number(number),
  }
}
