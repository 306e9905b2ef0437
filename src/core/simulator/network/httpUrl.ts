import type { NetworkRequest } from './request'

/** The parts of a URL. */
export interface HttpUrl {
  readonly scheme: string
  readonly user: string
  readonly host: string
  readonly port: number
  readonly path: string
}

const PARTS =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^@/]*)@)?(\[[^\]]*\]|[^:/?#]+)(?::(\d+))?([/?][^#]*)?(?:#.*)?$/i

/** Takes a URL as people write it (`localhost`, `nginx-svc:80/x`, `http://…`); gives its parts, undefined where it has no host. */
export function parseUrl(url: string): HttpUrl | undefined {
  const [, given = 'http', user = '', host = '', port, path = ''] = PARTS.exec(url) ?? []
  if (host === '') return undefined
  const scheme = given.toLowerCase()
  return {
    scheme,
    user,
    host: host.replaceAll(/[[\]]/g, ''),
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
    path: path.startsWith('/') ? path : `/${path}`,
  }
}

/** What is asked beyond the address. */
export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Takes a URL and what is asked; gives the request, undefined where it is none of HTTP. */
export function requestOf(
  url: string,
  { method = 'GET', headers = {}, body = '' }: Asked = {},
): NetworkRequest | undefined {
  const parts = parseUrl(url)
  if (parts === undefined || !/^https?$/.test(parts.scheme)) return undefined
  const { host, port, path } = parts
  return { protocol: 'http', host, port, method, path, headers, body }
}
