import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import type { Json } from '../../../kubernetes/json'
import { http, listen } from '../images/serving'
import { versionOf } from '../images/versionOf'
import type { Process } from '../process'
import { isoStamp } from '../stamps'
import { messageOf } from '../shell/errorMessages'
import { onlyHttp } from '../serverProgram'
import { followFiles } from './follower'
import { itemsOf, readSettings, settingAt, textAt, textsOf } from './settings'

const HOME = '/usr/share/filebeat'

/** Outputs, and where their address is (elastic.co/guide/en/beats/filebeat/current/configuring-output.html). */
const OUTPUTS: Readonly<Record<string, (output: Json) => string>> = {
  elasticsearch: (output) => `elasticsearch ${textsOf(settingAt(output, 'hosts')).join(', ')}`,
  logstash: (output) => `logstash ${textsOf(settingAt(output, 'hosts')).join(', ')}`,
  kafka: (output) => `kafka ${textAt(output, 'topic') ?? ''}`,
  redis: (output) => `redis ${textsOf(settingAt(output, 'hosts')).join(', ')}`,
  file: (output) => `file ${textAt(output, 'path') ?? ''}`,
  console: () => 'stdout',
}

/** Filebeat: reads its configuration, follows the files that it names, sends each line to its output (elastic.co/guide/en/beats/filebeat). */
export function* filebeat(process: Process): Steps<number> {
  const { command, files } = process
  const given = command.includes('-c') ? (command[command.indexOf('-c') + 1] ?? '') : 'filebeat.yml'
  const path = given.startsWith('/') ? given : `${HOME}/${given}`
  const problem = configProblem(process, path)
  if (problem !== undefined) {
    process.write('stderr', `Exiting: error loading config file: ${problem}\n`)
    return 1
  }
  const settings = readSettings(process, path)
  const inputs = [...itemsOf(settingAt(settings, 'filebeat', 'inputs'))].filter(
    (input) => textAt(input, 'enabled') !== 'false',
  )
  const paths = inputs.flatMap((input) => textsOf(settingAt(input, 'paths')))
  const sink = sinkOf(settings)
  const log = (level: string, logger: string, message: string) => {
    process.write(
      'stderr',
      `${JSON.stringify({ 'log.level': level, '@timestamp': isoStamp(process.clock), 'log.logger': logger, message, 'service.name': 'filebeat', 'ecs.version': '1.6.0' })}\n`,
    )
  }
  if (sink === undefined) {
    process.write('stderr', 'Exiting: no outputs are defined, please define one under the output section\n')
    return 1
  }
  if (inputs.length === 0) {
    process.write(
      'stderr',
      'Exiting: no modules or inputs enabled and configuration reloading disabled. What files do you want me to watch?\n',
    )
    return 1
  }
  const registry = `${HOME}/data/registry`
  const offsets = registryOf(process, registry)
  if (typeof offsets === 'string') {
    process.write('stderr', `Exiting: could not write registry: ${offsets}\n`)
    return 1
  }
  log(
    'info',
    '',
    `Home path: [${HOME}] Config path: [${HOME}] Data path: [${HOME}/data] Logs path: [${HOME}/logs]`,
  )
  log('info', 'crawler', `Loading Inputs: ${inputs.length}`)
  if (textAt(settings, 'http', 'enabled') === 'true') {
    const port = Number(textAt(settings, 'http', 'port') ?? 5066)
    const body = `{"beat":"filebeat","hostname":"${process.hostname}","name":"${process.hostname}","version":"${versionOf(process.image, '8.17.4')}"}`
    const address = textAt(settings, 'http', 'host') === '0.0.0.0' ? '0.0.0.0' : '127.0.0.1'
    if (
      listen(
        process,
        port,
        onlyHttp(() => http(200, body, 'application/json')),
        { address },
      ) !== 'listening'
    ) {
      process.write(
        'stderr',
        `Exiting: could not start the HTTP server for the API: listen tcp ${address}:${port}: bind: address already in use\n`,
      )
      return 1
    }
    log('info', 'api', `Starting stats endpoint`)
  }
  yield* followFiles(process, {
    paths,
    from: 'beginning',
    known: offsets,
    onFile: (file) => {
      log('info', 'input.harvester', `Harvester started for paths: [${file}]`)
    },
    onLine: (line) => {
      process.ship(sink, line)
      if (sink === 'stdout')
        process.write(
          'stdout',
          `${JSON.stringify({ '@timestamp': isoStamp(process.clock), message: line })}\n`,
        )
    },
    onRead: (read) => {
      files.write(registry, [...read].map(([file, at]) => `${at} ${file}\n`).join(''))
    },
    onNothing: (patterns) => {
      log('warn', 'podwright', `No file matches ${patterns.join(', ')}: is the volume mounted here?`)
    },
  })
  log('info', '', 'filebeat stopped.')
  return 0
}

/** The file has to be there, and nobody but its owner may write it, unless `--strict.perms=false` (libbeat, common/config.go). */
function configProblem({ files, command, credentials }: Process, path: string): string | undefined {
  try {
    files.read(path)
    if (command.includes('--strict.perms=false')) return undefined
    const { mode, uid } = files.stat(path)
    if (uid !== 0 && uid !== credentials.uid)
      return `config file ("${path}") must be owned by the user identifier (uid=${credentials.uid}) or root`
    if ((mode & 0o022) !== 0)
      return `config file ("${path}") can only be writable by the owner but the permissions are "${(mode & 0o777).toString(8)}" (to fix the permissions use: 'chmod go-w ${path}')`
    return undefined
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return `${error.code === 'ENOENT' ? 'stat' : 'open'} ${path}: ${messageOf(error.code).toLowerCase()}`
  }
}

function sinkOf(settings: Json | undefined): string | undefined {
  for (const [name, describe] of Object.entries(OUTPUTS)) {
    const output = settingAt(settings, 'output', name)
    if (output !== undefined && output !== null) return describe(output).trim()
  }
  return undefined
}

/** How far the files have been read by an earlier filebeat, where its data outlived it; or why it can't keep that. */
function registryOf({ files }: Process, path: string): ReadonlyMap<string, number> | string {
  try {
    if (!files.exists(path)) {
      files.makeDirectory(`${HOME}/data`, { parents: true })
      files.write(path, '')
    }
    return new Map(
      files
        .readText(path)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => [line.slice(line.indexOf(' ') + 1), Number.parseInt(line, 10)]),
    )
  } catch (error) {
    if (error instanceof FileError) return messageOf(error.code)
    throw error
  }
}
