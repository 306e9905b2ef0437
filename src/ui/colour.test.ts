import { describe, expect, it } from 'vitest'
import { toHex } from './colour'

describe('toHex', () => {
  it.each([
    ['color(srgb 1 1 1)', '#ffffff'],
    ['color(srgb 0 0.5 0.0039)', '#008001'],
    ['color(srgb 1.08 -0.2 2e-5)', '#ff0000'],
    ['oklch(0.5 0 0)', null],
  ])('%s is %s', (colour, hex) => {
    expect(toHex(colour)).toBe(hex)
  })
})
