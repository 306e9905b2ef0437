import { runHeadless } from '../core/simulator/session/headless'
import { loadPrograms } from '../core/simulator/programs/loadPrograms'
import { parse } from '../core/yaml/parse'

/** For tests: takes a manifest, for how many seconds it lives, and lines that are typed at moments (seconds); gives the run, and what each line wrote. */
export async function typed(manifest: string, duration: number, script: Readonly<Record<number, string>>) {
  const run = await runHeadless({
    documents: parse(manifest).documents.filter((document) => document !== null),
    programs: await loadPrograms(),
    seed: 1,
    epoch: Date.UTC(2030, 0, 1),
    duration: duration * 1000,
    columns: 120,
    script: Object.entries(script).map(([time, line]) => ({ time: Number(time) * 1000, line })),
  })
  return { run, outputs: run.lines.map(({ output }) => output) }
}
