import { bytesOfText, encodeBase64 } from '../../kubernetes/base64'
import { within } from '../clock'
import type { Clock, Signal, Steps } from '../clock'
import { readFlags } from '../kubectl/flags'
import type { Asked } from '../kubectl/flags'
import { parseUrl } from '../network/httpUrl'
import type { HttpUrl } from '../network/httpUrl'
import type { NetworkAnswer, NetworkError, NetworkRequest, NetworkResponse } from '../network/request'
import { CURL_OPTIONS } from './options'
import { headOf, withCase, writtenOut } from './output'

/** Where a curl runs: in a container, or on a machine beside the cluster. */
export interface CurlHost {
  readonly clock: Clock
  request(request: NetworkRequest): Steps<NetworkAnswer>
  write(stream: 'stdout' | 'stderr', text: string): void
  /** Takes a file's name as it was written, and what to put there; gives why it can't be, if so. */
  save(file: string, text: string): string | undefined
  /** Fires when it should end. */
  readonly interrupted?: Signal
}

const AGENT = 'curl/8.14.1'
const INTERRUPTED = 130
const MOST_HOPS = 50
/** What curl takes to be over soon (curl(1), --retry). */
const TRANSIENT: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

/** Takes the arguments of curl and where it runs; asks, writes what comes, and gives its exit code (curl(1), EXIT CODES). */
export function* curl(args: readonly string[], host: CurlHost): Steps<number> {
  const read = readFlags(args, CURL_OPTIONS)
  const tryHelp = "curl: try 'curl --help' for more information\n"
  if ('error' in read) {
    host.write('stderr', `curl: option ${optionIn(read.error)}\n${tryHelp}`)
    return 2
  }
  const { asked } = read
  if (asked.words.length === 0) {
    host.write('stderr', `curl: (2) no URL specified\n${tryHelp}`)
    return 2
  }
  let code = 0
  for (const url of asked.words) code = yield* new Transfer(host, asked).run(url)
  return code
}

/** Takes what is wrong with the options; gives the option and what is wrong with it as curl says it. */
function optionIn(error: string): string {
  const [, long] = /(--\S+)/.exec(error) ?? []
  const [, letter = ''] = /'(.)' in/.exec(error) ?? []
  return `${long ?? `-${letter}`}: ${error.startsWith('unknown') ? 'is unknown' : 'requires parameter'}`
}

/** How one attempt ended: its exit code, and whether it may be better the next time. */
interface Attempt {
  readonly code: number
  readonly problem?: string
  readonly isTransient: boolean
}

class Transfer {
  constructor(
    private readonly host: CurlHost,
    private readonly asked: Asked,
  ) {}

  /** Takes a URL; asks for it, again where that is wanted, and gives the exit code. */
  *run(url: string): Steps<number> {
    const { asked, host } = this
    const { clock } = host
    const delay = Number(asked.text('retry-delay') ?? 0)
    const end = clock.now + 1000 * Number(asked.text('retry-max-time') ?? Infinity)
    let left = Number(asked.text('retry') ?? 0)
    for (let wait = 1; ; wait = Math.min(2 * wait, 600)) {
      const { code, problem, isTransient } = yield* this.attempt(url)
      const seconds = delay > 0 ? delay : wait
      if (!isTransient || left <= 0 || clock.now + seconds * 1000 > end) {
        if (problem !== undefined) this.say(`(${code}) ${problem}`)
        return code
      }
      this.warn(
        `Problem: ${code === 7 ? 'connection refused' : code === 28 ? 'timeout' : 'HTTP error'}. Will retry in ${seconds} second${seconds === 1 ? '' : 's'}. ${left} retr${left === 1 ? 'y' : 'ies'} left.`,
      )
      left -= 1
      const until = clock.now + seconds * 1000
      while (clock.now < until) yield { until }
    }
  }

  private *attempt(url: string): Steps<Attempt> {
    const { asked, host } = this
    let at = url
    const most = Number(asked.text('max-redirs') ?? MOST_HOPS)
    for (let hops = 0; hops <= most; hops += 1) {
      const target = parseUrl(at)
      if (target === undefined) return ended(3, 'URL rejected: No host part in the URL')
      if (target.scheme === 'https') return ended(35, `TLS is not simulated: ask ${target.host} by http://`)
      if (target.scheme !== 'http') return ended(1, `Protocol "${target.scheme}" not supported`)
      const request = this.requestFor(target)
      const begun = host.clock.now
      const limit = Number(asked.text('max-time') ?? asked.text('connect-timeout') ?? Infinity) * 1000
      const outcome = yield* within(host.clock, host.request(request), limit, host.interrupted)
      const took = Math.round(host.clock.now - begun)
      if (outcome.result === undefined && outcome.why === 'stopped') return ended(INTERRUPTED)
      const answer = outcome.result
      if (answer === undefined || 'error' in answer) {
        this.writeOut(NO_RESPONSE, answer?.address ?? '', request, took)
        return answer === undefined
          ? {
              ...ended(28, `Operation timed out after ${took} milliseconds with 0 bytes received`),
              isTransient: true,
            }
          : this.failed(answer.error, request, took)
      }
      const { response, address } = answer
      const location = withCase(response.headers, 'location') ?? ''
      const isRedirect = response.status >= 300 && response.status < 400
      if (!asked.has('location') || location === '' || !isRedirect)
        return this.show(request, response, address, took)
      at = location.startsWith('/') ? `http://${target.host}:${target.port}${location}` : location
    }
    return ended(47, `Maximum (${most}) redirects followed`)
  }

  private requestFor({ host, port, path, user }: HttpUrl): NetworkRequest {
    const { asked } = this
    const data = ['data', 'data-raw', 'data-binary'].flatMap((name) => asked.all(name))
    const login = asked.text('user') ?? user
    const headers: Record<string, string> = {
      Host: port === 80 ? host : `${host}:${port}`,
      ...(login === '' ? {} : { Authorization: `Basic ${encodeBase64(bytesOfText(login))}` }),
      'User-Agent': asked.text('user-agent') ?? AGENT,
      Accept: '*/*',
      ...(asked.has('referer') ? { Referer: asked.text('referer') ?? '' } : {}),
      ...(asked.has('cookie') ? { Cookie: asked.text('cookie') ?? '' } : {}),
      ...(data.length > 0 ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    }
    for (const header of asked.all('header')) {
      const at = header.indexOf(':')
      if (at <= 0) continue
      const name = header.slice(0, at)
      const same = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase())
      headers[same ?? name] = header.slice(at + 1).trim()
    }
    const method = asked.text('request') ?? (asked.has('head') ? 'HEAD' : data.length > 0 ? 'POST' : 'GET')
    return { protocol: 'http', host, port, method, path, headers, body: data.join('&') }
  }

  private failed(error: NetworkError, { host, port }: NetworkRequest, took: number): Attempt {
    const { asked } = this
    const connect = (why: string) => `Failed to connect to ${host} port ${port} after ${took} ms: ${why}`
    const isEver = asked.has('retry-all-errors')
    switch (error) {
      case 'no such host':
        return { ...ended(6, `Could not resolve host: ${host}`), isTransient: isEver }
      case 'refused': {
        const isRetried = isEver || asked.has('retry-connrefused')
        return { ...ended(7, connect('Could not connect to server')), isTransient: isRetried }
      }
      case 'timeout':
        return { ...ended(28, connect('Timeout was reached')), isTransient: true }
      case 'reset':
        return { ...ended(52, 'Empty reply from server'), isTransient: isEver }
    }
  }

  private show(request: NetworkRequest, response: NetworkResponse, address: string, took: number): Attempt {
    const { asked, host } = this
    const { status, body } = response
    if (status === 0)
      return body === ''
        ? ended(52, 'Empty reply from server')
        : ended(1, 'Received HTTP/0.9 when not allowed')
    const head = headOf(response)
    if (asked.has('verbose')) {
      const { method, path, headers } = request
      const sent = [
        `${method} ${path} HTTP/1.1`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        '',
      ]
      host.write(
        'stderr',
        `*   Trying ${address}:${request.port}...\n* Connected to ${request.host} (${address}) port ${request.port}\n`,
      )
      for (const line of sent) host.write('stderr', `> ${line}\n`)
      for (const line of [...head, '']) host.write('stderr', `< ${line}\n`)
    }
    const isFailure = asked.has('fail') && status >= 400
    const shown = [
      ...(asked.has('include') || asked.has('head') ? [`${head.join('\r\n')}\r\n\r\n`] : []),
      ...(request.method === 'HEAD' || isFailure ? [] : [body]),
    ].join('')
    const file = asked.text('output')
    let problem: string | undefined
    if (file === undefined || file === '-') host.write('stdout', shown)
    else if (file !== '/dev/null') problem = host.save(file, shown)
    if (problem !== undefined) return ended(23, `client returned ERROR on write: ${file}: ${problem}`)
    this.writeOut(response, address, request, took)
    if (asked.has('verbose')) host.write('stderr', `* Connection #0 to host ${request.host} left intact\n`)
    const isTransient = TRANSIENT.has(status)
    if (!isFailure) return { code: 0, isTransient: isTransient && asked.has('retry') }
    return { ...ended(22, `The requested URL returned error: ${status}`), isTransient }
  }

  private writeOut(response: NetworkResponse, address: string, request: NetworkRequest, took: number): void {
    const format = this.asked.text('write-out')
    if (format !== undefined)
      this.host.write('stdout', writtenOut(format, response, address, request.port, took))
  }

  private say(words: string): void {
    const { asked, host } = this
    if (!asked.has('silent') || asked.has('show-error')) host.write('stderr', `curl: ${words}\n`)
  }

  private warn(words: string): void {
    if (!this.asked.has('silent')) this.host.write('stderr', `Warning: ${words}\n`)
  }
}

const NO_RESPONSE: NetworkResponse = { status: 0, headers: {}, body: '' }

function ended(code: number, problem?: string): Attempt {
  return problem === undefined ? { code, isTransient: false } : { code, problem, isTransient: false }
}
