import { versionOf } from '../images/versionOf'

/** The last release of each branch that images are still made of (nginx.org/en/CHANGES). */
const RELEASES: Readonly<Record<string, string>> = {
  '1.16': '1.16.1',
  '1.17': '1.17.10',
  '1.18': '1.18.0',
  '1.19': '1.19.10',
  '1.20': '1.20.2',
  '1.21': '1.21.6',
  '1.22': '1.22.1',
  '1.23': '1.23.4',
  '1.24': '1.24.0',
  '1.25': '1.25.5',
  '1.26': '1.26.3',
  '1.27': '1.27.5',
  '1.28': '1.28.0',
  '1.29': '1.29.3',
}

const NEWEST = '1.29.3'

/** Takes an image of nginx; gives the version of nginx in it. */
export function nginxVersionOf(image: string): string {
  const tagged = versionOf(image, NEWEST)
  return RELEASES[tagged] ?? (/^\d+$/.test(tagged) ? NEWEST : tagged)
}
