import type { Steps } from '../../clock'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { flagsOf } from '../images/flags'
import { addressOf, http, pathnameOf, raw, untilTerm } from '../images/serving'
import type { Process } from '../process'
import { slashStamp } from '../stamps'
import { requestOf } from '../../network/httpUrl'
import { forward } from './forward'

const SIGN_IN =
  '<!DOCTYPE html>\n<html lang="en">\n<head><title>Sign In</title></head>\n<body><form method="GET" action="/oauth2/start"><button type="submit">Sign in with OpenID Connect</button></form></body>\n</html>\n'

/** What has to be set (oauth2-proxy.github.io/oauth2-proxy/configuration/overview; pkg/validation/options.go), and what is said where it is not. */
const NEEDED: readonly (readonly [string, string])[] = [
  ['cookie-secret', 'missing setting: cookie-secret'],
  ['client-id', 'missing setting: client-id'],
  ['client-secret', 'missing setting: client-secret or client-secret-file'],
  [
    'email-domain',
    'missing setting for email validation: email-domain or authenticated-emails-file required.\n      use email-domain=* to authorize all email addresses',
  ],
]

/** oauth2-proxy: lets nobody through to its upstream who has not signed in; who has brings its cookie. */
export function* oauth2Proxy(process: Process): Steps<number> {
  const { get } = flagsOf(process.command.slice(1))
  const option = (name: string) =>
    get(name) ??
    process.env.get(`OAUTH2_PROXY_${name.toUpperCase().replaceAll('-', '_')}`) ??
    process.env.get(`OAUTH2_PROXY_${name.toUpperCase().replaceAll('-', '_')}S`)
  const log = (text: string) => {
    process.write('stderr', `[${slashStamp(process.clock)}] ${text}\n`)
  }
  const missing = NEEDED.filter(([name]) => (option(name) ?? '') === '').map(([, words]) => `  ${words}`)
  if (missing.length > 0) {
    log(`[main.go:59] ERROR: invalid configuration:\n${missing.join('\n')}`)
    return 1
  }
  const upstream = option('upstream')
  const { address, port } = addressOf(option('http-address') ?? '127.0.0.1:4180', 4180)
  if (upstream !== undefined) log(`[proxy.go:77] mapping path "/" => upstream "${upstream}"`)
  log(`[oauthproxy.go:172] OAuthProxy configured for OpenID Connect Client ID: ${option('client-id') ?? ''}`)
  const outcome = process.network.listen({
    port,
    transport: 'TCP',
    address,
    serve: (request) => answer(process, request, upstream),
  })
  if (outcome !== 'listening') {
    log(
      `[main.go:91] ERROR: Failed to initialise OAuth2 Proxy: listen tcp ${address}:${port}: bind: address already in use`,
    )
    return 1
  }
  yield* untilTerm(process)
  return 0
}

function* answer(
  process: Process,
  request: ReceivedRequest,
  upstream: string | undefined,
): Steps<NetworkResponse> {
  if (request.protocol === 'tcp') return raw('')
  const path = pathnameOf(request)
  if (path === '/ping' || path === '/ready') return http(200, 'OK')
  if (path === '/oauth2/start')
    return http(302, '', 'text/html', { Location: 'https://id.example.com/authorize' })
  const isSignedIn = (request.headers['Cookie'] ?? request.headers['cookie'] ?? '').includes('_oauth2_proxy=')
  process.write(
    'stdout',
    `${request.from} - - [${slashStamp(process.clock)}] ${request.host} ${request.method} - "${request.path}" HTTP/1.1 "${request.headers['User-Agent'] ?? ''}" ${isSignedIn ? 200 : 403} 0 0.001\n`,
  )
  if (path === '/oauth2/auth') return http(isSignedIn ? 202 : 401, isSignedIn ? '' : 'Unauthorized\n')
  if (!isSignedIn) return http(403, SIGN_IN, 'text/html')
  const target = requestOf(upstream ?? '')
  if (target === undefined) return http(404, '404 page not found\n')
  const given = yield* forward(process, request, target.host, target.port)
  return 'response' in given
    ? given.response
    : http(502, '<!DOCTYPE html>\n<title>502 Bad Gateway</title>\n', 'text/html')
}
