import type { Steps } from '../../../clock'
import type { NetworkResponse, ReceivedRequest } from '../../../network/request'
import { reasonOf } from '../../../network/statusLines'
import { addressOf, http, listen, pathnameOf, raw } from '../../images/serving'
import { onlyHttp } from '../../serverProgram'
import { staticFile } from '../../servers/staticFiles'
import { messageOf } from '../errorMessages'
import { joinPath } from '../path'
import type { Call } from '../shellState'
import { outputOf } from '../streams'
import { complain, optionsOf, pathOf } from './command'

/** What busybox says of a status (http_response of networking/httpd.c). */
const WORDS: Readonly<Record<number, string>> = {
  404: 'The requested URL was not found',
  501: 'The requested method is not recognized',
}

/** Ports of clients begin here (net.ipv4.ip_local_port_range). */
const FIRST_CLIENT_PORT = 32768

/**
 * busybox's httpd (networking/httpd.c): serves the files below `-h`, or below where it is called, on the port `-p`, 80
 * where none is said. With `-f` it stays, without it goes on in the background. `-v` tells each answer.
 */
export function* httpd(call: Call): Steps<number> {
  const { flags, values } = optionsOf(call.args, 'cpurhedm')
  const { process } = call.machine
  const home = values.get('h') ?? '.'
  const root = pathOf(call, home)
  if (!process.files.exists(root) || process.files.stat(root).type !== 'directory') {
    const code = process.files.exists(root) ? 'ENOTDIR' : 'ENOENT'
    return complain(call, `can't change directory to '${home}': ${messageOf(code)}`)
  }
  const { address, port } = addressOf(values.get('p'), 80)
  let served = 0
  let isServing = true
  const outcome = listen(
    process,
    port,
    onlyHttp((request) => {
      if (!isServing) return raw('')
      const response = answer(call, root, request)
      if (flags.has('v'))
        outputOf(call.streams, 2).write(
          `[::ffff:${request.from}]:${FIRST_CLIENT_PORT + served}: response:${response.status}\n`,
        )
      served += 1
      return request.method === 'HEAD' ? { ...response, body: '' } : response
    }),
    { address },
  )
  if (outcome !== 'listening')
    return complain(call, `bind: ${outcome === 'EACCES' ? messageOf(outcome) : 'Address already in use'}`)
  if (flags.has('f')) yield* forEver()
  const job = call.machine.spawn(forEver, () => {
    isServing = false
  })
  job.command = [call.name, ...call.args].join(' ')
  return 0
}

function* forEver(): Steps<number> {
  for (;;) yield {}
}

function answer(call: Call, root: string, request: ReceivedRequest): NetworkResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') return page(501)
  const { process } = call.machine
  const path = pathnameOf(request)
  const found = staticFile(process, root, path)
  const isDirectory =
    'missing' in found
      ? found.missing === 'no index'
      : isDirectoryAt(call, joinPath('/', `${root}${joinPath('/', path)}`))
  if (isDirectory && !path.endsWith('/')) return page(302, { Location: `${path}/` })
  return 'response' in found ? found.response : page(404)
}

function isDirectoryAt(call: Call, path: string): boolean {
  return call.machine.process.files.stat(path).type === 'directory'
}

function page(status: number, headers: Readonly<Record<string, string>> = {}): NetworkResponse {
  const title = `${status} ${reasonOf(status)}`
  return http(
    status,
    `<HTML><HEAD><TITLE>${title}</TITLE></HEAD>\n<BODY><H1>${title}</H1>\n${WORDS[status] ?? ''}\n</BODY></HTML>\n`,
    'text/html',
    headers,
  )
}
