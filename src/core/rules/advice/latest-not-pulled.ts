import { tagAndDigestOf } from '../../kubernetes/knownImages'
import { field, textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { podText } from './design/examples'

/** The tag latest that is not pulled again. */
export const latestNotPulled: Advice = {
  id: 'latest-not-pulled',
  level: 'warning',
  title: 'The tag latest, and not pulled again',
  why: 'A node that has pulled the image before keeps what was latest then. Pods of one workload run different programs, depending on the node.',
  mend: 'Name a version: then IfNotPresent is right.',
  docs: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  bad: podText(`
containers:
- name: app
  image: example.com/shop:latest
  imagePullPolicy: IfNotPresent
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop:1.4
  imagePullPolicy: IfNotPresent
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ path, image, value }) => {
        const { tag, digest } = tagAndDigestOf(image)
        const policy = textOf(field(value, 'imagePullPolicy'))
        return tag === 'latest' && digest === '' && (policy === 'IfNotPresent' || policy === 'Never')
          ? [
              {
                path: [...path, 'imagePullPolicy'],
                message: `${policy}: a node keeps the ${image} that it pulled first`,
              },
            ]
          : []
      }),
    ),
}
