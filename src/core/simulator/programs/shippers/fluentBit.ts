import type { Steps } from '../../clock'
import { all } from '../../clock'
import { flagsOf } from '../images/flags'
import { http, listen, pages, untilTerm } from '../images/serving'
import { versionOf } from '../images/versionOf'
import type { Process } from '../process'
import { onlyHttp } from '../serverProgram'
import { slashStamp } from '../stamps'
import { followFiles } from './follower'
import { readFluentBit } from './fluentBitConfig'
import type { Section } from './fluentBitConfig'

const CONFIG = '/fluent-bit/etc/fluent-bit.conf'

/** Takes an output; gives its name and where it goes. */
function sinkOf(output: Section): string {
  const name = output.get('name') ?? 'null'
  const host = output.get('host') ?? ''
  return [name, `${host}${output.has('port') && host !== '' ? `:${output.get('port') ?? ''}` : ''}`]
    .join(' ')
    .trim()
}

/** Fluent Bit: follows the files of its tail inputs, sends their lines to its outputs (docs.fluentbit.io). */
export function* fluentBit(process: Process): Steps<number> {
  const { get } = flagsOf(process.command.slice(1))
  const path = get('config') ?? get('c') ?? CONFIG
  process.write(
    'stderr',
    `Fluent Bit v${versionOf(process.image, '3.2.10')}\n* Copyright (C) 2015-2024 The Fluent Bit Authors\n\n`,
  )
  const config = readFluentBit(process, path)
  const log = (level: string, text: string) => {
    process.write('stderr', `[${slashStamp(process.clock)}] [${level}] ${text}\n`)
  }
  if (config === undefined) {
    log('error', `could not open configuration file ${path}`)
    log('error', 'configuration file contains errors, aborting.')
    return 1
  }
  const { service, inputs, outputs } = config
  log(' info', `[fluent bit] version=${versionOf(process.image, '3.2.10')}, commit=0000000000, pid=1`)
  if (/^(on|true)$/i.test(service.get('http_server') ?? '')) {
    const port = Number(service.get('http_port') ?? 2020)
    const outcome = listen(
      process,
      port,
      onlyHttp(
        pages({
          '/': () =>
            http(
              200,
              `{"fluent-bit":{"version":"${versionOf(process.image, '3.2.10')}","edition":"Community"}}`,
              'application/json',
            ),
          '/api/v1/health': () => http(200, 'ok\n'),
          '/api/v1/uptime': () =>
            http(200, `{"uptime_sec":${Math.floor(process.clock.now / 1000)}}`, 'application/json'),
          '/api/v1/metrics': () => http(200, '{"input":{},"output":{}}', 'application/json'),
        }),
      ),
    )
    if (outcome !== 'listening') {
      log('error', `[http_server] could not start HTTP server on port ${port}: Address already in use`)
      return 1
    }
    log(' info', `[http_server] listen iface=${service.get('http_listen') ?? '0.0.0.0'} tcp_port=${port}`)
  }
  for (const [at, output] of outputs.entries())
    log(' info', `[output:${output.get('name') ?? ''}:${output.get('name') ?? ''}.${at}] worker #0 started`)
  const tails = inputs.filter((input) => input.get('name') === 'tail')
  if (tails.length === 0) yield* untilTerm(process)
  else
    yield* all(
      process.clock,
      tails.map((input, at) => tail(process, input, at, outputs, log)),
    )
  log('engine', 'caught signal (SIGTERM)')
  log(' info', '[engine] service has stopped (0 pending tasks)')
  return 0
}

function* tail(
  process: Process,
  input: Section,
  at: number,
  outputs: readonly Section[],
  log: (level: string, text: string) => void,
): Steps {
  const name = `input:tail:tail.${at}`
  yield* followFiles(process, {
    paths: (input.get('path') ?? '').split(',').map((path) => path.trim()),
    from: /^(on|true)$/i.test(input.get('read_from_head') ?? '') ? 'beginning' : 'end',
    onFile: (path) => {
      log(' info', `[${name}] inotify_fs_add(): inode=${process.files.stat(path).id} watch_fd=1 name=${path}`)
    },
    onLine: (line) => {
      for (const output of outputs) {
        process.ship(sinkOf(output), line)
        if (output.get('name') === 'stdout') process.write('stdout', stdoutLine(process, output, input, line))
      }
    },
    onNothing: (paths) => {
      log(' warn', `[${name}] no file matches ${paths.join(', ')}: is the volume mounted here?`)
    },
  })
}

/** The record as the stdout output writes it, as a line of JSON or in its own form. */
function stdoutLine({ clock }: Process, output: Section, input: Section, line: string): string {
  const seconds = (clock.epoch + clock.now) / 1000
  if ((output.get('format') ?? '').startsWith('json'))
    return `${JSON.stringify({ date: seconds, log: line })}\n`
  return `[0] ${input.get('tag') ?? 'tail.0'}: [[${seconds.toFixed(9)}, {}], {"log"=>"${line}"}]\n`
}
