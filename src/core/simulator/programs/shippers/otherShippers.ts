import type { Steps } from '../../clock'
import { FileError } from '../../filesystem/fileSystem'
import { flagsOf } from '../images/flags'
import { http, listen } from '../images/serving'
import type { Process, Program } from '../process'
import { onlyHttp } from '../serverProgram'
import { isoStamp } from '../stamps'
import { followFiles } from './follower'
import { itemsOf, readSettings, settingAt, textAt, textsOf } from './settings'
import type { Json } from '../../../kubernetes/json'

/** What a shipper found in its configuration. */
interface Shipping {
  readonly paths: readonly string[]
  readonly sinks: readonly string[]
  readonly port?: number
}

interface Shipper {
  readonly config: (process: Process) => string
  readonly missing: (path: string) => string
  readonly read: (process: Process, path: string) => Shipping | undefined
  readonly line: (process: Process, text: string) => string
  readonly healthPath: string
}

function shipper({ config, missing, read, line, healthPath }: Shipper): Program {
  return function* ship(process): Steps<number> {
    const path = config(process)
    const shipping = read(process, path)
    if (shipping === undefined) {
      process.write('stderr', missing(path))
      return 1
    }
    const { paths, sinks, port } = shipping
    const log = (text: string) => {
      process.write('stderr', `${line(process, text)}\n`)
    }
    if (port !== undefined) {
      const outcome = listen(
        process,
        port,
        onlyHttp(({ path: asked }) => (asked === healthPath ? http(200, 'Ready\n') : http(404, ''))),
      )
      if (outcome !== 'listening') {
        log(`listen tcp :${port}: bind: address already in use`)
        return 1
      }
    }
    yield* followFiles(process, {
      paths,
      from: 'beginning',
      onFile: (file) => {
        log(`tail routine: started path=${file}`)
      },
      onLine: (text) => {
        for (const sink of sinks) {
          process.ship(sink, text)
          if (sink === 'console') process.write('stdout', `${text}\n`)
        }
      },
      onNothing: (patterns) => {
        log(`no file matches ${patterns.join(', ')}: is the volume mounted here?`)
      },
    })
    return 0
  }
}

/** Promtail (grafana.com/docs/loki/latest/send-data/promtail/configuration). */
export const promtail = shipper({
  config: ({ command }) => flagsOf(command).get('config.file') ?? '/etc/promtail/config.yml',
  missing: (path) =>
    `Unable to parse config: ${path} does not exist, set config.file for custom config path\n`,
  read: (process, path) => {
    const settings = readSettings(process, path)
    if (settings === undefined) return undefined
    const jobs = itemsOf(settingAt(settings, 'scrape_configs')).flatMap((job) =>
      itemsOf(settingAt(job, 'static_configs')),
    )
    return {
      paths: jobs.flatMap((job) => textAt(settingAt(job, 'labels'), '__path__') ?? []),
      sinks: itemsOf(settingAt(settings, 'clients')).map((client) => `loki ${textAt(client, 'url') ?? ''}`),
      port: Number(textAt(settings, 'server', 'http_listen_port') ?? 80),
    }
  },
  line: ({ clock }, text) => `level=info ts=${isoStamp(clock)} caller=filetarget.go:343 msg="${text}"`,
  healthPath: '/ready',
})

/** Vector (vector.dev/docs/reference/configuration); its TOML is not read. */
export const vector = shipper({
  config: ({ command }) => {
    const { get } = flagsOf(command.slice(1))
    return get('config') ?? get('c') ?? '/etc/vector/vector.yaml'
  },
  missing: (path) => `Configuration error. error=Config file not found in path. path="${path}"\n`,
  read: (process, path) => {
    const settings = readSettings(process, path)
    if (settings === undefined) return undefined
    const valuesOf = (value: Json | undefined): readonly Json[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : []
    return {
      paths: valuesOf(settingAt(settings, 'sources'))
        .filter((source) => textAt(source, 'type') === 'file')
        .flatMap((source) => textsOf(settingAt(source, 'include'))),
      sinks: valuesOf(settingAt(settings, 'sinks')).map((sink) =>
        `${textAt(sink, 'type') ?? ''} ${textAt(sink, 'endpoint') ?? textsOf(settingAt(sink, 'endpoints')).join(', ')}`.trim(),
      ),
    }
  },
  line: ({ clock }, text) =>
    `${isoStamp(clock)}  INFO source{component_kind="source" component_type=file}: ${text}`,
  healthPath: '/health',
})

/** Fluentd (docs.fluentd.org/configuration): `<source>` with `@type tail`, and `<match>`. */
export const fluentd = shipper({
  config: ({ command }) => flagsOf(command.slice(1)).get('c') ?? '/fluentd/etc/fluent.conf',
  missing: (path) =>
    `config error file="${path}" error_class=Errno::ENOENT error="No such file or directory @ rb_sysopen - ${path}"\n`,
  read: (process, path) => {
    const text = textOf(process, path)
    if (text === undefined) return undefined
    const blocks = [...text.matchAll(/<(source|match)[^>]*>([^]*?)<\/\1>/g)].map(
      ([, kind = '', body = '']) => ({
        kind,
        property: (name: string) => new RegExp(`^\\s*${name}\\s+(.*\\S)`, 'm').exec(body)?.[1],
      }),
    )
    return {
      paths: blocks
        .filter(({ kind, property }) => kind === 'source' && property('@type') === 'tail')
        .flatMap(({ property }) => (property('path') ?? '').split(',')),
      sinks: blocks
        .filter(({ kind }) => kind === 'match')
        .map(({ property }) => `${property('@type') ?? ''} ${property('host') ?? ''}`.trim()),
    }
  },
  line: ({ clock }, text) => `${isoStamp(clock)} [info]: #0 ${text}`,
  healthPath: '/',
})

function textOf({ files }: Process, path: string): string | undefined {
  try {
    return files.readText(path)
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}
