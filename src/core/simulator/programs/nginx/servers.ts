import { FileError } from '../../filesystem/fileSystem'
import type { FileSystem } from '../../filesystem/fileSystem'
import { glob } from '../shell/globbing'
import { directoryName, joinPath } from '../shell/path'
import { ConfigProblem, lastArgs, parseConfig } from './config'
import type { Directive } from './config'

/** A port that a server listens on. */
export interface ListenAddress {
  readonly port: number
  readonly address: '0.0.0.0' | '127.0.0.1'
}

/** A `location` of a server. */
export interface Location {
  readonly modifier: '' | '=' | '^~' | '~' | '~*'
  readonly pattern: string
  readonly directives: readonly Directive[]
}

/** A `server` block. */
export interface Server {
  readonly listens: readonly ListenAddress[]
  readonly names: readonly string[]
  readonly directives: readonly Directive[]
  readonly locations: readonly Location[]
}

/** What nginx has read. */
export interface NginxConfig {
  readonly top: readonly Directive[]
  readonly http: readonly Directive[]
  readonly servers: readonly Server[]
  /** `upstream` blocks: their servers by their name. */
  readonly upstreams: ReadonlyMap<string, readonly string[]>
}

/** Where nginx looks for what is written without a slash. */
const PREFIX = '/etc/nginx'

/** Takes files and the path of the configuration; reads it with what it includes. Throws a ConfigProblem. */
export function readConfig(files: FileSystem, path: string): NginxConfig {
  const top = included(files, path)
  const http = top.filter(({ name }) => name === 'http').flatMap(({ block }) => block)
  return {
    top,
    http,
    servers: http.filter(({ name }) => name === 'server').map(({ block }) => serverOf(block)),
    upstreams: new Map(
      http
        .filter(({ name }) => name === 'upstream')
        .map(({ args: [name = ''], block }) => [
          name,
          block.filter((each) => each.name === 'server').map(({ args: [server = ''] }) => server),
        ]),
    ),
  }
}

function included(files: FileSystem, path: string): readonly Directive[] {
  let text: string
  try {
    text = files.readText(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const words = error.code === 'EACCES' ? '13: Permission denied' : '2: No such file or directory'
    throw new ConfigProblem(`open() "${path}" failed (${words})`)
  }
  return withIncludes(files, parseConfig(path, text))
}

function withIncludes(files: FileSystem, directives: readonly Directive[]): readonly Directive[] {
  return directives.flatMap((directive) => {
    if (directive.name !== 'include') return [{ ...directive, block: withIncludes(files, directive.block) }]
    const [given = ''] = directive.args
    const path = joinPath(PREFIX, given)
    if (/[*?[]/.test(given)) return glob(files, '/', path).flatMap((each) => included(files, each))
    // What the image's own files include (mime.types, fastcgi_params) has nothing to say here.
    if (!files.exists(path) && directoryName(path) === PREFIX) return []
    return included(files, path)
  })
}

function serverOf(block: readonly Directive[]): Server {
  const listens = block
    .filter(({ name }) => name === 'listen')
    .flatMap(({ args: [given = ''] }) => listenOf(given))
  return {
    listens: listens.length === 0 ? [{ port: 80, address: '0.0.0.0' }] : listens,
    names: lastArgs(block, 'server_name') ?? [],
    directives: block,
    locations: block.filter(({ name }) => name === 'location').map(locationOf),
  }
}

/** `listen 8080`, `listen 127.0.0.1:8081`; addresses of IPv6 are the same ports once more. */
function listenOf(given: string): readonly ListenAddress[] {
  if (given.startsWith('[') || given.startsWith('unix:')) return []
  const [, host = '', port = '80'] = /^(?:([^:]+):)?(\d+)$/.exec(given) ?? [given, given]
  return [
    { port: Number(port), address: host === '127.0.0.1' || host === 'localhost' ? '127.0.0.1' : '0.0.0.0' },
  ]
}

const MODIFIERS: ReadonlyMap<string, Location['modifier']> = new Map([
  ['=', '='],
  ['^~', '^~'],
  ['~', '~'],
  ['~*', '~*'],
])

function locationOf({ args: [first = '', second], block }: Directive): Location {
  const modifier = MODIFIERS.get(first)
  return modifier === undefined || second === undefined
    ? { modifier: '', pattern: first, directives: block }
    : { modifier, pattern: second, directives: block }
}

/** Takes a server and a path; gives the location that answers: an exact one, else the longest prefix, unless a regular expression matches (ngx_http_core_module, location). */
export function locationFor({ locations }: Server, path: string): Location | undefined {
  const exact = locations.find(({ modifier, pattern }) => modifier === '=' && pattern === path)
  if (exact !== undefined) return exact
  const [longest] = locations
    .filter(({ modifier, pattern }) => (modifier === '' || modifier === '^~') && path.startsWith(pattern))
    .toSorted((a, b) => b.pattern.length - a.pattern.length)
  if (longest?.modifier === '^~') return longest
  const regex = locations.find(
    ({ modifier, pattern }) =>
      (modifier === '~' || modifier === '~*') && matchesRegex(pattern, path, modifier === '~*'),
  )
  return regex ?? longest
}

function matchesRegex(pattern: string, path: string, isCaseless: boolean): boolean {
  try {
    return new RegExp(pattern, isCaseless ? 'i' : '').test(path)
  } catch {
    return false
  }
}
