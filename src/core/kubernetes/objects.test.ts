import { expect, it } from 'vitest'
import type { Json } from './json'
import { isForeign } from './objects'

it.each<{ documents: Json[]; foreign: boolean }>([
  { documents: [], foreign: false },
  { documents: [null], foreign: false },
  { documents: ['hello'], foreign: true },
  { documents: [null, ['a']], foreign: true },
  { documents: ['hello', { kind: 'Pod' }], foreign: false },
])('knows $documents without an object: $foreign', ({ documents, foreign }) => {
  expect(isForeign(documents)).toBe(foreign)
})
