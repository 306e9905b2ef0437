import { adviseTogether } from '../core/rules/advice/advise'
import type { Diagnostic } from '../core/rules/verdict'
import { parse } from '../core/yaml/parse'
import type { Source } from '../core/yaml/source'
import { check, type CheckedFile } from './checked'
import { githubLines } from './formats/github'
import { humanLines, summary } from './formats/human'
import { jsonLines } from './formats/json'
import { sarif } from './formats/sarif'
import { inputsOf, type Input } from './inputs'
import type { CheckOptions } from './options'
import type { Terminal } from './terminal'

/** So many files go by without a word on progress. */
const PATIENCE_FILES = 200

/**
 * Takes what is asked and a terminal; checks every document and tells what is said of it. Gives the exit code: 0 nothing
 * at the level asked for, 1 something, 2 an input that can't be read.
 */
export async function runCheck(
  { inputs: names, format, failOn, together }: CheckOptions,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  const inputs = await inputsOf(names, terminal.stdin)
  const kept: CheckedFile[] = []
  let documents = 0
  let refused = 0
  let unread = 0
  let warnings = 0
  const advice = together ? await adviceFor(inputs) : null
  for (const [index, { file, read }] of inputs.entries()) {
    const text = await readOr(read, (why) => terminal.complain(`podwright: ${file}: ${why}\n`))
    if (text === null) {
      unread += 1
      continue
    }
    const checked = check(file, text, advice?.get(file))
    const remarks = checked.documents.flatMap((document) => document.remarks)
    documents += checked.documents.length
    refused += checked.documents.filter(({ accepted }) => !accepted).length
    warnings += remarks.filter(({ told }) => told === 'warning').length
    if (format === 'json') terminal.write(jsonLines(checked))
    else if (format === 'github') terminal.write(githubLines(checked))
    else if (format === 'human') terminal.write(humanLines(checked, terminal.hasColour))
    else kept.push(checked)
    if (terminal.isInteractive && inputs.length > PATIENCE_FILES && index % 50 === 0)
      terminal.complain(`\r${index} of ${inputs.length} files `)
  }
  if (terminal.isInteractive && inputs.length > PATIENCE_FILES) terminal.complain('\r\u001b[K')
  if (format === 'sarif') terminal.write(sarif(kept, terminal.version))
  if (format === 'human') terminal.write(summary(inputs.length, documents, refused, warnings))
  if (unread > 0) return 2
  return refused > 0 || (failOn === 'warning' && warnings > 0) ? 1 : 0
}

/** Reads a file; tells why where it can't be, and gives null: the others are checked all the same. */
async function readOr(read: Input['read'], tell: (why: string) => void): Promise<string | null> {
  try {
    return await read()
  } catch (failure) {
    tell(failure instanceof Error ? failure.message : String(failure))
    return null
  }
}

/** The advice for each file that can be read, as parts of one design. */
async function adviceFor(inputs: readonly Input[]): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const sources: { readonly file: string; readonly source: Source }[] = []
  for (const { file, read } of inputs) {
    const text = await readOr(read, () => {})
    const source = text === null ? null : parse(text)
    if (source?.problem === null) sources.push({ file, source })
  }
  const advice = adviseTogether(sources.map(({ source }) => source))
  return new Map(sources.map(({ file }, at) => [file, advice[at] ?? []]))
}
