import { repositoryOf } from '../../../kubernetes/knownImages'
import { DATABASE_IMAGES } from '../databases/databases'
import { REDIS_IMAGES } from '../databases/redis'
import { NGINX_IMAGES } from '../nginx/nginxImages'
import { PROXY_IMAGES } from '../proxies/proxyImages'
import { APPLICATION_IMAGES } from '../servers/applications'
import { ECHO_SERVER_IMAGES } from '../servers/echoServers'
import { FILE_SERVER_IMAGES } from '../servers/fileServers'
import { SHIPPER_IMAGES } from '../shippers/shipperImages'
import { SIDECAR_IMAGES } from '../sidecars/sidecarImages'
import type { ImageRow } from './imageRow'
import { SHELL_IMAGES } from './shellImages'

/** What is known of images, one row each. What is in no row stays up and does nothing. */
export const IMAGES: readonly ImageRow[] = [
  ...SHELL_IMAGES,
  ...NGINX_IMAGES,
  ...FILE_SERVER_IMAGES,
  ...ECHO_SERVER_IMAGES,
  ...APPLICATION_IMAGES,
  ...REDIS_IMAGES,
  ...DATABASE_IMAGES,
  ...SHIPPER_IMAGES,
  ...PROXY_IMAGES,
  ...SIDECAR_IMAGES,
]

const BY_REPOSITORY: ReadonlyMap<string, ImageRow> = new Map(
  IMAGES.flatMap((row) => row.images.map((repository) => [repository, row] as const)),
)

/** By the last part of the name: a mirror's `registry.example.com/library/nginx` is nginx. */
const BY_NAME: ReadonlyMap<string, ImageRow> = new Map(
  IMAGES.flatMap((row) => row.images.map((repository) => [lastPart(repository), row] as const)),
)

/** Takes an image reference; gives its row, undefined where nobody knows it. */
export function imageRowOf(image: string): ImageRow | undefined {
  const repository = repositoryOf(image)
  return BY_REPOSITORY.get(repository) ?? BY_NAME.get(lastPart(repository))
}

function lastPart(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1)
}
