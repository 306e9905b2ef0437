import { FileError } from '../../filesystem/fileSystem'
import { flagsOf } from '../images/flags'
import { http, pages, raw } from '../images/serving'
import type { Handler } from '../images/serving'
import { versionOf } from '../images/versionOf'
import type { Process } from '../process'
import { goBindProblem, serverProgram } from '../serverProgram'
import { messageOf } from '../shell/errorMessages'
import { isoStamp } from '../stamps'

const CONFIG = '/etc/prometheus/prometheus.yml'

function prometheusLine({ clock }: Process, level: string, text: string): string {
  return `time=${isoStamp(clock)} level=${level} source=main.go:1500 msg=${text}`
}

function configPath({ command }: Process): string {
  return flagsOf(command.slice(1)).get('config.file') ?? CONFIG
}

function prometheusProblem(process: Process): string | undefined {
  const { files, command } = process
  const path = configPath(process)
  if (!files.allows(path, 'read'))
    return `${prometheusLine(process, 'ERROR', `"Error loading config (--config.file=${path})" file=${path} err="open ${path}: no such file or directory"`)}\n`
  const data = flagsOf(command.slice(1)).get('storage.tsdb.path') ?? 'data/'
  try {
    files.makeDirectory(`${data.startsWith('/') ? '' : '/prometheus/'}${data}/wal`, { parents: true })
    return undefined
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return `${prometheusLine(process, 'ERROR', `"Opening storage failed" err="mkdir ${data}/wal: ${messageOf(error.code).toLowerCase()}"`)}\n`
  }
}

function prometheusHandler(process: Process): Handler {
  const isReloadable =
    flagsOf(process.command.slice(1), ['web.enable-lifecycle']).get('web.enable-lifecycle') !== undefined
  const plain = pages({
    '/-/ready': () => http(200, 'Prometheus Server is Ready.\n'),
    '/-/healthy': () => http(200, 'Prometheus Server is Healthy.\n'),
    '/metrics': () => http(200, '# TYPE prometheus_ready gauge\nprometheus_ready 1\n'),
    '/': () => http(302, '', 'text/html', { Location: '/query' }),
  })
  return (request) => {
    if (request.protocol === 'tcp') return raw('')
    if (request.path === '/-/quit' || request.path === '/-/reload') {
      if (!isReloadable) return http(403, 'Lifecycle API is not enabled.')
      if (request.method !== 'POST' && request.method !== 'PUT')
        return http(405, 'Only POST or PUT requests allowed')
      const path = configPath(process)
      process.write(
        'stderr',
        `${prometheusLine(process, 'INFO', `"Loading configuration file" filename=${path}`)}\n`,
      )
      if (!process.files.exists(path))
        return http(500, `failed to reload config: couldn't load configuration (--config.file="${path}")\n`)
      process.files.read(path)
      process.write(
        'stderr',
        `${prometheusLine(process, 'INFO', `"Completed loading of configuration file" filename=${path}`)}\n`,
      )
      return http(200, '')
    }
    return plain(request)
  }
}

/** Prometheus: loads its configuration, and again when it is asked to (prometheus.io/docs/prometheus/latest/management_api). */
export const prometheus = serverProgram({
  problem: prometheusProblem,
  bootTime: 500,
  starting: (process) => [
    prometheusLine(
      process,
      'INFO',
      `"Starting Prometheus Server" mode=server version="(version=${versionOf(process.image, '3.2.1')})"`,
    ),
  ],
  ports: (process) => [{ port: 9090, handle: prometheusHandler(process) }],
  started: (process) => [
    prometheusLine(
      process,
      'INFO',
      `"Completed loading of configuration file" filename=${configPath(process)}`,
    ),
    prometheusLine(process, 'INFO', '"Server is ready to receive web requests."'),
  ],
  bindProblem: (process, port, words) => [
    prometheusLine(process, 'ERROR', `"Unable to start web listener" err="${goBindProblem(port, words)}"`),
  ],
  stopping: (process) => [
    prometheusLine(process, 'WARN', '"Received an OS signal, exiting gracefully..." signal=terminated'),
  ],
})

const DATA = '/var/lib/grafana'

function grafanaLine({ clock }: Process, text: string): string {
  return `logger=server t=${isoStamp(clock)} level=info msg="${text}"`
}

/** Grafana: its web server, and the dashboards that lie in its folder (grafana.com/docs/grafana/latest). */
export const grafana = serverProgram({
  stream: 'stdout',
  bootTime: 3000,
  problem: (process) => {
    try {
      process.files.append(`${DATA}/grafana.db`, '')
      return undefined
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      return `GF_PATHS_DATA='${DATA}' is not writable.\nYou may have issues with file permissions, more information here: http://docs.grafana.org/installation/docker/#migrate-to-v51-or-later\nmkdir: can't create directory '${DATA}/plugins': ${messageOf(error.code)}\n`
    }
  },
  ports: (process) => [
    {
      port: 3000,
      handle: (request) =>
        request.protocol === 'tcp'
          ? raw('')
          : pages({
              '/api/health': () =>
                http(
                  200,
                  `{\n  "database": "ok",\n  "version": "${versionOf(process.image, '11.6.0')}",\n  "commit": "0000000"\n}`,
                  'application/json',
                ),
              '/api/search': () => http(200, JSON.stringify(dashboardsOf(process)), 'application/json'),
              '/login': () => http(200, '<title>Grafana</title>\n', 'text/html'),
              '/': () => http(302, '', 'text/html', { Location: '/login' }),
            })(request),
    },
  ],
  started: (process) => [grafanaLine(process, 'HTTP Server Listen address=[::]:3000 protocol=http')],
  bindProblem: (process, port, words) => [
    `logger=server t=${isoStamp(process.clock)} level=error msg="${goBindProblem(port, words)}"`,
  ],
  stopping: (process) => [grafanaLine(process, 'Shutdown started reason=\\"System signal: terminated\\"')],
})

function dashboardsOf({ files }: Process): readonly { readonly title: string; readonly type: string }[] {
  const folder = `${DATA}/dashboards`
  if (!files.allows(folder, 'read')) return []
  return files.list(folder).map((name) => ({ title: name.replace(/\.json$/, ''), type: 'dash-db' }))
}
