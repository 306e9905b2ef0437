import type { Json } from '../core/kubernetes/json'
import { field, textOf, wordOf } from '../core/kubernetes/shape'
import { diagnose } from '../core/rules/diagnose'
import { judge } from '../core/rules/judge'
import { judgeUnread } from '../core/rules/judgeUnread'
import type { Cause, Diagnostic } from '../core/rules/verdict'
import { locate } from '../core/yaml/locate'
import { parse } from '../core/yaml/parse'
import type { Source } from '../core/yaml/source'

/** Something said, with the line it is said of. */
export interface Remark extends Diagnostic {
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** What is said of one document of a file. */
export interface Checked {
  readonly file: string
  /** Its place among the documents of the file that say something, from 0. */
  readonly docIndex: number
  readonly kind: string
  readonly name: string
  readonly accepted: boolean
  readonly causes: readonly Cause[]
  /** The server's answer; null where it takes the document. */
  readonly message: string | null
  readonly warnings: readonly string[]
  readonly podSecurity: { readonly baseline: readonly string[]; readonly restricted: readonly string[] }
  readonly remarks: readonly Remark[]
}

/** A file and what is said of its documents. */
export interface CheckedFile {
  readonly file: string
  readonly text: string
  readonly documents: readonly Checked[]
}

/** Takes a file's name and its text; gives what is said of each document in it. A text that can't be read is one document. */
export function check(file: string, text: string): CheckedFile {
  const source = parse(text)
  if (source.problem !== null) return { file, text, documents: [unreadable(file, source)] }
  const said = diagnose(source)
  const documents = source.documents
    .map((document, index) => ({ document, index }))
    .filter(({ document }) => document !== null)
    .map(({ document, index }, docIndex) => checkedOf(file, source, said, document, index, docIndex))
  return { file, text, documents }
}

function checkedOf(
  file: string,
  source: Source,
  said: readonly Diagnostic[],
  document: Json,
  index: number,
  docIndex: number,
): Checked {
  const { accepted, causes, message, warnings, podSecurity } = judge(document, index)
  return {
    file,
    docIndex,
    kind: textOf(field(document, 'kind')),
    name: wordOf(field(field(document, 'metadata'), 'name')),
    accepted,
    causes,
    message: accepted ? null : message,
    warnings,
    podSecurity,
    remarks: said
      .filter(({ path }) => path[0] === index)
      .map((diagnostic) => ({ ...diagnostic, ...placeOf(source, diagnostic) })),
  }
}

/** Where it is in the text: what is not there is told at what should have it. */
function placeOf(source: Source, { path }: Diagnostic): { readonly line: number; readonly column: number } {
  let there = path
  let range = locate(source, there)
  while (range === null && there.length > 1) {
    there = there.slice(0, -1)
    range = locate(source, there)
  }
  const before = source.text.slice(0, range?.start ?? 0).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** What can't be read is told in two tongues: the remark helps to mend it, the message is the server's. */
function unreadable(file: string, { text, problem }: Source): Checked {
  const message = problem?.message ?? ''
  const remark: Remark = {
    path: [0],
    level: 'error',
    id: 'yaml',
    reason: 'BadRequest',
    message,
    source: 'decode',
    line: problem?.line ?? 1,
    column: problem?.column ?? 1,
  }
  return {
    file,
    docIndex: 0,
    kind: '',
    name: '',
    accepted: false,
    causes: [],
    message: problem === null ? '' : judgeUnread(text, problem).message,
    warnings: [],
    podSecurity: { baseline: [], restricted: [] },
    remarks: [remark],
  }
}
