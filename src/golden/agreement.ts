import { isArray, isObject, type Json, type JsonObject } from '../core/kubernetes/json'
import { field, itemsOf, textOf } from '../core/kubernetes/shape'
import type { Verdict } from '../core/rules/verdict'

/** What is compared of two verdicts. */
export const ASPECTS = ['verdict', 'causes', 'texts', 'unread', 'warnings', 'podSecurity'] as const
export type Aspect = (typeof ASPECTS)[number]

/** Of how many verdicts an aspect can be compared, and how many of these agree. */
export interface Share {
  readonly agreed: number
  readonly compared: number
}

/** What does not agree, in a line. */
export interface Difference {
  readonly aspect: Aspect
  readonly mutation: string
  readonly wanted: string
  readonly got: string
}

/** Takes what the server answered (a line of a file of verdicts) and what the judge says; gives the aspects that can be compared, and both sides of each as texts. */
function comparisons(record: JsonObject, verdict: Verdict): readonly (readonly [Aspect, string, string])[] {
  const { status } = record
  const wanted = itemsOf(record['causes'])
  const pairs: [Aspect, string, string][] = [
    ['verdict', record['accepted'] === true ? 'accepted' : 'rejected', verdict.accepted ? 'accepted' : 'rejected'],
  ]
  if (status === 422)
    pairs.push(
      ['causes', lines(wanted.map((cause) => said(cause))), lines(verdict.causes.map((cause) => said({ ...cause })))],
      [
        'texts',
        lines(wanted.map((cause) => `${said(cause)} ${textOf(field(cause, 'message'))}`)),
        lines(verdict.causes.map((cause) => `${said({ ...cause })} ${cause.message}`)),
      ],
    )
  if (status === 400) pairs.push(['unread', textOf(record['message']), verdict.message])
  if (record['accepted'] === true) {
    pairs.push(['warnings', list(record['warnings']), lines(verdict.warnings)])
    const { baseline, restricted } = verdict.podSecurity
    if (isArray(record['pssRestricted']))
      pairs.push([
        'podSecurity',
        `${list(record['pssBaseline'])}\n${list(record['pssRestricted'])}`,
        `${lines(baseline)}\n${lines(restricted)}`,
      ])
  }
  return pairs
}

function said(cause: Json): string {
  return isObject(cause) ? `${textOf(cause['field'])} ${textOf(cause['reason'])}` : ''
}

function lines(texts: readonly string[]): string {
  return [...new Set(texts)].toSorted().join('\n')
}

function list(value: Json | undefined): string {
  return lines(itemsOf(value).map((item) => textOf(item)))
}

/** Counts how far the judge agrees with the server. */
export class Agreement {
  private readonly counts = new Map<Aspect, { agreed: number; compared: number }>()
  readonly differences: Difference[] = []
  /** How many documents that the server takes are rejected. */
  falseAlarms = 0

  /** Takes what the server answered to a document, and what the judge says of it. */
  add(record: JsonObject, verdict: Verdict): void {
    if (record['accepted'] === true && !verdict.accepted) this.falseAlarms += 1
    for (const [aspect, wanted, got] of comparisons(record, verdict)) {
      const count = this.counts.get(aspect) ?? { agreed: 0, compared: 0 }
      count.compared += 1
      if (wanted === got) count.agreed += 1
      else this.differences.push({ aspect, mutation: textOf(record['mutation']), wanted, got })
      this.counts.set(aspect, count)
    }
  }

  /** Gives the share of an aspect. */
  share(aspect: Aspect): Share {
    return this.counts.get(aspect) ?? { agreed: 0, compared: 0 }
  }

  /** Gives the shares, and the mutations that do not agree by how often that happens, as text. */
  report(): string {
    const shares = ASPECTS.map((aspect) => {
      const { agreed, compared } = this.share(aspect)
      return `${aspect} ${agreed}/${compared} (${((100 * agreed) / Math.max(compared, 1)).toFixed(2)} %)`
    })
    const groups = new Map<string, number>()
    for (const { aspect, mutation } of this.differences) {
      const key = `${aspect} ${mutation}`
      groups.set(key, (groups.get(key) ?? 0) + 1)
    }
    const rest = [...groups].toSorted(([, a], [, b]) => b - a).map(([key, count]) => `  ${count} × ${key}`)
    return [...shares, `false alarms ${this.falseAlarms}`, ...rest].join('\n')
  }
}
