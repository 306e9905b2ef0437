import { dns1123Label } from './names'

/**
 * Takes an image reference; gives the container name people would write for it: the repository's last part
 * without registry, tag and digest, as an RFC 1123 label (`docker.io/library/nginx:1.17` → `nginx`).
 * Gives '' where nothing of it can be a name.
 */
export function nameFromImage(image: string): string {
  const repository = (image.split('@')[0] ?? '').trim()
  const last = repository.slice(repository.lastIndexOf('/') + 1)
  const name = (last.split(':')[0] ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '')
  return dns1123Label(name) === null ? name : ''
}
