import { expect, it } from 'vitest'
import type { Path } from '../../core/kubernetes/path'
import { parse } from '../../core/yaml/parse'
import { problemRange } from './problemRange'

const TEXT = `kind: Pod
spec:
  containers:
    - name: My App
      command: |
        a
        b
  empty:
`

it.each<[Path, string | null]>([
  [[0, 'kind'], 'Pod'],
  [[0, 'spec', 'containers', 0, 'name'], 'My App'],
  [[0, 'spec', 'containers', 0, 'command'], 'command: |'],
  [[0, 'spec', 'containers', 0], 'name: My App'],
  [[0, 'spec', 'containers', 0, 'image'], 'name: My App'],
  [[0, 'spec', 'volumes', 3], 'spec:'],
  [[0, 'spec', 'empty'], 'empty:'],
  [[0, 'metadata'], 'kind: Pod'],
  [[4, 'x'], null],
])('%j is told at %j', (path, words) => {
  const source = parse(TEXT)
  const range = problemRange(source, path)
  expect(range && source.text.slice(range.start, range.end)).toBe(words)
})
