import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { NetworkResponse, ReceivedRequest } from '../../network/request'
import { http, pathnameOf, raw, untilTerm } from '../images/serving'
import type { Process } from '../process'
import { messageOf } from '../shell/errorMessages'
import { forward, hostAndPort } from './forward'

/** A section of haproxy.cfg, with its lines as words. */
interface HaproxySection {
  readonly kind: string
  readonly name: string
  readonly lines: readonly { readonly words: readonly string[]; readonly number: number }[]
}

const CONFIG = '/usr/local/etc/haproxy/haproxy.cfg'
const SECTIONS = /^(global|defaults|frontend|backend|listen|resolvers|peers|cache|userlist|program)\b/

function sectionsOf(text: string): readonly HaproxySection[] {
  const sections: { kind: string; name: string; lines: { words: readonly string[]; number: number }[] }[] = []
  for (const [at, line] of text.split('\n').entries()) {
    const words = line.replace(/#.*/, '').trim().split(/\s+/)
    const [first = '', second = ''] = words
    if (first === '') continue
    if (SECTIONS.test(line)) sections.push({ kind: first, name: second, lines: [] })
    else sections.at(-1)?.lines.push({ words, number: at + 1 })
  }
  return sections
}

function wordsOf({ lines }: HaproxySection, name: string): readonly string[] | undefined {
  return lines.find(({ words }) => words[0] === name)?.words
}

/** HAProxy: its frontends lead to the first server of their backend (docs.haproxy.org, Configuration manual). */
export function* haproxy(process: Process): Steps<number> {
  const { command, files, network } = process
  const path = command.includes('-f') ? (command[command.indexOf('-f') + 1] ?? CONFIG) : CONFIG
  const say = (level: string, text: string) => {
    process.write('stderr', `[${level}]   (1) : ${text}\n`)
  }
  let text: string
  try {
    text = files.readText(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    say('ALERT', `Cannot open configuration file/directory ${path} : ${messageOf(error.code)}`)
    return 1
  }
  const sections = sectionsOf(text)
  const backends = sections.filter(({ kind }) => kind === 'backend' || kind === 'listen')
  for (const backend of backends)
    for (const { words, number } of backend.lines) {
      const [kind, name = '', address = ''] = words
      const { host } = hostAndPort(address, 0)
      if (kind !== 'server' || words.includes('init-addr') || /^[\d.]+$/.test(host)) continue
      if (network.addressesOf(host).length > 0) continue
      say(
        'ALERT',
        `config : [${path}:${number}] : 'server ${backend.name}/${name}' : could not resolve address '${host}'.`,
      )
      say('ALERT', 'config : Fatal errors found in configuration.')
      return 1
    }
  for (const front of sections.filter(({ kind }) => kind === 'frontend' || kind === 'listen')) {
    const bind = wordsOf(front, 'bind')?.[1] ?? ''
    const { host, port } = hostAndPort(bind.replace('*', ''), 80)
    const address = host === '127.0.0.1' || host === 'localhost' ? '127.0.0.1' : '0.0.0.0'
    const backend =
      front.kind === 'listen'
        ? front
        : backends.find(({ name }) => name === wordsOf(front, 'default_backend')?.[1])
    const serve = (request: ReceivedRequest) => answer(process, request, front, backend)
    if (network.listen({ port, transport: 'TCP', address, serve }) === 'listening') continue
    say(
      'ALERT',
      `Binding [${path}:${front.lines[0]?.number ?? 1}] for frontend ${front.name}: cannot bind socket (Address already in use) for [${bind}]`,
    )
    return 1
  }
  say('NOTICE', 'New worker (8) forked')
  say('NOTICE', 'Loading success.')
  yield* untilTerm(process)
  say('WARNING', 'Exiting Master process...')
  return 0
}

function* answer(
  process: Process,
  request: ReceivedRequest,
  front: HaproxySection,
  backend: HaproxySection | undefined,
): Steps<NetworkResponse> {
  if (wordsOf(front, 'monitor-uri')?.[1] === pathnameOf(request) && request.protocol === 'http')
    return http(200, '<html><body><h1>200 OK</h1>\nService ready.\n</body></html>\n', 'text/html')
  const [, , address] = (backend === undefined ? undefined : wordsOf(backend, 'server')) ?? []
  const { host, port } = hostAndPort(address ?? '', 80)
  const given = address === undefined ? undefined : yield* forward(process, request, host, port)
  if (given !== undefined && 'response' in given) return given.response
  if (request.protocol === 'tcp') return raw('')
  return http(
    503,
    '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n',
    'text/html',
  )
}
