import type { NetworkRequest } from '../../../network/request'

/** Status lines (RFC 9110). */
const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** Takes a status; gives the words of its status line. */
export function reasonOf(status: number): string {
  return REASONS[status] ?? 'Unknown'
}

/** What is asked beyond the address. */
export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Takes a URL as people write it (`localhost`, `nginx-svc:80/x`, `http://…`) and what is asked; gives the request, undefined where it is no URL. */
export function requestOf(
  url: string,
  { method = 'GET', headers = {}, body = '' }: Asked = {},
): NetworkRequest | undefined {
  const [, scheme = 'http', , host = '', port, path = ''] =
    /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^@/]*@)?(\[[^\]]*\]|[^:/?#]+)(?::(\d+))?([/?][^#]*)?/i.exec(url) ?? []
  if (host === '' || !/^https?$/i.test(scheme)) return undefined
  return {
    protocol: 'http',
    host: host.replaceAll(/[[\]]/g, ''),
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
    method,
    path: path.startsWith('/') ? path : `/${path}`,
    headers,
    body,
  }
}
