import type { NetworkAnswer, NetworkRequest, NetworkResponse } from '../network/request'
import { reasonOf } from '../network/statusLines'
import type { Steps } from '../clock'
import { readFlags, type Asked, type Flag } from './flags'
import { INTERRUPTED, type CommandCall } from './terminal'
import { waitUntil } from './waiting'

const FLAGS: readonly Flag[] = [
  { name: 'silent', short: 's', value: 'none', about: 'Silent mode' },
  { name: 'show-error', short: 'S', value: 'none', about: 'Show errors even if silent' },
  { name: 'include', short: 'i', value: 'none', about: 'Include response headers in output' },
  { name: 'head', short: 'I', value: 'none', about: 'Show document info only' },
  { name: 'verbose', short: 'v', value: 'none', about: 'Make the operation more talkative' },
  { name: 'output', short: 'o', value: 'one', about: 'Write to file (only /dev/null)' },
  { name: 'write-out', short: 'w', value: 'one', about: 'Output FORMAT after completion' },
  { name: 'header', short: 'H', value: 'one', about: 'Pass custom header to server' },
  { name: 'data', short: 'd', value: 'one', about: 'HTTP POST data' },
  { name: 'request', short: 'X', value: 'one', about: 'Specify request method to use' },
  { name: 'max-time', short: 'm', value: 'one', about: 'Maximum time allowed, in seconds' },
  { name: 'connect-timeout', value: 'one', about: 'Maximum time allowed to connect, in seconds' },
  { name: 'fail', short: 'f', value: 'none', about: 'Fail fast with no output on HTTP errors' },
  { name: 'location', short: 'L', value: 'none', about: 'Follow redirects' },
  { name: 'insecure', short: 'k', value: 'none', about: 'Allow insecure server connections' },
  { name: 'user-agent', short: 'A', value: 'one', about: 'Send User-Agent to server' },
]

const AGENT = 'curl/8.14.1'

interface Target {
  readonly scheme: string
  readonly host: string
  readonly port: number
  readonly path: string
}

/** `curl`, from a machine beside the cluster that finds Services and pods by their names. */
export function* curl(call: CommandCall): Steps<number> {
  const read = readFlags(call.args, FLAGS)
  if ('error' in read) {
    call.err(
      `curl: option ${call.args.find((arg) => arg.startsWith('-')) ?? ''}: is unknown\ncurl: try 'curl --help' for more information\n`,
    )
    return 2
  }
  const { asked } = read
  if (asked.words.length === 0) {
    call.err("curl: (2) no URL specified\ncurl: try 'curl --help' for more information\n")
    return 2
  }
  let exitCode = 0
  for (const url of asked.words) exitCode = yield* fetchOne(call, asked, url)
  return exitCode
}

/** Takes a URL as it is typed; gives its parts, or null where it has no host. */
export function parseUrl(url: string): Target | null {
  const match = /^(?:([a-z]+):\/\/)?(\[[^\]]+\]|[^/:?#]*)(?::(\d+))?([/?][^#]*)?(?:#.*)?$/i.exec(url)
  if (match === null) return null
  const [, scheme = 'http', host = '', port, path = '/'] = match
  if (host === '') return null
  return {
    scheme: scheme.toLowerCase(),
    host: host.replaceAll(/[[\]]/g, ''),
    port: port === undefined ? (scheme.toLowerCase() === 'https' ? 443 : 80) : Number(port),
    path: path.startsWith('/') ? path : `/${path}`,
  }
}

function say(call: CommandCall, asked: Asked, code: number, words: string): number {
  if (!asked.has('silent') || asked.has('show-error')) call.err(`curl: (${code}) ${words}\n`)
  return code
}

function requestFor(asked: Asked, { host, port, path, scheme }: Target): NetworkRequest {
  const data = asked.all('data')
  const method = asked.text('request') ?? (asked.has('head') ? 'HEAD' : data.length > 0 ? 'POST' : 'GET')
  const isDefault = port === (scheme === 'https' ? 443 : 80)
  const headers: Record<string, string> = {
    Host: isDefault ? host : `${host}:${port}`,
    'User-Agent': asked.text('user-agent') ?? AGENT,
    Accept: '*/*',
    ...(data.length > 0 ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
  }
  for (const header of asked.all('header')) {
    const at = header.indexOf(':')
    if (at <= 0) continue
    const name = header.slice(0, at)
    const same = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase())
    headers[same ?? name] = header.slice(at + 1).trim()
  }
  return { protocol: 'http', host, port, method, path, headers, body: data.join('&') }
}

const MOST_HOPS = 50

function* fetchOne(call: CommandCall, asked: Asked, url: string): Steps<number> {
  let at = url
  for (let hops = 0; hops < MOST_HOPS; hops += 1) {
    const target = parseUrl(at)
    if (target === null) return say(call, asked, 3, 'URL rejected: No host part in the URL')
    if (target.scheme === 'https')
      return say(call, asked, 35, `TLS is not simulated: ask ${target.host} by http://`)
    if (target.scheme !== 'http') return say(call, asked, 1, `Protocol "${target.scheme}" not supported`)
    const request = requestFor(asked, target)
    const { clock } = call.cluster
    const begun = clock.now
    const answer = yield* ask(call, asked, request)
    const took = clock.now - begun
    if (call.isInterrupted()) return INTERRUPTED
    if (answer === null)
      return say(call, asked, 28, `Operation timed out after ${took} milliseconds with 0 bytes received`)
    if ('error' in answer) return sayError(call, asked, request, answer, took)
    const { location = '' } = lowerCased(answer.response.headers)
    if (
      asked.has('location') &&
      location !== '' &&
      answer.response.status >= 300 &&
      answer.response.status < 400
    ) {
      at = location.startsWith('/') ? `http://${target.host}:${target.port}${location}` : location
      continue
    }
    return show(call, asked, request, answer, took)
  }
  return say(call, asked, 47, `Maximum (${MOST_HOPS}) redirects followed`)
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

/** Asks the cluster, or a forwarded port of this machine; null where it takes longer than it may, or Ctrl-C came. */
function* ask(call: CommandCall, asked: Asked, request: NetworkRequest): Steps<NetworkAnswer | null> {
  const { cluster, terminal } = call
  const { clock } = cluster
  const forwarded = LOCAL.has(request.host) ? terminal.forwarded.get(request.port) : undefined
  if (LOCAL.has(request.host) && forwarded === undefined) return { error: 'refused', address: '127.0.0.1' }
  const limit = Number(asked.text('max-time') ?? asked.text('connect-timeout') ?? Infinity)
  const until = clock.now + limit * 1000
  const ended = clock.signal()
  let answer: NetworkAnswer | undefined
  clock.start(
    (function* asking(): Steps {
      forwarded?.connected()
      answer =
        forwarded === undefined
          ? yield* cluster.request(request)
          : yield* cluster.requestTo(forwarded.namespace, forwarded.pod, { ...request, port: forwarded.port })
      ended.fire()
    })(),
  )
  yield* waitUntil(
    clock,
    [ended, call.interrupted],
    () => answer !== undefined || call.isInterrupted(),
    until,
  )
  if (answer !== undefined && 'error' in answer && forwarded !== undefined)
    return { ...answer, error: 'reset' }
  return answer ?? null
}

function sayError(
  call: CommandCall,
  asked: Asked,
  { host, port }: NetworkRequest,
  answer: NetworkAnswer,
  took: number,
): number {
  if (!('error' in answer)) return 0
  // What `-w` asks for is written in any case.
  call.out(writtenOut(asked.text('write-out') ?? '', NO_RESPONSE, took))
  const failed = (why: string) => `Failed to connect to ${host} port ${port} after ${took} ms: ${why}`
  switch (answer.error) {
    case 'no such host':
      return say(call, asked, 6, `Could not resolve host: ${host}`)
    case 'refused':
      return say(call, asked, 7, failed('Could not connect to server'))
    case 'timeout':
      return say(call, asked, 28, failed('Timeout was reached'))
    case 'reset':
      return say(call, asked, 52, 'Empty reply from server')
  }
}

const NO_RESPONSE: NetworkResponse = { status: 0, headers: {}, body: '' }

function show(
  call: CommandCall,
  asked: Asked,
  request: NetworkRequest,
  answer: { readonly response: NetworkResponse; readonly address: string },
  took: number,
): number {
  const { response, address } = answer
  const { status, body } = response
  if (status === 0 && body !== '') return say(call, asked, 1, 'Received HTTP/0.9 when not allowed')
  const head = [`HTTP/1.1 ${status} ${reasonOf(status)}`, ...headerLines(response.headers)]
  if (asked.has('verbose')) {
    const sent = [`${request.method} ${request.path} HTTP/1.1`, ...headerLines(request.headers), '']
    call.err(
      `*   Trying ${address}:${request.port}...\n* Connected to ${request.host} (${address}) port ${request.port}\n`,
    )
    for (const line of sent) call.err(`> ${line}\n`)
    for (const line of [...head, '']) call.err(`< ${line}\n`)
  }
  const isFailure = asked.has('fail') && status >= 400
  if (isFailure) say(call, asked, 22, `The requested URL returned error: ${status}`)
  const shown = [
    ...(asked.has('include') || asked.has('head') ? [`${head.join('\n')}\n\n`] : []),
    ...(asked.has('head') || request.method === 'HEAD' || isFailure ? [] : [body]),
  ].join('')
  const file = asked.text('output')
  if (file === undefined || file === '-') call.out(shown)
  else if (file !== '/dev/null')
    return say(call, asked, 23, `client returned ERROR on write: ${file}: there are no files here`)
  call.out(writtenOut(asked.text('write-out') ?? '', response, took))
  if (asked.has('verbose')) call.err(`* Connection #0 to host ${request.host} left intact\n`)
  return isFailure ? 22 : 0
}

function headerLines(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
}

/** The words of `-w`: `%{http_code}` and a few others. */
function writtenOut(format: string, { status, headers, body }: NetworkResponse, took: number): string {
  const known: Readonly<Record<string, string>> = {
    http_code: String(status).padStart(3, '0'),
    response_code: String(status).padStart(3, '0'),
    content_type: lowerCased(headers)['content-type'] ?? '',
    size_download: String(body.length),
    time_total: (took / 1000).toFixed(6),
  }
  const signs: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
  return format
    .replace(/%\{(\w+)\}/g, (all, name: string) => known[name] ?? all)
    .replace(/\\([ntr])/g, (_all, sign: string) => signs[sign] ?? sign)
}
