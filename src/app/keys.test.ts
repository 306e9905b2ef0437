import { describe, expect, it } from 'vitest'
import { matchesKeys } from './keys'

const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }

describe('matchesKeys', () => {
  it.each([
    ['Mod+Z', { ...NONE, key: 'z', ctrlKey: true }, false, true],
    ['Mod+Z', { ...NONE, key: 'z', metaKey: true }, true, true],
    ['Mod+Z', { ...NONE, key: 'z', ctrlKey: true }, true, false],
    ['Mod+Z', { ...NONE, key: 'Z', ctrlKey: true, shiftKey: true }, false, false],
    ['Mod+Shift+Z', { ...NONE, key: 'Z', ctrlKey: true, shiftKey: true }, false, true],
    ['Control+Y', { ...NONE, key: 'y', ctrlKey: true }, true, true],
    ['?', { ...NONE, key: '?', shiftKey: true }, false, true],
    ['?', { ...NONE, key: '?' }, false, true],
    ['F6', { ...NONE, key: 'F6' }, false, true],
    ['F6', { ...NONE, key: 'F6', shiftKey: true }, false, false],
    ['Mod+K', { ...NONE, key: 'k' }, false, false],
  ])('%s by %o (apple: %s): %s', (keys, pressed, apple, matches) => {
    expect(matchesKeys(pressed, keys, apple)).toBe(matches)
  })
})
