import type { Clock, Steps } from '../../../clock'
import type { NetworkAnswer, NetworkRequest, NetworkResponse } from '../../../network/request'
import { optionsOf } from './command'
import { reasonOf } from '../../../network/statusLines'
import { requestOf } from './httpUrl'

/** Where a curl runs: in a container, or on a machine beside the cluster. */
export interface CurlHost {
  readonly clock: Clock
  request(request: NetworkRequest): Steps<NetworkAnswer>
  write(stream: 'stdout' | 'stderr', text: string): void
  /** Takes a file's name as it was written, and what to put there. */
  save(file: string, text: string): void
}

/** Options that have a value, by their letter and by their name. */
const VALUED = 'oXdHmwuATbe'
const NAMES: Readonly<Record<string, string>> = {
  '--output': '-o',
  '--request': '-X',
  '--data': '-d',
  '--data-raw': '-d',
  '--data-binary': '-d',
  '--header': '-H',
  '--max-time': '-m',
  '--write-out': '-w',
  '--user': '-u',
  '--user-agent': '-A',
  '--silent': '-s',
  '--show-error': '-S',
  '--fail': '-f',
  '--head': '-I',
  '--include': '-i',
  '--verbose': '-v',
  '--location': '-L',
  '--insecure': '-k',
}
/** Options with a value that change nothing here. */
const IGNORED: ReadonlySet<string> = new Set([
  '--connect-timeout',
  '--retry',
  '--retry-delay',
  '--retry-max-time',
  '--resolve',
  '--cacert',
])

/** Takes the arguments of curl and where it runs; asks, writes what comes, and gives its exit code (curl(1), EXIT CODES). */
export function* curl(args: readonly string[], host: CurlHost): Steps<number> {
  const known = args.filter((arg, at) => !IGNORED.has(arg) && !IGNORED.has(args[at - 1] ?? ''))
  const headers = Object.fromEntries(
    known.flatMap((arg, at) => {
      const given = arg === '-H' || arg === '--header' ? (known[at + 1] ?? '') : ''
      const colon = given.indexOf(':')
      return colon < 0 ? [] : [[given.slice(0, colon).trim(), given.slice(colon + 1).trim()] as const]
    }),
  )
  const { flags, values, operands } = optionsOf(
    known.map((arg) => NAMES[arg] ?? arg),
    VALUED,
  )
  if (operands.length === 0) {
    host.write('stderr', "curl: try 'curl --help' or 'curl --manual' for more information\n")
    return 2
  }
  const isHead = flags.has('I')
  const data = values.get('d')
  const method = values.get('X') ?? (isHead ? 'HEAD' : data === undefined ? 'GET' : 'POST')
  const say = (message: string) => {
    if (!flags.has('s') || flags.has('S')) host.write('stderr', `curl: ${message}\n`)
  }
  let code = 0
  for (const url of operands) {
    const request = requestOf(url, {
      method,
      headers: { 'User-Agent': 'curl/8.11.1', ...headers },
      body: data ?? '',
    })
    if (request === undefined) {
      say(`(3) URL rejected: Malformed input to a URL function`)
      return 3
    }
    code = yield* one(
      request,
      { ...host, isVerbose: flags.has('v') },
      say,
      values.get('m'),
      (response) => {
        if (flags.has('f') && response.status >= 400) {
          say(`(22) The requested URL returned error: ${response.status}`)
          return 22
        }
        const text = `${isHead || flags.has('i') ? headOf(response) : ''}${isHead ? '' : response.body}`
        const file = values.get('o')
        if (file === undefined) host.write('stdout', text)
        else if (file !== '/dev/null') host.save(file, text)
        return 0
      },
      values.get('w'),
    )
  }
  return code
}

function* one(
  request: NetworkRequest,
  host: CurlHost & { readonly isVerbose: boolean },
  say: (message: string) => void,
  maxTime: string | undefined,
  show: (response: NetworkResponse) => number,
  format: string | undefined,
): Steps<number> {
  const start = host.clock.now
  const answer = yield* host.request(request)
  const took = Math.round(host.clock.now - start)
  let code = 0
  if ('error' in answer) {
    const where = `${request.host} port ${request.port}`
    const words = {
      refused: [7, `Failed to connect to ${where} after ${took} ms: Couldn't connect to server`],
      timeout: [
        28,
        maxTime === undefined
          ? `Failed to connect to ${where} after ${took} ms: Couldn't connect to server`
          : `Connection timed out after ${Number(maxTime) * 1000} milliseconds`,
      ],
      'no such host': [6, `Could not resolve host: ${request.host}`],
      reset: [56, 'Recv failure: Connection reset by peer'],
    } as const
    const [number, message] = words[answer.error]
    say(`(${number}) ${message}`)
    code = number
  } else if (answer.response.status === 0 && request.protocol === 'http') {
    say('(1) Received HTTP/0.9 when not allowed')
    code = 1
  } else {
    if (host.isVerbose) {
      host.write('stderr', `* Connected to ${request.host} (${answer.address}) port ${request.port}\n`)
      host.write('stderr', `> ${request.method} ${request.path} HTTP/1.1\n> Host: ${request.host}\n>\n`)
      host.write('stderr', headOf(answer.response).replaceAll(/^/gm, '< ').replace(/< $/, ''))
    }
    code = show(answer.response)
  }
  if (format !== undefined) {
    const status = 'error' in answer ? 0 : answer.response.status
    const variables: Readonly<Record<string, string>> = {
      http_code: String(status).padStart(3, '0'),
      response_code: String(status).padStart(3, '0'),
      remote_ip: answer.address,
      remote_port: String(request.port),
      time_total: ((host.clock.now - start) / 1000).toFixed(6),
      size_download: 'error' in answer ? '0' : String(answer.response.body.length),
      exitcode: String(code),
    }
    host.write(
      'stdout',
      format
        .replaceAll(/%\{(\w+)\}/g, (whole, name: string) => variables[name] ?? whole)
        .replaceAll(String.raw`\n`, '\n'),
    )
  }
  return code
}

function headOf({ status, headers }: NetworkResponse): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${reasonOf(status)}\r\n${lines.join('')}\r\n`
}
