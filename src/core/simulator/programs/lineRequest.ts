import type { NetworkRequest } from '../network/request'

/** Takes a host, a port and a text; gives the request of a client that does not speak HTTP. '' is a bare connection. */
export function lineRequest(host: string, port: number, body: string): NetworkRequest {
  return { protocol: 'tcp', host, port, method: '', path: '', headers: {}, body }
}
