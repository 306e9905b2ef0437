import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PROGRAMS } from '../programs'
import { TestContainer } from '../testContainer'
import { IMAGES, imageRowOf } from './images'

test('ids and repositories are there once', () => {
  const ids = IMAGES.map(({ id }) => id)
  const repositories = IMAGES.flatMap(({ images }) => images)
  expect(ids).toEqual([...new Set(ids)])
  expect(repositories).toEqual([...new Set(repositories)])
})

describe('every image', () => {
  test.each(IMAGES.map((row) => [row.id, row] as const))(
    '%s starts, says why it ends, and hears SIGTERM where it has a program',
    async (_, row) => {
      const [image = ''] = row.images
      const { uid, gid } = row
      const container = await new TestContainer({ image, credentials: { uid, gid, groups: [] } })
        .boot(PROGRAMS)
        .until(60)
      if (container.exitCode !== undefined && row.program !== undefined) {
        expect([container.exitCode > 0, container.text('stderr') + container.text('stdout')]).not.toEqual([
          true,
          '',
        ])
        return
      }
      container.terminate()
      await container.until(120)
      expect(container.exitCode).toBeDefined()
    },
  )
})

test.each([
  ['nginx', 'nginx'],
  ['nginx:1.17', 'nginx'],
  ['docker.io/library/nginx@sha256:00', 'nginx'],
  ['registry.example.com:5000/mirror/redis:7', 'redis'],
  ['quay.io/prometheus/prometheus:v3', 'prometheus'],
  ['example/nginx-proxy', undefined],
])('%s is %s', (image, id) => {
  expect(imageRowOf(image)?.id).toBe(id)
})

const STORIES = ['../shared/manifests/patterns', '../shared/lessons']

/** The images of the patterns and lessons; none where they are absent (which is said on the console). */
function imagesOfStories(): readonly string[] {
  return STORIES.flatMap((folder) => {
    if (!existsSync(folder)) {
      console.info(`skipped: ${folder} is absent, so its images are not looked up`)
      return []
    }
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    return texts.flatMap((text) =>
      [...text.matchAll(/\bimage:\s*([^\s,}]+)/g)].map(([, image = '']) => image),
    )
  })
}

test('every image of the patterns and lessons has a row', () => {
  expect(imagesOfStories().filter((image) => imageRowOf(image) === undefined)).toEqual([])
})
