import { repositoryOf, tagAndDigestOf } from '../../kubernetes/knownImages'
import { hash } from '../hash'

/** How large images of well-known makers are when they are pulled, in megabytes: about what containerd reports of those for amd64. */
const MEGABYTES: Readonly<Record<string, number>> = {
  alpine: 3.6,
  bash: 6.5,
  busybox: 2.2,
  'curlimages/curl': 9.5,
  debian: 48.5,
  'envoyproxy/envoy': 62,
  'fluent/fluent-bit': 38,
  httpd: 58,
  memcached: 31,
  mongo: 278,
  mysql: 245,
  nginx: 68.5,
  node: 395,
  postgres: 158,
  python: 385,
  rabbitmq: 98,
  redis: 45,
  'registry.k8s.io/pause': 0.3,
  'traefik/whoami': 2.9,
  ubuntu: 29.7,
}

/** What stands in a tag for a smaller image, and how large that is in comparison. */
const SMALLER = [
  ['alpine', 0.3],
  ['slim', 0.4],
] as const

/** An image that is in no table has at least so many megabytes, and at most so many more. */
const LEAST = 20
const RANGE = 100

/** Takes an image reference; gives how many bytes it has: always the same for the same reference. */
export function imageSize(image: string): number {
  const repository = repositoryOf(image)
  const known = Object.hasOwn(MEGABYTES, repository) ? MEGABYTES[repository] : undefined
  const { tag } = tagAndDigestOf(image)
  const [, part = 1] = SMALLER.find(([word]) => tag.includes(word)) ?? []
  const megabytes = known === undefined ? LEAST + (hash(repository) % RANGE) : known * part
  return Math.round(megabytes * 1e6) + (hash(image) % 1e5)
}
