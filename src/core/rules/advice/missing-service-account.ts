import { field, textOf } from '../../kubernetes/shape'
import type { Advice } from './advice'
import { objectText, podText, together } from './design/examples'

const POD = podText(`
serviceAccountName: shop
containers:
- name: app
  image: example.com/shop:1.4
`)

/** A service account that is named and not in the design. */
export const missingServiceAccount: Advice = {
  id: 'missing-service-account',
  level: 'error',
  title: 'Service account that is not here',
  why: 'A pod is refused when its account does not exist. A workload is taken all the same, and tells only in its events that it can’t make a pod.',
  mend: 'Add the ServiceAccount. Where it is made elsewhere, say so with a comment that switches this rule off.',
  docs: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
  bad: POD,
  good: together(objectText('v1', 'ServiceAccount', 'shop', ''), POD),
  check: (design) =>
    design.pods.flatMap(({ spec, path, workload }) => {
      const name = textOf(field(spec, 'serviceAccountName'))
      // Every namespace has the account `default`.
      if (name === '' || name === 'default') return []
      return design.named('ServiceAccount', name, workload.namespace) === null
        ? [
            {
              path: [...path, 'serviceAccountName'],
              message: `This design has no ServiceAccount ${name}: no pod is made without it`,
            },
          ]
        : []
    }),
}
