import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { http, pathnameOf } from '../images/serving'
import type { Process } from '../process'
import { reasonOf } from '../../network/statusLines'
import { requestOf } from '../../network/httpUrl'
import { joinPath } from '../shell/path'
import { lastArgs } from './config'
import type { Directive } from './config'
import { mediaTypeOf } from './mediaTypes'
import { locationFor } from './servers'
import type { Location, NginxConfig, Server } from './servers'

/** Where a request is answered: the server that it is for, and what nginx needs for its words. */
export interface Answering {
  readonly process: Process
  readonly config: NginxConfig
  readonly server: Server
  /** `nginx/1.27.5`. */
  readonly name: string
  /** What `stub_status` shows. */
  readonly status: () => string
  /** Takes a line for the error log, without time and request. */
  readonly error: (message: string) => void
}

/** Takes a status and the server's name; gives the page that nginx has for it (ngx_http_special_response.c). */
export function specialPage(status: number, name: string): NetworkResponse {
  const title = `${status} ${reasonOf(status)}`
  const lines = [
    '<html>',
    `<head><title>${title}</title></head>`,
    '<body>',
    `<center><h1>${title}</h1></center>`,
    `<hr><center>${name}</center>`,
    '</body>',
    '</html>',
  ]
  return http(status, `${lines.join('\r\n')}\r\n`, 'text/html')
}

/** Takes a request and where; gives nginx's answer, in the order of its phases: rewrite, access, content. */
export function* respond(request: ReceivedRequest, answering: Answering): Steps<NetworkResponse> {
  const { server, name } = answering
  const path = decoded(pathnameOf(request))
  const location = locationFor(server, path)
  const inner = location?.directives ?? []
  const returned = lastArgs(inner, 'return') ?? lastArgs(server.directives, 'return')
  if (returned !== undefined) return returnOf(returned, request, name)
  if (inner.some(({ name: each, args }) => each === 'deny' && args[0] === 'all'))
    return specialPage(403, name)
  if (inner.some(({ name: each }) => each === 'stub_status'))
    return http(200, answering.status(), 'text/plain')
  const proxied = lastArgs(inner, 'proxy_pass')?.[0]
  if (proxied !== undefined && location !== undefined)
    return yield* proxy(request, proxied, location, answering)
  return fileAt(path, inner, location, answering)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** `return 200 "text"`, `return 301 https://…`, `return 404`. */
function returnOf(
  [code = '200', text]: readonly string[],
  request: ReceivedRequest,
  name: string,
): NetworkResponse {
  const status = Number(code)
  const put = (value: string) =>
    value
      .replaceAll('$host', request.host)
      .replaceAll('$request_uri', request.path)
      .replaceAll(String.raw`\n`, '\n')
  if (Number.isNaN(status)) return { ...specialPage(302, name), headers: { Location: put(code) } }
  if (text === undefined) return specialPage(status, name)
  if (status >= 300 && status < 400) return { ...specialPage(status, name), headers: { Location: put(text) } }
  return http(status, put(text), 'application/octet-stream')
}

function* proxy(
  request: ReceivedRequest,
  target: string,
  { pattern }: Location,
  { process, config, name, error }: Answering,
): Steps<NetworkResponse> {
  const [, scheme = 'http:', host = '', uri = ''] = /^(https?:)\/\/([^/]+)(\/.*)?$/.exec(target) ?? []
  const upstream = config.upstreams.get(host)?.[0] ?? host
  const path = uri === '' ? request.path : uri + request.path.slice(pattern.length)
  const { method, body, headers } = request
  const forwarded = requestOf(`${scheme}//${upstream}${path}`, { method, body, headers })
  if (forwarded === undefined) return specialPage(500, name)
  const answer = yield* process.network.request(forwarded)
  if ('response' in answer) return answer.response
  const words = {
    refused: 'connect() failed (111: Connection refused) while connecting to upstream',
    timeout: 'upstream timed out (110: Connection timed out) while connecting to upstream',
    reset: 'recv() failed (104: Connection reset by peer) while reading response header from upstream',
    'no such host': `${forwarded.host} could not be resolved (3: Host not found)`,
  }[answer.error]
  error(words)
  return specialPage(answer.error === 'timeout' ? 504 : 502, name)
}

/** A file below the root: the index of a directory, 301 for one without its slash, 403 without an index, 404, 405 for POST. */
function fileAt(
  path: string,
  inner: readonly Directive[],
  location: Location | undefined,
  answering: Answering,
): NetworkResponse {
  const { process, config, server, name, error } = answering
  const { files } = process
  const of = (directive: string) =>
    lastArgs(inner, directive) ?? lastArgs(server.directives, directive) ?? lastArgs(config.http, directive)
  const alias = lastArgs(inner, 'alias')?.[0]
  const root = of('root')?.[0] ?? '/etc/nginx/html'
  const fileOf = (each: string) =>
    alias === undefined || location === undefined
      ? joinPath('/', `${root}/${each}`)
      : joinPath('/', `${alias}/${each.slice(location.pattern.length)}`)
  const open = (file: string, shown: string): NetworkResponse => {
    try {
      const { mode } = files.stat(file)
      // The workers are no root, whoever the master is.
      if (process.credentials.uid === 0 && (mode & 0o004) === 0) throw new FileError('EACCES', file)
      return http(200, files.readText(file), mediaTypeOf(file))
    } catch (thrown) {
      if (!(thrown instanceof FileError)) throw thrown
      const isDenied = thrown.code === 'EACCES'
      error(
        `open() "${shown}" failed (${isDenied ? '13: Permission denied' : '2: No such file or directory'})`,
      )
      return specialPage(isDenied ? 403 : 404, name)
    }
  }
  const tried = of('try_files')
  if (tried !== undefined) {
    const last = tried.at(-1) ?? ''
    for (const each of tried.slice(0, -1)) {
      const file = fileOf(each.replace('$uri', path))
      const isWanted = files.exists(file) && (files.stat(file).type === 'directory') === each.endsWith('/')
      if (isWanted && files.stat(file).type === 'file') return open(file, file)
    }
    if (/^=\d+$/.test(last)) return specialPage(Number(last.slice(1)), name)
    return open(fileOf(last.replace('$uri', path)), last)
  }
  const file = fileOf(path)
  if (!files.exists(file) || files.stat(file).type !== 'directory') return open(file, file)
  if (!path.endsWith('/')) return { ...specialPage(301, name), headers: { Location: `${path}/` } }
  const index = (of('index') ?? ['index.html'])
    .map((each) => joinPath(file, each))
    .find((each) => files.exists(each))
  if (index !== undefined) return open(index, index)
  if (of('autoindex')?.[0] === 'on') return listing(path, files.list(file))
  error(`directory index of "${file === '/' ? '' : file}/" is forbidden`)
  return specialPage(403, name)
}

function listing(path: string, names: readonly string[]): NetworkResponse {
  const rows = names.map((each) => `<a href="${each}">${each}</a>`).join('\r\n')
  const title = `Index of ${path}`
  return http(
    200,
    `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<h1>${title}</h1><hr><pre><a href="../">../</a>\r\n${rows}\r\n</pre><hr></body>\r\n</html>\r\n`,
    'text/html',
  )
}
