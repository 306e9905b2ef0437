import { describe, expect, it } from 'vitest'
import { cardMarkdown, plainMarkdown } from './cardMarkdown'

describe('plainMarkdown', () => {
  it.each([
    ['a <b> *c* _d_', String.raw`a \<b\> \*c\* \_d\_`],
    ['use `a_b*` here', 'use `a_b*` here'],
    ['More info: https://kubernetes.io/a_b#c.', 'More info: <https://kubernetes.io/a_b#c>.'],
    ['one ` tick', String.raw`one \` tick`],
  ])('%s', (text, markdown) => {
    expect(plainMarkdown(text)).toBe(markdown)
  })
})

describe('cardMarkdown', () => {
  it('has the name, the facts, the text, and what values mean', () => {
    const card = {
      name: 'policy',
      facts: ['text', 'required'],
      text: 'When.',
      values: [
        { value: 'Always', text: 'means always' },
        { value: 'Never', text: '' },
      ],
    }
    expect(cardMarkdown(card)).toBe('**policy** · text · required\n\nWhen.\n\n- `Always` means always')
    expect(cardMarkdown({ ...card, text: '', values: [] })).toBe('**policy** · text · required')
  })
})
