import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { fieldsOf, typeNames } from '../kubernetes/schema/schema'
import { labelsNear, selectedWorkloads, selectorMatches } from '../kubernetes/selectors'
import { knownSelectors, selectorInWords } from './selectorInWords'

const expression = (key: string, operator: string, ...values: string[]): Json => ({
  matchExpressions: [{ key, operator, values }],
})

describe('what a selector selects', () => {
  it.each<[Json | undefined, Record<string, string>, boolean]>([
    [undefined, {}, false],
    [null, { a: 'b' }, false],
    [{}, {}, true],
    [{ matchLabels: {} }, { a: 'b' }, true],
    [{ matchLabels: { a: 'b' } }, { a: 'b', c: 'd' }, true],
    [{ matchLabels: { a: 'b' } }, { a: 'c' }, false],
    [{ matchLabels: { toString: '' } }, {}, false],
    [expression('a', 'In', 'b', 'c'), { a: 'c' }, true],
    [expression('a', 'In', 'b', 'c'), {}, false],
    [expression('a', 'NotIn', 'b'), { a: 'c' }, true],
    [expression('a', 'NotIn', 'b'), {}, true],
    [expression('a', 'NotIn', 'b'), { a: 'b' }, false],
    [expression('a', 'Exists'), { a: '' }, true],
    [expression('a', 'Exists'), {}, false],
    [expression('a', 'DoesNotExist'), {}, true],
    [expression('a', 'DoesNotExist'), { a: '' }, false],
    [expression('a', 'toString'), { a: '' }, false],
    [{ matchLabels: 5, matchExpressions: 'x' }, {}, true],
    [{ matchExpressions: [null] }, {}, false],
  ])('%j of %j: %s', (selector, labels, selects) => {
    expect(selectorMatches(selector, labels)).toBe(selects)
  })
})

const pod = (name: string, labels: Json, namespace?: string): Json => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels, ...(namespace === undefined ? {} : { namespace }) },
})
const documents: Json[] = [
  { kind: 'PodDisruptionBudget', metadata: { name: 'p', namespace: 'default' } },
  pod('a', { app: 'web', tier: '1' }),
  pod('b', { app: 'web', tier: '2' }, 'default'),
  pod('c', { app: 'web' }, 'other'),
]

describe('in this design', () => {
  it.each<[Json, string[]]>([
    [{ matchLabels: { app: 'web' } }, ['a', 'b']],
    [expression('tier', 'NotIn', '1'), ['b']],
    [{}, ['a', 'b']],
    [null, []],
  ])('%j', (selector, names) => {
    expect(selectedWorkloads(documents, [0, 'spec'], selector).map(({ name }) => name)).toEqual(names)
  })

  it('offers the labels of the namespace, each once', () => {
    const texts = (isOwn: boolean, index: number): string[] =>
      labelsNear(documents, [index], isOwn).map(({ key, value }) => `${key}=${value}`)
    expect(texts(false, 0)).toEqual(['app=web', 'tier=1', 'tier=2'])
    expect(texts(true, 2)).toEqual(['app=web', 'tier=2'])
    expect(texts(true, 0)).toEqual([])
  })
})

const PDB = { owner: 'PodDisruptionBudgetSpec', name: 'selector' }
const SPACES = { owner: 'NetworkPolicyPeer', name: 'namespaceSelector' }

describe('in words', () => {
  it.each<[{ owner: string; name: string }, Json | undefined, string]>([
    [PDB, undefined, 'Selects no pods.'],
    [PDB, {}, 'Selects every pod of the namespace.'],
    [PDB, { matchLabels: { app: 'web' } }, 'Selects pods with app = web.'],
    [PDB, { matchLabels: { a: 'b', c: 'd' } }, 'Selects pods with a = b, with c = d.'],
    [PDB, expression('a', 'In', 'b', 'c'), 'Selects pods with a = b or c.'],
    [PDB, expression('a', 'In'), 'Selects pods with a = (no value yet).'],
    [PDB, expression('a', 'NotIn', 'b'), 'Selects pods without a = b.'],
    [PDB, expression('a', 'Exists'), 'Selects pods with any a.'],
    [PDB, expression('a', 'DoesNotExist'), 'Selects pods without any a.'],
    [PDB, expression('', 'Exists'), 'Selects pods with any (no key yet).'],
    [PDB, expression('a', ''), 'Selects pods with something unclear about a.'],
    [SPACES, {}, 'Selects every namespace.'],
    [SPACES, { matchLabels: { team: 'a' } }, 'Selects namespaces with team = a.'],
    [{ owner: 'Other', name: 'selector' }, {}, 'Selects every one.'],
  ])('%j %j', (field, selector, words) => {
    expect(selectorInWords(field, selector)).toBe(words)
  })

  it('every selector of the schema is known', () => {
    const all = typeNames().flatMap((type) =>
      fieldsOf(type)
        .filter(({ type: of }) => of.is === 'object' && of.type === 'LabelSelector')
        .map(({ owner, name }) => `${owner}.${name}`),
    )
    expect(knownSelectors().toSorted()).toEqual(all.toSorted())
  })
})
