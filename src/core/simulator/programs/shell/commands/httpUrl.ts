import type { NetworkRequest } from '../../../network/request'

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
