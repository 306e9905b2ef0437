import { describe, expect, it } from 'vitest'
import { asScript, asWords, scriptIn, shellWord } from './script'

describe('scriptIn', () => {
  const found: readonly [string, readonly string[], readonly string[], object][] = [
    [
      'sh -c in command, text in args',
      ['sh', '-c'],
      ['echo hi'],
      { list: 'args', index: 0, text: 'echo hi' },
    ],
    ['all in command', ['/bin/bash', '-c', 'echo hi'], [], { list: 'command', index: 2, text: 'echo hi' }],
    ['flags in one cluster', ['ash', '-ec', 'x'], [], { index: 2, text: 'x', shell: ['ash', '-ec'] }],
    ['flags apart', ['sh', '-e', '-c', 'x'], [], { index: 3, shell: ['sh', '-e', '-c'] }],
    ['options after -c', ['sh', '-c', '-e', 'x'], [], { index: 3 }],
    ['an option with a word', ['bash', '-euo', 'pipefail', '-c', 'x'], [], { index: 4 }],
    ['a long option', ['bash', '--norc', '-c', 'x'], [], { index: 3 }],
    ['options in args', ['sh'], ['-c', 'x'], { list: 'args', index: 1 }],
    ['args alone', [], ['sh', '-c', 'x'], { list: 'args', index: 2 }],
    ['words after the text', ['sh', '-c'], ['x', 'a', 'b'], { text: 'x', rest: ['a', 'b'] }],
    ['an empty text', ['sh', '-c'], [''], { text: '' }],
    ['after --', ['sh', '-c', '--', '-x'], [], { text: '-x' }],
  ]
  it.each(found)('finds %s', (_, command, args, expected) => {
    expect(scriptIn({ command, args })).toMatchObject(expected)
  })

  const none: readonly [string, readonly string[], readonly string[]][] = [
    ['nothing', [], []],
    ['a program', ['/app/server'], ['-c', 'x']],
    ['a shell with a file', ['sh', '/run.sh'], ['-c']],
    ['a shell without text', ['sh', '-c'], []],
    ['an option without c', ['sh', '-e'], ['x']],
  ]
  it.each(none)('finds none in %s', (_, command, args) => {
    expect(scriptIn({ command, args })).toBeNull()
  })
})

describe('shellWord', () => {
  it.each([
    ['--to', '--to'],
    ['a b', "'a b'"],
    ["it's", String.raw`'it'\''s'`],
    ['', "''"],
    ['--listen=$(POD_IP):8080', "'--listen=$(POD_IP):8080'"],
    ['$HOME', "'$HOME'"],
    ['$(a b)', "'$(a b)'"],
  ])('writes %s as %s', (word, expected) => {
    expect(shellWord(word)).toBe(expected)
  })
})

describe('asScript', () => {
  it('runs the same words through sh -c', () => {
    expect(asScript({ command: ['/app/server'], args: ['--name', 'a b'] })).toEqual({
      command: ['sh', '-c'],
      args: ["/app/server --name 'a b'"],
    })
  })
})

describe('asWords', () => {
  it.each<[string, string[] | null]>([
    ['nginx -g "daemon off"', ['nginx', '-g', 'daemon off']],
    ["a 'b c'd", ['a', 'b cd']],
    ["/app --ip '$(POD_IP)'", ['/app', '--ip', '$(POD_IP)']],
    ['echo "$(date)"', null],
    [String.raw`a b\ c`, ['a', 'b c']],
    ['', null],
    ['a | b', null],
    ['a; b', null],
    ['a\nb', null],
    ['echo $HOME', null],
    ['echo "$HOME"', null],
    ['A=1 b', null],
    ['exec b', null],
    ['ls *.txt', null],
  ])('splits %j', (text, expected) => {
    expect(asWords(text)).toEqual(expected)
  })

  it('undoes shellWord', () => {
    const words = ['/app', '--x=$(POD_IP)', "it is 'here'", 'a']
    expect(asWords(words.map((word) => shellWord(word)).join(' '))).toEqual(words)
  })
})
