import { imageReference as complaintOf } from '../../kubernetes/values'
import type { Advice } from './advice'
import { podText } from './design/examples'
import { rewritten } from './design/rewritten'

/** An image's name that no runtime can read. */
export const imageReference: Advice = {
  id: 'image-reference',
  level: 'error',
  title: 'Name that no image can have',
  why: 'The server takes any text for an image; the kubelet does not. The container waits with InvalidImageName until the name is changed.',
  mend: 'Write registry/repository:tag, the repository in lower case.',
  docs: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  bad: podText(`
containers:
- name: app
  image: example.com/Shop/App:1.4
`),
  good: podText(`
containers:
- name: app
  image: example.com/shop/app:1.4
`),
  check: ({ pods }) =>
    pods.flatMap(({ containers }) =>
      containers.flatMap(({ path, image }) => {
        // What stands there for a template to fill in is not an image yet; blanks around it the server refuses.
        if (image === '' || image.trim() !== image || /[{}$<>%]/.test(image)) return []
        const complaint = complaintOf(image)
        return complaint === null
          ? []
          : [
              {
                path: [...path, 'image'],
                message: `${image}: ${complaint}`,
                fixable: complaintOf(withLowerRepository(image)) === null,
              },
            ]
      }),
    ),
  fix: { label: 'Write it in lower case', change: rewritten(withLowerRepository) },
}

/** Tags may have capitals. */
function withLowerRepository(image: string): string {
  const colon = image.lastIndexOf(':')
  const end = colon > image.lastIndexOf('/') ? colon : image.length
  return image.slice(0, end).toLowerCase() + image.slice(end)
}
