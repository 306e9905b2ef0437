import { tagAndDigestOf } from '../../kubernetes/knownImages'
import { field } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** An image with the tag latest. */
export const imageLatest: Advice = {
  id: 'image-latest',
  level: 'warning',
  title: 'Image with the tag latest',
  why: 'The tag moves with every release, so that replicas started at different times run different programs. Nobody can tell which one ran yesterday, or go back to it.',
  mend: 'Name a version, or better a digest.',
  docs: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:latest
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers
        .filter(({ image, value }) => {
          const { tag, digest } = tagAndDigestOf(image)
          const policy = field(value, 'imagePullPolicy')
          // The other policies have a rule of their own.
          return tag === 'latest' && digest === '' && (policy === undefined || policy === 'Always')
        })
        .map(({ path, image }) => ({
          path: [...path, 'image'],
          message: `${image} is whatever was released last, and it is pulled anew at each start`,
        })),
    ),
}
