import { expect, test } from 'vitest'
import { KNOWN_IMAGES, knownImage, repositoryOf, tagAndDigestOf } from './knownImages'

test.each([
  ['nginx', 'nginx', '', ''],
  ['nginx:1.27', 'nginx', '1.27', ''],
  ['docker.io/library/nginx:1.27', 'nginx', '1.27', ''],
  ['library/nginx', 'nginx', '', ''],
  ['localhost:5000/shop', 'localhost:5000/shop', '', ''],
  ['localhost:5000/shop:2@sha256:abc', 'localhost:5000/shop', '2', 'sha256:abc'],
  ['grafana/grafana@sha256:abc', 'grafana/grafana', '', 'sha256:abc'],
  ['', '', '', ''],
])('%s', (image, repository, tag, digest) => {
  expect(repositoryOf(image)).toBe(repository)
  expect(tagAndDigestOf(image)).toEqual({ tag, digest })
})

test('an image of somebody else is not known by its last part', () => {
  expect(knownImage('nginx:1')?.listens).toEqual([80])
  expect(knownImage('example.com/nginx:1')).toBeNull()
})

test('each image is there once, with absolute paths', () => {
  expect(new Set(KNOWN_IMAGES.map(({ repository }) => repository)).size).toBe(KNOWN_IMAGES.length)
  for (const { repository, writes, content, config, source } of KNOWN_IMAGES) {
    expect(repositoryOf(repository)).toBe(repository)
    for (const path of [...writes, ...content, ...config]) expect(path).toMatch(/^\/.+[^/]$/)
    expect(source).toMatch(/^https:/)
  }
})
