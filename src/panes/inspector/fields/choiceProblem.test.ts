import { expect, test } from 'vitest'
import type { Json } from '../../../core/kubernetes/json'
import { choiceProblem } from './choiceProblem'

const TWO = ['a', 'b'].map((value) => ({ value, label: value, help: '' }))
const OPTIONAL = [{ value: '', label: 'Not set', help: '' }, ...TWO]
const UNKNOWN = 'Not one of the values Kubernetes knows: a, b.'

test.each<[value: Json | undefined, ofTwo: string | null, ofOptional: string | null]>([
  ['a', null, null],
  ['c', UNKNOWN, UNKNOWN],
  [1, UNKNOWN, UNKNOWN],
  [{ a: 1 }, UNKNOWN, UNKNOWN],
  ['', 'Required value', null],
  [null, 'Required value', null],
  [undefined, 'Required value', null],
])(
  'of %j is said %j where a choice is asked for, %j where it may be left out',
  (value, ofTwo, ofOptional) => {
    expect(choiceProblem(value, TWO)).toBe(ofTwo)
    expect(choiceProblem(value, OPTIONAL)).toBe(ofOptional)
  },
)
