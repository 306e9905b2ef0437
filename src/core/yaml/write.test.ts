import { describe, expect, it } from 'vitest'
import { isArray, isObject, type Json, type JsonObject } from '../kubernetes/json'
import { read } from './read'
import { write } from './write'

const object = (value: Json | undefined): JsonObject => {
  if (!isObject(value)) throw new Error('a mapping was expected')
  return value
}
const list = (value: Json | undefined): Json[] => {
  if (!isArray(value)) throw new Error('a sequence was expected')
  return value
}
const set = (key: string, value: Json) => (root: JsonObject) => void (root[key] = value)
const drop = (key: string) => (root: JsonObject) => void delete root[key]
const inList = (key: string, change: (items: Json[]) => unknown) => (root: JsonObject) =>
  void change(list(root[key]))
const inMap = (key: string, change: (map: JsonObject) => unknown) => (root: JsonObject) =>
  void change(object(root[key]))
const rename = (from: string, to: string, now?: Json) => (root: JsonObject) => {
  const entries = Object.entries(root)
  for (const key of Object.keys(root)) delete root[key]
  for (const [key, value] of entries)
    if (key === from) root[to] = now ?? value
    else root[key] = value
}

/** What is done to the first document, its text before, and its text after. */
type Case = readonly [name: string, change: (root: JsonObject) => void, before: string, after: string]

const CASES: readonly Case[] = [
  ['sets a plain value', set('a', 'x'), 'a: b # why\nc: d\n', 'a: x # why\nc: d\n'],
  ['keeps double quotes', set('a', 'x'), 'a: "b"\n', 'a: "x"\n'],
  ['keeps single quotes', set('a', "it's"), "a: 'b'\n", "a: 'it''s'\n"],
  ['drops quotes that only a beginning needed', set('a', 'nginx'), 'a: "n"\n', 'a: nginx\n'],
  ['keeps octal numbers octal', inMap('a', set('mode', 256)), 'a: {mode: 0440}\n', 'a: {mode: 0400}\n'],
  ['quotes what would be misread', set('a', 'yes'), 'a: b\n', 'a: "yes"\n'],
  ['quotes as the neighbours do', set('a', 'yes'), "a: b\nc: 'd'\n", "a: 'yes'\nc: 'd'\n"],
  ['gives an empty key a value', set('a', 'x'), 'a: # later\nb: 1\n', 'a: x # later\nb: 1\n'],
  ['writes numbers and booleans bare', set('a', 8080), 'a: "80"\n', 'a: 8080\n'],
  [
    'inserts a key behind the last one',
    set('c', 1),
    'a: 1\nb: 2 # two\n\n# end\n',
    'a: 1\nb: 2 # two\nc: 1\n\n# end\n',
  ],
  ['inserts into a text without a last line break', set('c', 1), 'a: 1', 'a: 1\nc: 1'],
  [
    'removes a key with its comment, not the one above',
    drop('b'),
    'a: 1\n# above\nb: 2 # b\nc: 3\n',
    'a: 1\n# above\nc: 3\n',
  ],
  [
    'renames a key in its place',
    rename('b', 'x'),
    'a: 1\nb: {c: 1} # b\nd: 2\n',
    'a: 1\nx: {c: 1} # b\nd: 2\n',
  ],
  [
    'renames a key whose value stays in part, with the comments of that part',
    rename('b', 'x', { name: 'app', items: [1], new: true }),
    'a: 1\n# above\nb: # b\n  # of whom\n  name: app # name\n  # gone\n  old: 2\n  items: # few\n    - 1\n',
    'a: 1\n# above\nx: # b\n  # of whom\n  name: app # name\n  # gone\n  items: # few\n    - 1\n  new: true\n',
  ],
  [
    'replaces a key whose value has nothing of the old one',
    rename('b', 'x', { name: 'web' }),
    '# above\nb: # b\n  # of whom\n  name: app\nc: 1\n',
    '# above\nx:\n  name: web\nc: 1\n',
  ],
  [
    'leaves an empty mapping in brackets',
    inMap('a', drop('b')),
    'a: # why\n  b: 1\nc: 1\n',
    'a: {} # why\nc: 1\n',
  ],
  ['leaves an empty list in brackets', inList('a', (items) => items.pop()), 'a:\n- b\n', 'a: []\n'],
  ['follows dashes at the key', inList('a', (items) => items.push('y')), 'a:\n- x\n', 'a:\n- x\n- "y"\n'],
  [
    'follows dashes further in',
    inList('a', (items) => items.push({ k: 1, l: 2 })),
    'a:\n    -   k: 0\n',
    'a:\n    -   k: 0\n    -   k: 1\n        l: 2\n',
  ],
  [
    'follows dashes on a line of their own',
    inList('a', (items) => items.push({ k: 1, l: 2 })),
    'a:\n  -\n    k: 0\n',
    'a:\n  -\n    k: 0\n  -\n    k: 1\n    l: 2\n',
  ],
  [
    'follows the indentation',
    set('c', { d: { e: [1] } }),
    'a:\n    b:\n        - 1\n',
    'a:\n    b:\n        - 1\nc:\n    d:\n        e:\n            - 1\n',
  ],
  [
    'removes the first key behind a dash',
    inList('a', (items) => delete object(items[0])['k']),
    'a:\n  - k: 1\n    l: 2\n',
    'a:\n  - l: 2\n',
  ],
  [
    'moves an item with the comment above it',
    inList('a', (items) => items.push(...items.splice(0, 1))),
    'a:\n  # one\n  - k: 1\n\n  # two\n  - k: 2 # 2\n',
    'a:\n  # two\n  - k: 2 # 2\n\n  # one\n  - k: 1\n',
  ],
  [
    'changes an item that it moves',
    inList('a', (items) => items.unshift({ ...object(items.pop()), v: 9 })),
    'a:\n- name: x\n  v: 1\n- name: z\n  v: 2 # z\n',
    'a:\n- name: z\n  v: 9 # z\n- name: x\n  v: 1\n',
  ],
  ['keeps brackets', inMap('a', set('c', [1, 'x'])), 'a: {b: 1} # why\n', 'a: {b: 1, c: [1, x]} # why\n'],
  ['keeps padded brackets', set('a', { b: 2 }), 'a: { b: 1 }\n', 'a: { b: 2 }\n'],
  [
    'copies an item with its comments and quotes',
    inList('a', (items) => items.push({ ...object(items[0]), name: 'copy' })),
    "a:\n  - name: 'x' # it\n    # why\n    cmd: [ 'y' ]\n    env: {}\n",
    "a:\n  - name: 'x' # it\n    # why\n    cmd: [ 'y' ]\n    env: {}\n  - name: 'copy' # it\n    # why\n    cmd: [ 'y' ]\n    env: {}\n",
  ],
  [
    'moves an item to another list with its comments and quotes',
    (root) => {
      const [item] = list(root['a']).splice(0, 1)
      root['b'] = [{ ...object(item), always: true }]
    },
    'a:\n- name: x # it\n  # why\n  cmd: ["y"]\n  env: {}\n- name: z\n',
    'a:\n- name: z\nb:\n- name: x # it\n  # why\n  cmd: ["y"]\n  env: {}\n  always: true\n',
  ],
  [
    'follows items in brackets',
    inList('a', (items) => items.push({ p: 2 })),
    'a:\n  - {p: 1, q: x}\n',
    'a:\n  - {p: 1, q: x}\n  - {p: 2}\n',
  ],
  [
    'makes a list in brackets a block when a text in it gets a second line',
    inList('a', (items) => items.splice(0, 1, 'echo a\necho b\n')),
    "a: ['echo a'] # why\nb: 1\n",
    'a: # why\n  - |\n    echo a\n    echo b\nb: 1\n',
  ],
  [
    'keeps a block over an empty line at its end',
    set('a', 'b\nc\n\n'),
    'a: |\n  b\n  c\nd: 1\n',
    'a: |+\n  b\n  c\n\nd: 1\n',
  ],
  [
    'keeps a block over a line of spaces',
    set('a', 'b\n  \nc\n'),
    'a: |\n  b\n  c\nd: 1\n',
    'a: |\n  b\n    \n  c\nd: 1\n',
  ],
  ['makes a quoted text of several lines a block', set('a', 'b\nc\n'), 'a: "b\\nx\\n"\n', 'a: |\n  b\n  c\n'],
  ['fills empty brackets', inMap('a', set('b', 'c')), 'a: {} # why\n', 'a: {b: c} # why\n'],
  [
    'begins a block in empty brackets',
    inList('a', (items) => items.push({ name: 'x', args: ['y'] })),
    'a: [] # why\nb: 1\n',
    'a: # why\n  - name: x\n    args:\n      - "y"\nb: 1\n',
  ],
  ['removes from brackets', inList('a', (items) => items.shift()), 'a: [x, y1, z]\n', 'a: [y1, z]\n'],
  ['removes the last from brackets', inList('a', (items) => items.pop()), 'a: [x, y1, z]\n', 'a: [x, y1]\n'],
  [
    'follows brackets over several lines',
    inMap('a', set('c', '2')),
    'a: {\n  "b": "1", # b\n}\n',
    'a: {\n  "b": "1",\n  "c": "2", # b\n}\n',
  ],
  [
    'follows JSON',
    inMap('a', set('c', { d: ['e'] })),
    '{"a": {"b": "1"}}\n',
    '{"a": {"b": "1", "c": {"d": ["e"]}}}\n',
  ],
  ['makes a new text of several lines a block', set('a', 'x\ny\n'), 'a: b # why\n', 'a: | # why\n  x\n  y\n'],
  [
    'makes a long new text a block',
    set('b', 'echo '.repeat(20).trim()),
    'a: b\n',
    `a: b\nb: |-\n  ${'echo '.repeat(20).trim()}\n`,
  ],
  ['keeps a block when it gets short', set('a', 'x'), 'a: |\n  b\n  c\nd: 1\n', 'a: |-\n  x\nd: 1\n'],
  [
    'changes one line of a block',
    set('a', 'b\nx\nc\n'),
    'a: |\n  b\n  b2\n  c\nd: 1\n',
    'a: |\n  b\n  x\n  c\nd: 1\n',
  ],
  ['replaces a value by a mapping', set('a', { b: 1 }), 'a: x # why\nc: 1\n', 'a: # why\n  b: 1\nc: 1\n'],
  ['replaces a mapping by a value', set('a', 'x'), 'a:\n  b: 1\nc: 1\n', 'a: x\nc: 1\n'],
  [
    'puts another key in the place of one',
    inMap('a', (map) => {
      delete map['emptyDir']
      map['configMap'] = { name: 'x' }
    }),
    'a:\n  name: v\n  emptyDir: {}\n',
    'a:\n  name: v\n  configMap:\n    name: x\n',
  ],
  ['keeps CRLF', set('c', { d: 1 }), 'a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 2\r\nc:\r\n  d: 1\r\n'],
  ['keeps a byte order mark', rename('a', 'b'), '\ufeffa: 1\n', '\ufeffb: 1\n'],
  [
    'writes an alias out when only its place changes',
    set('b', { k: 2 }),
    'a: &x {k: 1}\nb: *x\n',
    'a: &x {k: 1}\nb:\n  k: 2\n',
  ],
  [
    'writes an alias out when only its anchor changes',
    inMap('a', set('k', 2)),
    'a: &x {k: 1}\nb: *x\n',
    'a: &x {k: 2}\nb:\n  k: 1\n',
  ],
  ['writes an alias out when its anchor goes', drop('a'), 'a: &x\n  k: 1\nb: *x\n', 'b:\n  k: 1\n'],
  [
    'leaves an alias that changes with its anchor',
    (root) => {
      root['a'] = { k: 2 }
      root['b'] = { k: 2 }
    },
    'a: &x {k: 1}\nb: *x\n',
    'a: &x {k: 2}\nb: *x\n',
  ],
  [
    'overrides what a merge brings in',
    inMap('b', set('k', 2)),
    'a: &x {k: 1, l: 1}\nb:\n  <<: *x\n  m: 1\n',
    'a: &x {k: 1, l: 1}\nb:\n  <<: *x\n  k: 2\n  m: 1\n',
  ],
  [
    'writes a merge out when a key of it goes',
    inMap('b', drop('k')),
    'a: &x {k: 1, l: 1}\nb:\n  <<: *x\n  m: 1\n',
    'a: &x {k: 1, l: 1}\nb:\n  l: 1\n  m: 1\n',
  ],
]

describe('writes the smallest change, in the style around it', () => {
  it.each(CASES)('%s', (_, change, before, after) => {
    const { documents } = read(before)
    change(object(documents[0]))
    expect(write(before, documents)).toBe(after)
    expect(read(after).documents).toEqual(documents)
  })
})

describe('documents', () => {
  const service = { kind: 'Service' }
  it.each<[string, (documents: Json[]) => unknown, string, string]>([
    ['the first in an empty text', (all) => all.push(service), '', 'kind: Service\n'],
    ['the first below a comment', (all) => all.push(service), '# mine', '# mine\nkind: Service\n'],
    ['one at the end', (all) => all.push(service), 'a: 1', 'a: 1\n---\nkind: Service\n'],
    [
      'one at the start',
      (all) => all.unshift(service),
      '---\na: 1\n',
      '---\nkind: Service\n---\na: 1\n'.slice(4),
    ],
    [
      'one in between',
      (all) => all.splice(1, 0, service),
      'a: 1\n---\nb: 2\n',
      'a: 1\n---\nkind: Service\n---\nb: 2\n',
    ],
    ['removes the last', (all) => all.pop(), '# a\na: 1\n---\n# b\nb: 2\n', '# a\na: 1\n'],
    ['removes the first', (all) => all.shift(), '# licence\na: 1\n---\nb: 2\n', '# licence\n---\nb: 2\n'],
    [
      'exchanges two',
      (all) => all.push(...all.splice(0, 1)),
      '# top\na: 1\n---\n# b\nb: 2\n',
      '# b\nb: 2\n---\n# top\na: 1\n',
    ],
    [
      'fills an empty one',
      (all) => all.splice(0, 1, service),
      '---\n# to do\n---\nb: 2\n',
      '---\nkind: Service\n# to do\n---\nb: 2\n',
    ],
    ['removes the only one', (all) => all.pop(), '# a\na: 1\n', '# a\n'],
  ])('%s', (_, change, before, after) => {
    const { documents } = read(before)
    change(documents)
    expect(write(before, documents)).toBe(after)
    expect(read(after).documents).toEqual(documents)
  })
  it('prints anew what could not be read', () => {
    expect(write('a: [', [{ a: 1 }, { b: [] }])).toBe('a: 1\n---\nb: []\n')
  })
})
