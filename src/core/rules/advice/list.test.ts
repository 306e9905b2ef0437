import { produce } from 'immer'
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../kubernetes/json'
import { parse } from '../../yaml/parse'
import { revise } from '../../yaml/revise'
import { judge } from '../judge'
import type { Diagnostic } from '../verdict'
import { advise } from './advise'
import { ADVICE } from './list'

/** The files of the folder that are no rules. */
const OTHERS = new Set(['advice', 'advise', 'ignored', 'ignoredRemarks', 'list', 'rulesPage'])

/** Rules that are about what the server refuses as well: their bad examples are meant to be refused. */
const REFUSED = new Set(['workload-selector-typo'])

function ids(text: string): string[] {
  return [...new Set(advise(parse(text)).map(({ id }) => id))]
}

/** What advice of level warning or error says of a text. */
function loud(text: string): readonly Diagnostic[] {
  return advise(parse(text)).filter(({ level }) => level !== 'info')
}

test('every file of the folder is a rule of the list', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|bench)\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .filter((name) => !OTHERS.has(name))
  expect(ADVICE.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
})

test('every rule says what there is to say', () => {
  for (const { id, title, why, mend, docs, level } of ADVICE) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
    expect(title, id).toMatch(/^[A-Z$]/)
    expect(why.match(/[.?!](?=\s|$)/g)?.length, `${id}: two sentences`).toBe(2)
    expect(mend, id).toMatch(/[.?!]$/)
    expect(docs, id).toMatch(/^https:\/\/kubernetes\.io\/docs\//)
    expect(['error', 'warning', 'info']).toContain(level)
  }
  expect(new Set(ADVICE.map(({ title }) => title)).size).toBe(ADVICE.length)
})

describe.each(ADVICE.map((advice) => [advice.id, advice] as const))('%s', (id, advice) => {
  const { bad, good, level, fix } = advice

  test('speaks of its bad example, and nothing else does', () => {
    const source = parse(bad)
    expect(source.problem).toBeNull()
    expect(ids(bad)).toContain(id)
    expect(new Set(loud(bad).map((said) => said.id))).toEqual(new Set(level === 'info' ? [] : [id]))
  })

  test('is silent on its good example, as is all else', () => {
    expect(parse(good).problem).toBeNull()
    expect(ids(good)).not.toContain(id)
    expect(loud(good)).toEqual([])
  })

  test('has examples that the server takes', () => {
    for (const [text, mayBeRefused] of [[bad, REFUSED.has(id)] as const, [good, false] as const]) {
      const refused = parse(text).documents.filter((document, index) => !judge(document, index).accepted)
      if (!mayBeRefused) expect(refused.map((document, i) => judge(document, i).message)).toEqual([])
    }
  })

  test('can be switched off', () => {
    expect(ids(`# podwright-ignore: ${id} for a reason\n${bad}`)).not.toContain(id)
  })

  if (fix !== undefined)
    test('is silenced by its fix, which keeps all comments', () => {
      const commented = bad.replaceAll(/^(?:apiVersion|kind|metadata|spec):.*$/gm, '$& # kept')
      let source = parse(commented)
      expect(source.problem).toBeNull()
      const before = advise(source).filter((said) => said.id === id)
      expect(before.some((said) => said.fix !== undefined)).toBe(true)
      for (let left = before.length; left > 0; left--) {
        const next = advise(source).find((said) => said.id === id)?.fix
        if (next === undefined || !('change' in next)) break
        const { change } = next
        const documents = produce(source.documents, (draft: Json[]) => {
          change(draft)
        })
        source = revise(source, documents).source
      }
      expect(ids(source.text)).not.toContain(id)
      expect(loud(source.text)).toEqual([])
      expect(source.text.split('# kept').length).toBe(commented.split('# kept').length)
    })
})
