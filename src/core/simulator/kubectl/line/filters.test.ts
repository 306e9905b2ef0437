import { describe, expect, it } from 'vitest'
import { filterNamed } from './filters'

const LINES = ['web 1/1 Running 3', 'api 0/1 Pending 10', 'db 1/1 Running 2']

function filtered(
  words: string,
  lines: readonly string[] = LINES,
): { readonly out: readonly string[]; readonly exitCode: number } | string {
  const [name = '', ...args] = words.split(' ')
  const out: string[] = []
  const filter = filterNamed(name)?.(args, (line) => void out.push(line)) ?? { error: 'none' }
  if ('error' in filter) return filter.error
  for (const line of lines) if (!filter.isDone()) filter.take(line)
  return { exitCode: filter.end(), out }
}

describe('filters', () => {
  it.each([
    ['grep Running', [LINES[0], LINES[2]], 0],
    ['grep -v running -i', [LINES[1]], 0],
    ['grep -c 1/1', ['2'], 0],
    ['grep -n Pen', ['2:api 0/1 Pending 10'], 0],
    ['grep -E web|db', [LINES[0], LINES[2]], 0],
    ['grep web\\|db', [LINES[0], LINES[2]], 0],
    ['grep -o 1[0-9]', ['10'], 0],
    ['grep -F .', [], 1],
    ['grep -q web', [], 0],
    ['grep -m 1 1/1', [LINES[0]], 0],
    ['head -n 1', [LINES[0]], 0],
    ['head -2', [LINES[0], LINES[1]], 0],
    ['tail -1', [LINES[2]], 0],
    ['tail -n +2', [LINES[1], LINES[2]], 0],
    ['wc -l', ['3'], 0],
    ['wc', ['      3      12      54'], 0],
    ['sort', [LINES[1], LINES[2], LINES[0]], 0],
    ['sort -k4 -n -r', [LINES[1], LINES[0], LINES[2]], 0],
    ['cut -d/ -f1', ['web 1', 'api 0', 'db 1'], 0],
    ['cat', LINES, 0],
  ])('%s', (words, out, exitCode) => {
    expect(filtered(words)).toEqual({ out, exitCode })
  })

  it('uniq counts neighbours', () => {
    expect(filtered('uniq -c', ['a', 'a', 'b', 'a'])).toEqual({
      out: ['      2 a', '      1 b', '      1 a'],
      exitCode: 0,
    })
  })

  it.each([
    ['grep', 'usage: grep [-ivcnqEFwo] PATTERN'],
    ['grep -z a', "invalid option -- 'z'"],
    ['grep -E (', 'invalid pattern: ('],
    ['head -n x', "invalid number of lines: 'x'"],
    ['cut -d,', 'usage: cut -d DIVIDER -f LIST'],
  ])('%s is refused', (words, error) => {
    expect(filtered(words)).toBe(error)
  })
})
