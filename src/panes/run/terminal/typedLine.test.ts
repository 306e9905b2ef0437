import { describe, expect, it } from 'vitest'
import { completed, inserted, LINE_KEYS, NOTHING_TYPED, type Typed } from './typedLine'

const HISTORY = ['kubectl get pods', 'curl nginx-svc']

/** Takes keys one after the other (text is typed as it is); gives the line with `|` at the cursor. */
function after(...keys: readonly string[]): string {
  let typed: Typed = NOTHING_TYPED
  for (const key of keys) {
    const edit = LINE_KEYS[key]
    typed = edit === undefined ? inserted(typed, key) : edit(typed, HISTORY)
  }
  return `${typed.text.slice(0, typed.cursor)}|${typed.text.slice(typed.cursor)}`
}

describe('a typed line', () => {
  it.each<[name: string, keys: readonly string[], line: string]>([
    ['typing', ['ab', 'c'], 'abc|'],
    ['left and right', ['abc', '\x1b[D', '\x1b[D', 'X', '\x1b[C'], 'aXb|c'],
    ['not past the ends', ['a', '\x1b[D', '\x1b[D', '\x7f', '\x1b[C', '\x1b[C', '\x1b[3~'], 'a|'],
    ['home and end', ['abc', '\x01', 'x', '\x05', 'y'], 'xabcy|'],
    ['backspace and delete', ['abc', '\x7f', '\x1b[H', '\x1b[3~'], '|b'],
    ['to the end', ['abc def', '\x1b[H', '\x1b[C', '\x0b'], 'a|'],
    ['to the beginning', ['abc def', '\x1b[D', '\x15'], '|f'],
    ['a word', ['kubectl get  ', '\x17'], 'kubectl |'],
    [
      'by words',
      ['kubectl get pods', '\x1b[1;5D', '\x1b[1;5D', 'X', '\x1b[1;5C', 'Y'],
      'kubectl XgetY| pods',
    ],
    ['the last line', ['\x1b[A'], 'curl nginx-svc|'],
    ['back and forth, with the draft', ['dr', '\x1b[A', '\x1b[A', '\x1b[A', '\x1b[B', '\x1b[B'], 'dr|'],
  ])('%s', (_, keys, line) => {
    expect(after(...keys)).toBe(line)
  })

  it.each([
    ['one word', 'kubectl get po', 12, ['pods'], 'kubectl get pods '],
    ['what all begin with', 'kubectl d', 8, ['delete', 'describe'], 'kubectl de'],
    ['nothing', 'kubectl x', 8, [], 'kubectl x'],
    ['a folder', 'ls /us', 3, ['/usr/'], 'ls /usr/'],
  ])('is completed by %s', (_, text, from, words, line) => {
    expect(completed({ ...NOTHING_TYPED, text, cursor: text.length }, from, words).text).toBe(line)
  })
})
