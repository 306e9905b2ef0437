import { tagAndDigestOf } from '../../../kubernetes/knownImages'

/** Takes an image and a version for tags that name none; gives the version that its tag begins with. */
export function versionOf(image: string, otherwise: string): string {
  return /^v?(\d+(?:\.\d+)*)/.exec(tagAndDigestOf(image).tag)?.[1] ?? otherwise
}
