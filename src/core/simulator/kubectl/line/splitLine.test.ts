import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLine } from './splitLine'

/** The words of each command, as one would read them. */
function shown(line: string): unknown {
  const split = splitLine(line)
  if ('error' in split) return split.error
  return split.pipelines.map(({ commands, followedBy }) => [
    followedBy,
    ...commands.map(({ words }) =>
      words.map((word) =>
        word.map((part) => ('text' in part ? part.text : `$(${part.substitution})`)).join(''),
      ),
    ),
  ])
}

describe('a line', () => {
  it.each([
    ['a b', [[';', ['a', 'b']]]],
    ['  a   b  # c', [[';', ['a', 'b']]]],
    ["a 'b c' \"d 'e'\" f\\ g", [[';', ['a', 'b c', "d 'e'", 'f g']]]],
    ['a "\\"b\\" \\n" ""', [[';', ['a', '"b" \\n', '']]]],
    ['a | b|c', [[';', ['a'], ['b'], ['c']]]],
    [
      'a; b && c || d &',
      [
        [';', ['a']],
        ['&&', ['b']],
        ['||', ['c']],
        ['&', ['d']],
      ],
    ],
    [
      'a\nb',
      [
        [';', ['a']],
        [';', ['b']],
      ],
    ],
    ['a -o jsonpath=\'{.items[*]}{"\\n"}\'', [[';', ['a', '-o', 'jsonpath={.items[*]}{"\\n"}']]]],
    ['a $(b $(c "d)") | e) f', [[';', ['a', '$(b $(c "d)") | e)', 'f']]]],
    ['a 2>/dev/null > /dev/null', [[';', ['a']]]],
    ['a x2>&1', 'writing to a file (>) is not supported in this terminal'],
    ['', []],
    ['   ', []],
    ['# only words', []],
    ['a > b', 'writing to a file (>) is not supported in this terminal'],
    ['a < b', 'reading from a file (<) is not supported in this terminal'],
    ['a <<EOF', 'here-documents (<<) is not supported in this terminal'],
    ['echo $HOME', 'variables ($HOME) are not supported in this terminal'],
    ["echo '$HOME' \\$HOME", [[';', ['echo', '$HOME', '$HOME']]]],
    ['while true; do a; done', '"while" is not supported in this terminal: it has no loops and conditions'],
    ["a 'b", "a quote (') is not closed"],
    ['a "b', 'a quote (") is not closed'],
    ['a $(b', '$( is not closed'],
    ['a |', 'there is no command beside the pipe (|)'],
    ['| a', 'there is no command beside the pipe (|)'],
    ['&& a', 'there is no command before "&&"'],
  ])('%j', (line, expected) => {
    expect(shown(line)).toEqual(expected)
  })

  it('says where errors go', () => {
    const split = splitLine('a 2>&1 | b 2>/dev/null')
    expect('pipelines' in split ? split.pipelines[0]?.commands.map(({ errors }) => errors) : split).toEqual([
      'output',
      'nowhere',
    ])
  })

  it('is taken apart whatever it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z '"\\|;&$()<>`#\n{}=-]*$/), (line) => {
        const split = splitLine(line)
        expect('error' in split ? split.error.length : split.pipelines.length).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('gives quoted words back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }).filter((word) => !word.includes("'"))), (words) => {
        const line = ['a', ...words.map((word) => `'${word}'`)].join(' ')
        expect(shown(line)).toEqual([[';', ['a', ...words]]])
      }),
    )
  })
})
