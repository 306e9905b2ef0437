import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imageSize } from './imageSize'

describe('the size of an image', () => {
  it.each([
    ['busybox', 2],
    ['docker.io/library/busybox:1.37', 2],
    ['nginx:1.27', 68],
    ['nginx:1.27-alpine', 20],
    ['registry.k8s.io/pause:3.10', 0],
  ])('%s: %i megabytes', (image, megabytes) => {
    expect(Math.floor(imageSize(image) / 1e6)).toBe(megabytes)
  })

  it('is never none, and stays', () => {
    fc.assert(
      fc.property(fc.string(), (image) => {
        expect(imageSize(image)).toBeGreaterThan(0)
        expect(imageSize(image)).toBe(imageSize(image))
      }),
    )
  })
})
