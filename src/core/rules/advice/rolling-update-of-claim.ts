import type { Change } from '../../kubernetes/change'
import { setValue } from '../../kubernetes/edits/setValue'
import { valueAt, type Path } from '../../kubernetes/path'
import { textOf } from '../../kubernetes/shape'
import { workloadAt } from '../../kubernetes/workloadKinds'
import type { Advice } from './advice'
import { singleClaimsOf } from './design/claims'
import { deploymentText, objectText, together } from './design/examples'
import { replicasOf } from './design/pod'

const CLAIM = objectText(
  'v1',
  'PersistentVolumeClaim',
  'shop',
  `spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 1Gi } }`,
)

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

/** A rolling update of a pod whose claim only one node can have. */
export const rollingUpdateOfClaim: Advice = {
  id: 'rolling-update-of-claim',
  level: 'warning',
  title: 'Rolling update that waits for its own volume',
  why: 'A rolling update starts the new pod before the old one stops, and the volume is still attached to the old one’s node. On another node the new pod waits for ever, and on the same one both write to it.',
  mend: 'Set the strategy to Recreate, or use a StatefulSet.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  bad: together(CLAIM, deploymentText(POD_SPEC)),
  good: together(CLAIM, deploymentText(POD_SPEC, 'strategy: { type: Recreate }')),
  check: (design) =>
    design.pods
      .filter((pod) => pod.kind === 'Deployment' && replicasOf(pod) === 1)
      .filter(({ workload }) => {
        const strategy = [...workload.path, 'spec', 'strategy']
        const isRolling = textOf(valueAt(design.documents, [...strategy, 'type'])) !== 'Recreate'
        const surge = valueAt(design.documents, [...strategy, 'rollingUpdate', 'maxSurge'])
        return isRolling && surge !== 0 && surge !== '0%'
      })
      .flatMap((pod) =>
        singleClaimsOf(design, pod).map(({ path, claim, mode }) => ({
          path,
          message: `The new pod needs ${claim} (${mode}) while the old one still has it`,
        })),
      ),
  fix: { label: 'Stop the old pod first', change: recreate },
}

function recreate(path: Path): Change {
  return (documents) => {
    const workload = workloadAt(documents, path)
    if (workload === null) return undefined
    const strategy = [...workload.path, 'spec', 'strategy']
    setValue(strategy, { type: 'Recreate' })(documents)
    return strategy
  }
}
