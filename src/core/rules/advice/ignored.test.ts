import { expect, test } from 'vitest'
import { parse } from '../../yaml/parse'
import type { Path } from '../../kubernetes/path'
import { ignoredIn, ignoringOf } from './ignored'

/** Whether a text switches a rule off at a path. */
function ignoring(text: string): (id: string, path: Path) => boolean {
  const all = ignoredIn(parse(text))
  return (id, path) => ignoringOf(all, id, path).length > 0
}

const LINES = [
  'kind: Pod',
  'spec:',
  '  containers:',
  '  - name: app',
  '    image: nginx',
  '  - name: shipper',
  '    image: fluent',
  '    args:',
  '    - |',
  '      # podwright-ignore: in-a-script',
  '---',
  'kind: Service',
  'spec: {}',
]

/** The lines with one put before the line of that index. */
function withLine(index: number, line: string): string {
  return LINES.toSpliced(index, 0, line).join('\n')
}

const APP: Path = [0, 'spec', 'containers', 0]
const SHIPPER: Path = [0, 'spec', 'containers', 1]

test.each([
  ['at the top', withLine(0, '# podwright-ignore: some-rule we know'), [APP, SHIPPER, [1, 'spec']], []],
  [
    'before an item',
    withLine(3, '  # podwright-ignore: some-rule'),
    [APP, [...APP, 'image']],
    [SHIPPER, [1]],
  ],
  ['before a field', withLine(4, '    # podwright-ignore: some-rule'), [[...APP, 'image']], [APP, SHIPPER]],
  [
    'with other comments between',
    withLine(3, '  # podwright-ignore: some-rule\n\n  # app\n'),
    [APP],
    [SHIPPER],
  ],
  ['before a document', withLine(11, '# podwright-ignore: some-rule'), [[1], [1, 'spec']], [APP]],
  ['of another rule', withLine(0, '# podwright-ignore: some-other'), [], [APP, [1]]],
  ['without a space', withLine(0, '#podwright-ignore:some-rule'), [APP], []],
])('a comment %s', (_, text, inside, outside) => {
  const isIgnored = ignoring(text)
  for (const path of inside) expect(isIgnored('some-rule', path)).toBe(true)
  for (const path of outside) expect(isIgnored('some-rule', path)).toBe(false)
})

test('a comment behind an entry is about that entry', () => {
  const lines = LINES.with(4, '    image: nginx # podwright-ignore: some-rule')
  const isIgnored = ignoring(lines.join('\n'))
  expect(isIgnored('some-rule', [...APP, 'image'])).toBe(true)
  expect(isIgnored('some-rule', APP)).toBe(false)
})

test('a line of a script is no comment, nor is what stands in a quoted text', () => {
  const isIgnored = ignoring(LINES.join('\n'))
  expect(isIgnored('in-a-script', [...SHIPPER, 'args', 0])).toBe(false)
  const quoted = ignoring('kind: Pod\nname: "a # podwright-ignore: some-rule"\n')
  expect(quoted('some-rule', [0, 'name'])).toBe(false)
})

test('several comments add up', () => {
  const text = withLine(3, '  # podwright-ignore: one\n  # podwright-ignore: two')
  const isIgnored = ignoring(text)
  expect(isIgnored('one', APP)).toBe(true)
  expect(isIgnored('two', APP)).toBe(true)
})

test.each([
  ['# podwright-ignore: some-rule we know', 'some-rule'],
  ['# podwright-ignore: Some_Rule', 'Some_Rule'],
  ['#podwright-ignore:', '#podwright-ignore:'],
  ['# podwright-ignore:   # later', '# podwright-ignore:'],
])('%j names a rule at %j', (comment, named) => {
  const text = `kind: Pod\n${comment}\nspec: {}\n`
  const [ignored] = ignoredIn(parse(text))
  expect(text.slice(ignored?.range.start, ignored?.range.end)).toBe(named)
})
