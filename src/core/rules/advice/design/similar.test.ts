import { expect, test } from 'vitest'
import { isOneEditAway, isOneSwapAway, nearestOf } from './similar'

test.each([
  ['shop', 'shop', false],
  ['shop', 'shp', true],
  ['shp', 'shop', true],
  ['shop', 'shopp', true],
  ['shop', 'stop', true],
  ['shop', 'hsop', true],
  ['shop', 'shpo', true],
  ['shop', 'posh', false],
  ['shop', 'sh', false],
  ['shop', 'store', false],
  ['aab', 'aaab', true],
  ['', 'a', true],
  ['', '', false],
])('one edit makes %s of %s: %s', (a, b, is) => {
  expect(isOneEditAway(a, b)).toBe(is)
  expect(isOneEditAway(b, a)).toBe(is)
})

test.each([
  ['9113', '9131', true],
  ['9113', '9113', false],
  ['9113', '9114', false],
  ['9113', '911', false],
  ['8080', '8008', true],
  ['8080', '0880', true],
  ['8080', '0808', false],
])('one swap makes %s of %s: %s', (a, b, is) => {
  expect(isOneSwapAway(a, b)).toBe(is)
})

test.each([
  ['image-latst', 'image-latest'],
  ['latest-image', 'image-latest'],
  ['Image_Latest', 'image-latest'],
  ['host-paths', 'host-path'],
  ['kubernetes', null],
  ['', null],
])('%j is likest to %j', (id, nearest) => {
  expect(nearestOf(id, ['host-path', 'image-latest', 'privileged'])).toBe(nearest)
})
