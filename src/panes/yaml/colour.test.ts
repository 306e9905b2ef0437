import { describe, expect, it } from 'vitest'
import { toHex } from './colour'

describe('toHex', () => {
  it.each([
    ['oklch(1 0 0)', '#ffffff'],
    ['oklch(0 0 0)', '#000000'],
    ['oklch(100% 0 0)', '#ffffff'],
    ['oklch(0.627955 0.257683 29.2339)', '#ff0000'],
    ['oklch(0.86644 0.294827 142.4953)', '#00ff00'],
    ['oklch(0.452014 0.313214 264.052)', '#0000ff'],
    ['oklch(0.5 0 0 / 0.5)', '#63636380'],
    ['oklch(none 0 none)', '#000000'],
    ['oklch(0.9 0.4 30)', '#ff0000'],
    ['rgb(255, 128, 0)', '#ff8000'],
    ['rgba(0, 0, 0, 0.2)', '#00000033'],
    ['red', null],
  ])('%s is %s', (colour, hex) => {
    expect(toHex(colour)).toBe(hex)
  })
})
