import type { Advice } from './advice'
import { objectText, podText, together } from './design/examples'
import { missingOf } from './design/missing'

const POD = podText(`
containers:
- name: app
  image: example.com/shop:1.4
  volumeMounts:
  - name: data
    mountPath: /data
volumes:
- name: data
  persistentVolumeClaim:
    claimName: shop
`)

/** A claim that is named and not in the design. */
export const missingClaim: Advice = {
  id: 'missing-claim',
  level: 'error',
  title: 'Claim that is not here',
  why: 'Without the claim the pod can’t be scheduled and stays Pending. The server takes the manifest all the same.',
  mend: 'Add the PersistentVolumeClaim. Where it is made elsewhere, say so with a comment that switches this rule off.',
  docs: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes',
  bad: POD,
  good: together(
    objectText(
      'v1',
      'PersistentVolumeClaim',
      'shop',
      `spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }`,
    ),
    POD,
  ),
  check: (design) =>
    missingOf(design, 'PersistentVolumeClaim').map(({ path, name }) => ({
      path,
      message: `This design has no PersistentVolumeClaim ${name}: the pod stays Pending without it`,
    })),
}
