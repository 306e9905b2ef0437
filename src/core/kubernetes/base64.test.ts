import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOfText, decodeBase64, encodeBase64, textOfBytes } from './base64'

describe('base64', () => {
  it.each([
    ['', { is: 'text', text: '' }],
    ['dG9rZW4=', { is: 'text', text: 'token' }],
    ['w7zigqw=', { is: 'text', text: 'ü€' }],
    ['dG9r\nZW4=\n', { is: 'text', text: 'token' }],
    ['77u/YQ==', { is: 'text', text: '\uFEFFa' }],
    ['iVBORw0KGgo=', { is: 'binary', bytes: 8 }],
    ['YQBi', { is: 'binary', bytes: 3 }],
    ['token', { is: 'invalid' }],
    ['dG9rZW4', { is: 'invalid' }],
    ['dG9-ZW4=', { is: 'invalid' }],
    ['=', { is: 'invalid' }],
  ])('%j', (base64, decoded) => {
    expect(decodeBase64(base64)).toEqual(decoded)
  })

  it('what is written reads back the same', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoded = decodeBase64(encodeBase64(bytes))
        const text = textOfBytes(bytes)
        expect(decoded).toEqual(text === null ? { is: 'binary', bytes: bytes.length } : { is: 'text', text })
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0'))
        expect(decodeBase64(encodeBase64(bytesOfText(text)))).toEqual({ is: 'text', text })
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(decodeBase64(text)).toHaveProperty('is')
      }),
    )
  })
})
