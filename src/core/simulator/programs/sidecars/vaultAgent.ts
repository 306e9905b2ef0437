import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { flagsOf } from '../images/flags'
import { http, listen, pages, pause, untilTerm } from '../images/serving'
import type { Process } from '../process'
import { onlyHttp } from '../serverProgram'
import { messageOf } from '../shell/errorMessages'
import { directoryName } from '../shell/path'
import { isoStamp } from '../stamps'

/** A template of the agent: what it writes where. */
interface Template {
  readonly destination: string
  readonly contents: string
}

/** The lease of a database's credentials is simulated as short, so that one sees it renewed. */
const LEASE = 60_000
const LOGIN = 500

/** Vault: as `agent` it logs in and writes the files of its templates, again with each new lease; as `server` it answers on 8200 (developer.hashicorp.com/vault/docs/agent-and-proxy/agent). */
export function* vault(process: Process): Steps<number> {
  return process.command[1] === 'agent' ? yield* agent(process) : yield* server(process)
}

function* server(process: Process): Steps<number> {
  const handle = pages({
    '/v1/sys/health': () =>
      http(200, '{"initialized":true,"sealed":false,"standby":false}\n', 'application/json'),
  })
  if (listen(process, 8200, onlyHttp(handle)) !== 'listening') {
    process.write(
      'stderr',
      'Error initializing listener of type tcp: listen tcp 0.0.0.0:8200: bind: address already in use\n',
    )
    return 1
  }
  process.write('stdout', '==> Vault server started! Log data will stream in below:\n')
  yield* untilTerm(process)
  return 0
}

function* agent(process: Process): Steps<number> {
  const path = flagsOf(process.command.slice(2)).get('config') ?? ''
  const log = (level: string, text: string) => {
    process.write('stderr', `${isoStamp(process.clock)} [${level}]  ${text}\n`)
  }
  let text: string
  try {
    text = process.files.readText(path)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    process.write(
      'stderr',
      `Error loading configuration from ${path}: stat ${path}: ${messageOf(error.code).toLowerCase()}\n`,
    )
    return 1
  }
  process.write('stdout', '==> Vault Agent started! Log data will stream in below:\n\n')
  const templates = templatesOf(text)
  const sink = /sink\s+"file"[^]*?path\s*=\s*"([^"]+)"/.exec(text)?.[1]
  const isOnce = /^\s*exit_after_auth\s*=\s*true/m.test(text)
  log('INFO', 'agent.auth.handler: authenticating')
  if (yield* pause(process, LOGIN)) return 0
  log('INFO', 'agent.auth.handler: authentication successful, sending token to sinks')
  if (sink !== undefined && write(process, sink, 'hvs.simulated-token\n', log))
    log('INFO', `agent.sink.file: token written: path=${sink}`)
  for (let lease = 1; ; lease += 1) {
    for (const { destination, contents } of templates) {
      if (!write(process, destination, render(contents, lease), log)) return 1
      log('INFO', `agent: (runner) rendered "(dynamic)" => "${destination}"`)
    }
    if (isOnce) {
      log('INFO', 'agent: exit after auth set, exiting')
      return 0
    }
    if (yield* pause(process, LEASE)) break
  }
  process.write('stdout', '==> Vault Agent shutdown triggered\n')
  return 0
}

function templatesOf(text: string): readonly Template[] {
  return [...text.matchAll(/template\s*\{([^]*?)\n\s*\}\s*(?=\n|$)/g)].flatMap(([, body = '']) => {
    const destination = /destination\s*=\s*"([^"]+)"/.exec(body)?.[1]
    const heredoc = /contents\s*=\s*<<-?(\w+)\n([^]*?)\n?[ \t]*\1/.exec(body)?.[2]
    const quoted = /contents\s*=\s*"((?:\\.|[^"\\])*)"/.exec(body)?.[1]?.replaceAll(String.raw`\n`, '\n')
    return destination === undefined ? [] : [{ destination, contents: heredoc ?? quoted ?? '' }]
  })
}

/** Takes a template and the number of the lease; gives what it becomes: credentials are made up. */
function render(contents: string, lease: number): string {
  const values: Readonly<Record<string, string>> = {
    username: `v-kubernetes-web-${lease}`,
    password: `simulated-${lease}`,
  }
  return contents
    .replaceAll(
      /\{\{-?\s*\.Data(?:\.data)?\.(\w+)\s*-?\}\}/g,
      (_, name: string) => values[name] ?? `simulated-${name}`,
    )
    .replaceAll(/\{\{[^}]*\}\}/g, '')
}

function write(
  process: Process,
  path: string,
  text: string,
  log: (level: string, text: string) => void,
): boolean {
  try {
    process.files.makeDirectory(directoryName(path), { parents: true })
    process.files.write(path, text)
    return true
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    log('ERROR', `agent: failed writing file ${path}: ${messageOf(error.code).toLowerCase()}`)
    return false
  }
}
