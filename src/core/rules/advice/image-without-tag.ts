import { tagAndDigestOf } from '../../kubernetes/knownImages'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** An image with neither tag nor digest. */
export const imageWithoutTag: Advice = {
  id: 'image-without-tag',
  level: 'warning',
  title: 'Image without a version',
  why: 'Without a tag it is the tag latest, which moves with every release. Replicas started at different times then run different programs.',
  mend: 'Name a version, or better a digest.',
  docs: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: podText(`
containers:
- name: app
  image: example.com/shop
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ image }) => {
          const { tag, digest } = tagAndDigestOf(image)
          return image !== '' && tag === '' && digest === ''
        })
        .map(({ path, image }) => ({
          path: [...path, 'image'],
          message: `${image} names no version: it is ${image}:latest`,
        })),
    ),
}
