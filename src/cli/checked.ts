import { field, textOf, wordOf } from '../core/kubernetes/shape'
import { adviseTogether } from '../core/rules/advice/advise'
import { diagnose, verdictOf } from '../core/rules/diagnose'
import { judgeUnread } from '../core/rules/judgeUnread'
import type { Cause, Diagnostic } from '../core/rules/verdict'
import { locate } from '../core/yaml/locate'
import { parse } from '../core/yaml/parse'
import type { Problem } from '../core/yaml/problem'
import type { Source } from '../core/yaml/source'

/** Something said, with the line it is said of. */
export interface Remark extends Diagnostic {
  /** From 1. */
  readonly line: number
  readonly column: number
  /** As what it is told: what the server takes is at worst warned of, however bad it is. */
  readonly told: Diagnostic['level']
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

/**
 * Takes a file's name, its text, and perhaps the advice for it where other files belong to the same design; gives what
 * is said of each document in it.
 */
export function check(file: string, text: string, advice?: readonly Diagnostic[]): CheckedFile {
  const source = parse(text)
  if (source.problem === null) return { file, text, documents: checkedAll(file, source, 0, 0, advice) }
  // One that can't be read does not keep the others from being told of.
  const documents: Checked[] = []
  const parts = partsOf(text).map(({ text: own, line }) => ({ source: parse(own), line }))
  const together = adviseTogether(parts.map((part) => part.source))
  for (const [at, part] of parts.entries()) {
    const { problem } = part.source
    const docIndex = documents.length
    if (problem === null) documents.push(...checkedAll(file, part.source, docIndex, part.line, together[at]))
    else documents.push(unreadable(file, part.source, problem, docIndex, part.line))
  }
  return { file, text, documents }
}

/** The documents of a text, each with the number of lines before it. */
function partsOf(text: string): readonly { readonly text: string; readonly line: number }[] {
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index)]
  const line = lineCounter(text)
  return [...new Set(starts)].map((start, place, all) => ({
    text: text.slice(start, all[place + 1]),
    line: line(start).line - 1,
  }))
}

function checkedAll(
  file: string,
  source: Source,
  first: number,
  linesBefore: number,
  advice?: readonly Diagnostic[],
): Checked[] {
  const said: Diagnostic[][] = source.documents.map(() => [])
  for (const diagnostic of diagnose(source, null, advice)) said[Number(diagnostic.path[0])]?.push(diagnostic)
  const line = lineCounter(source.text)
  return source.documents
    .map((document, index) => ({ document, index }))
    .filter(({ document }) => document !== null)
    .map(({ document, index }, place) => {
      const { accepted, causes, message, warnings, podSecurity } = verdictOf(document, index)
      const remarks = (said[index] ?? []).map((diagnostic) => {
        const at = line(startOf(source, diagnostic))
        return { ...diagnostic, told: toldAs(diagnostic), line: at.line + linesBefore, column: at.column }
      })
      return {
        file,
        docIndex: first + place,
        kind: textOf(field(document, 'kind')),
        name: wordOf(field(field(document, 'metadata'), 'name')),
        accepted,
        causes,
        message: accepted ? null : message,
        warnings,
        podSecurity,
        remarks,
      }
    })
}

function toldAs({ level, source }: Diagnostic): Diagnostic['level'] {
  return level === 'error' && source === 'advice' ? 'warning' : level
}

/** Where it begins in the text: what is not there is told at what should have it. */
function startOf(source: Source, { path, range: said }: Diagnostic): number {
  if (said !== undefined) return said.start
  let there = path
  let range = locate(source, there)
  while (range === null && there.length > 1) {
    there = there.slice(0, -1)
    range = locate(source, there)
  }
  return range?.start ?? 0
}

/** Takes a text; gives what tells the line and the column of an offset, both from 1, without reading the text each time. */
function lineCounter(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

function unreadable(
  file: string,
  { text }: Source,
  problem: Problem,
  docIndex: number,
  linesBefore: number,
): Checked {
  const remark: Remark = {
    path: [0],
    level: 'error',
    id: 'yaml',
    reason: 'BadRequest',
    message: problem.message,
    source: 'decode',
    told: 'error',
    line: problem.line + linesBefore,
    column: problem.column,
  }
  return {
    file,
    docIndex,
    kind: '',
    name: '',
    accepted: false,
    causes: [],
    message: judgeUnread(text, problem).message,
    warnings: [],
    podSecurity: { baseline: [], restricted: [] },
    remarks: [remark],
  }
}
