import type { Advice } from './advice'
import { singleClaimsOf } from './design/claims'
import { deploymentText, objectText, together } from './design/examples'
import { replicasOf } from './design/pod'

const POD_SPEC = `
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
`

const claim = (mode: string): string =>
  objectText(
    'v1',
    'PersistentVolumeClaim',
    'shop',
    `spec:
  accessModes: [${mode}]
  resources: { requests: { storage: 1Gi } }`,
  )

/** A claim for one node, shared by several replicas. */
export const singleWriterClaim: Advice = {
  id: 'single-writer-claim',
  level: 'error',
  title: 'Claim of one node for several replicas',
  why: 'All replicas use the same claim, and it can be attached to one node at a time. A replica on another node stays in ContainerCreating with a Multi-Attach error.',
  mend: 'Use a StatefulSet with a volumeClaimTemplate, a claim with ReadWriteMany, or one replica.',
  docs: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  bad: together(claim('ReadWriteOnce'), deploymentText(POD_SPEC, 'replicas: 2')),
  good: together(claim('ReadWriteMany'), deploymentText(POD_SPEC, 'replicas: 2')),
  check: (design) =>
    design.pods
      .filter((pod) => pod.kind === 'DaemonSet' || (replicasOf(pod) ?? 1) > 1)
      .flatMap((pod) =>
        singleClaimsOf(design, pod).map(({ path, claim: name, mode }) => ({
          path,
          message: `${name} is ${mode}: replicas on other nodes can't attach it`,
        })),
      ),
}
