import { anySignal } from '../../anySignal'
import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { flagsOf } from '../images/flags'
import { http, listen } from '../images/serving'
import type { Process } from '../process'
import { onlyHttp } from '../serverProgram'
import { requestOf } from '../../network/httpUrl'
import { slashStamp } from '../stamps'

const REASONS = {
  refused: 'connect: connection refused',
  timeout: 'i/o timeout',
  reset: 'EOF',
  'no such host': 'no such host',
} as const

/**
 * configmap-reload: watches directories for a new `..data` link and then asks a URL (github.com/jimmidyson/configmap-reload).
 * A directory into which a file is mounted by subPath has no such link: it waits for ever.
 */
export function* configReload(process: Process): Steps<number> {
  const { all, get } = flagsOf(process.command.slice(1))
  const directories = [...all('volume-dir'), ...all('watched-dir')]
  const urls = [...all('webhook-url'), ...all('reload-url')]
  const method = get('webhook-method') ?? 'POST'
  const log = (text: string) => {
    process.write('stderr', `${slashStamp(process.clock)} ${text}\n`)
  }
  for (const [name, values] of [
    ['volume-dir', directories],
    ['webhook-url', urls],
  ] as const)
    if (values.length === 0) {
      log(`Missing ${name}`)
      return 1
    }
  for (const directory of directories) {
    log(`Watching directory: "${directory}"`)
    if (process.files.exists(directory)) continue
    log('no such file or directory')
    return 1
  }
  listen(
    process,
    9533,
    onlyHttp(() => http(200, '# TYPE configmap_reload_last_reload_error gauge\n')),
  )
  const seen = new Map(directories.map((directory) => [directory, versionOf(process, directory)]))
  while (!process.term.isSent) {
    yield { signal: anySignal([process.files.changed, process.term.signal]) }
    for (const directory of directories) {
      const version = versionOf(process, directory)
      if (version === seen.get(directory)) continue
      seen.set(directory, version)
      log('config map updated')
      for (const url of urls) yield* trigger(process, url, method, log)
    }
  }
  return 0
}

/** Where the `..data` of a directory leads. */
function versionOf({ files }: Process, directory: string): string {
  try {
    return files.readlink(`${directory}/..data`)
  } catch (error) {
    if (error instanceof FileError) return ''
    throw error
  }
}

function* trigger(process: Process, url: string, method: string, log: (text: string) => void): Steps {
  const request = requestOf(url, { method })
  log(`performing webhook request (1/1/${url})`)
  if (request === undefined) {
    log(`error: ${method} "${url}": unsupported protocol scheme`)
    return
  }
  const answer = yield* process.network.request(request)
  if ('error' in answer)
    log(
      `error: ${method[0] ?? ''}${method.slice(1).toLowerCase()} "${url}": dial tcp ${answer.address}:${request.port}: ${REASONS[answer.error]}`,
    )
  else if (answer.response.status === 200) log('successfully triggered reload')
  else log(`error: Received response code ${answer.response.status}, expected 200`)
}
