import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import { selectorMatches } from '../../../kubernetes/selectors'
import { parseJsonPath, valuesAt, writeJsonPath } from './jsonPath'
import { parseSelector } from './selector'

const LIST: Json = {
  items: [
    {
      metadata: { name: 'a', labels: { 'app.kubernetes.io/name': 'x' } },
      status: { phase: 'Running', n: 1 },
    },
    {
      metadata: { name: 'b' },
      status: { phase: 'Pending', n: 2, conditions: [{ type: 'Ready', status: 'False' }] },
    },
  ],
}

function written(template: string): string {
  const path = parseJsonPath(template)
  return 'error' in path ? `error: ${path.error}` : writeJsonPath(path.pieces, LIST)
}

describe('JSONPath', () => {
  it.each([
    ['{.items[*].metadata.name}', 'a b'],
    ['.items[0].metadata.name', 'a'],
    ['items[-1].metadata.name', 'b'],
    ['{.items[0:1].status.n}', '1'],
    ['{.items[?(@.status.phase=="Running")].metadata.name}', 'a'],
    ['{.items[?(@.status.n>1)].metadata.name}', 'b'],
    ['{.items[?(@.metadata.labels)].metadata.name}', 'a'],
    [String.raw`{.items[0].metadata.labels.app\.kubernetes\.io/name}`, 'x'],
    ["{.items[0].metadata.labels['app.kubernetes.io/name']}", 'x'],
    ['{.items[1].status.conditions[?(@.type=="Ready")].status}', 'False'],
    ['{..n}', '1 2'],
    ['{range .items[*]}{.metadata.name}={.status.phase}{"\\n"}{end}', 'a=Running\nb=Pending\n'],
    ['name: {.items[0].metadata.name}', 'name: a'],
    ['{.items[0].status}', '{"phase":"Running","n":1}'],
    ['{.none}', ''],
    ['{range .items[*]}', 'error: unclosed range'],
    ['{.status.phase', 'error: unclosed action'],
    ['{.kind}: {.items[0', 'error: unclosed action'],
    ['{end}', 'error: not in range, nothing to end'],
    ['{.items[}', 'error: unrecognized path .items['],
  ])('%s', (template, text) => {
    expect(written(template)).toBe(text)
  })

  it('is read whatever it is, of whatever value', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[{}.[\]*?@()="'a-z0-9: ]*$/), fc.jsonValue(), (template, value) => {
        const path = parseJsonPath(template)
        if (!('error' in path)) writeJsonPath(path.pieces, JSON.parse(JSON.stringify(value)))
        valuesAt(template, JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('selectors as they are typed', () => {
  const labels = { app: 'web', tier: 'a', empty: '' }

  it.each([
    ['app=web', true],
    ['app==web,tier=a', true],
    ['app!=web', false],
    ['other!=x', true],
    ['app in (api, web)', true],
    ['app notin (web)', false],
    ['tier', true],
    ['!tier', false],
    ['!other,empty=', true],
    ['', true],
  ])('%j', (text, matches) => {
    expect(selectorMatches(parseSelector(text) ?? undefined, labels)).toBe(matches)
  })

  it.each(['a=b=c', 'a in b', '=x', 'a b'])('%j is none', (text) => {
    expect(parseSelector(text)).toBeNull()
  })
})
