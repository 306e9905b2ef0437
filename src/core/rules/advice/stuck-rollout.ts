import { valueAt } from '../../kubernetes/path'
import { numberOf } from '../../kubernetes/shape'
import type { Advice, Finding } from './advice'
import type { Design } from './design/design'
import { deploymentText } from './design/examples'
import { replicasOf, type Pod } from './design/pod'

const POD_SPEC = `
containers:
- name: app
  image: example.com/shop:1.4
`

/** A workload whose changes never reach its pods. */
export const stuckRollout: Advice = {
  id: 'stuck-rollout',
  level: 'warning',
  title: 'Rolling update that can’t move',
  why: 'A change of the template is stored, and no pod is replaced for it. The old version runs on without any error.',
  mend: 'Take away what holds the update, or do so when the change is to go out.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment',
  bad: deploymentText(POD_SPEC, 'paused: true'),
  good: deploymentText(POD_SPEC),
  check: (design) =>
    design.pods.flatMap((pod) => [
      ...pausedIn(design, pod),
      ...partitionedIn(design, pod),
      ...withoutRoomIn(design, pod),
    ]),
}

function pausedIn({ documents }: Design, { kind, workload }: Pod): Finding[] {
  const path = [...workload.path, 'spec', 'paused']
  return kind === 'Deployment' && valueAt(documents, path) === true
    ? [{ path, message: `${workload.name} is paused: changes of its template wait` }]
    : []
}

/** Pods whose number is below the partition keep the old template (StatefulSet, rolling update). */
function partitionedIn({ documents }: Design, pod: Pod): Finding[] {
  const path = [...pod.workload.path, 'spec', 'updateStrategy', 'rollingUpdate', 'partition']
  const partition = numberOf(valueAt(documents, path))
  const replicas = replicasOf(pod) ?? 1
  return pod.kind === 'StatefulSet' && partition !== null && replicas > 0 && partition >= replicas
    ? [{ path, message: `All ${replicas} pods are below the partition ${partition}: none is updated` }]
    : []
}

/** No pod may go first, and a new one can't come where the port of the node is taken. */
function withoutRoomIn({ documents }: Design, { kind, workload, containers }: Pod): Finding[] {
  const path = [...workload.path, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable']
  const most = valueAt(documents, path)
  const port = containers.flatMap(({ ports }) => ports).find(({ hostPort }) => (hostPort ?? 0) > 0)
  return kind === 'Deployment' && (most === 0 || most === '0%') && port !== undefined
    ? [
        {
          path,
          message: `No old pod may go first, and its port ${port.hostPort} of the node is needed for the new one`,
        },
      ]
    : []
}
