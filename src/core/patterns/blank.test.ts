import { expect, it } from 'vitest'
import { addObject } from '../kubernetes/edits/addObject'
import type { Json } from '../kubernetes/json'
import { parse } from '../yaml/parse'
import { revise } from '../yaml/revise'

import { STARTERS } from './starters'

const BLANK = STARTERS.find(({ id }) => id === 'blank')?.text ?? ''

it.each([
  { what: 'nothing', text: '', gives: BLANK, selects: [0] },
  { what: 'a comment', text: '# only a comment\n', gives: `# only a comment\n${BLANK}`, selects: [0] },
  { what: 'a comment without a line end', text: '# only', gives: `# only\n${BLANK}`, selects: [0] },
  { what: 'a scalar', text: 'hello\n', gives: `hello\n---\n${BLANK}`, selects: [1] },
  { what: 'a list', text: '- a # one\n- b\n', gives: `- a # one\n- b\n---\n${BLANK}`, selects: [1] },
  {
    what: 'a Service',
    text: 'kind: Service # mine\n',
    gives: `kind: Service # mine\n---\n${BLANK}`,
    selects: [1],
  },
])('adds a Deployment behind $what, which stays', ({ text, gives, selects }) => {
  const source = parse(text)
  const documents: Json[] = [...source.documents]
  expect(addObject('Deployment')(documents)).toEqual(selects)
  expect(revise(source, documents).source.text).toBe(gives)
})
