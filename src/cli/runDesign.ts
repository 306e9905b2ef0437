import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'
import { readScript } from '../core/simulator/kubectl/script'
import { loadPrograms } from '../core/simulator/programs/loadPrograms'
import { runHeadless, type HeadlessRun, type TypedLine } from '../core/simulator/session/headless'
import { parse } from '../core/yaml/parse'
import { runJson } from './formats/runJson'
import type { RunOptions } from './options'
import type { Terminal } from './terminal'

/** Time 0 of a run: the same for all, so that the same design gives the same history. */
const EPOCH = Date.UTC(2030, 0, 1)

const MOST_COLUMNS = 120

/** Takes what is asked and a terminal; lets the design live and tells what happened. Gives the exit code: 0 all objects were taken, 1 one was refused. Throws where a file can't be read. */
export async function runDesign(options: RunOptions, terminal: Terminal): Promise<0 | 1> {
  const { file, duration, seed, format } = options
  const source = parse(await read(file, terminal))
  if (source.problem !== null)
    throw new Error(`${file}: line ${source.problem.line}: ${source.problem.message}`)
  const run = await runHeadless({
    documents: source.documents.filter((document) => document !== null),
    programs: await loadPrograms(),
    seed,
    epoch: EPOCH,
    duration,
    script: await scriptOf(options, terminal),
    columns: terminal.columns === 0 ? MOST_COLUMNS : terminal.columns,
  })
  terminal.write(format === 'json' ? runJson(run, { epoch: EPOCH, duration, seed }) : shown(run))
  return run.applied.some((line) => line.includes(': ')) ? 1 : 0
}

async function scriptOf({ script, duration }: RunOptions, terminal: Terminal): Promise<readonly TypedLine[]> {
  if (script === null)
    return [
      { time: 0, line: 'kubectl get pods --watch' },
      { time: duration, line: 'kubectl get all' },
    ]
  const lines = readScript(await read(script, terminal))
  if ('error' in lines) throw new Error(`${script}: ${lines.error}`)
  return lines.lines
}

function read(file: string, { stdin }: Terminal): Promise<string> {
  return file === '-' ? textOf(stdin) : readFile(file, 'utf8')
}

/** What a terminal would show, each line with its moment. */
function shown({ applied, lines }: HeadlessRun): string {
  const typed = lines.map(({ time, line, output }) => `\n${moment(time)} $ ${line}\n${output}`)
  return [...applied.map((line) => `${line}\n`), ...typed].join('')
}

/** `1m05s`, as people write how long something took. */
function moment(time: number): string {
  const seconds = Math.floor(time / 1000)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return minutes === 0 ? `${rest}s` : `${minutes}m${String(rest).padStart(2, '0')}s`
}
