import type { Change } from '../../kubernetes/change'
import { setValues } from '../../kubernetes/edits/setValue'
import type { Json } from '../../kubernetes/json'
import { sameNamespace } from '../../kubernetes/objects'
import { valueAt, type Path } from '../../kubernetes/path'
import { selectorMatches } from '../../kubernetes/selectors'
import type { Advice } from './advice'
import { deploymentText, objectText, together } from './design/examples'
import { scaledBy } from './design/autoscalers'

const DEPLOYMENT = deploymentText(
  `
containers:
- name: app
  image: example.com/shop:1.4
`,
  'replicas: 2',
)

const budget = (rule: string): string =>
  objectText(
    'policy/v1',
    'PodDisruptionBudget',
    'shop',
    `spec:
  ${rule}
  selector:
    matchLabels: { app: shop }`,
  )

/** A disruption budget that never lets a pod go. */
export const blockedDrain: Advice = {
  id: 'blocked-drain',
  level: 'warning',
  title: 'Budget that blocks every drain',
  why: 'The budget never allows a pod to be evicted, so that kubectl drain waits for ever. Upgrades of nodes hang, until somebody deletes the budget.',
  mend: 'Allow one pod to be away (maxUnavailable: 1), or run more replicas than must be available.',
  docs: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  bad: together(DEPLOYMENT, budget('minAvailable: 2')),
  good: together(DEPLOYMENT, budget('maxUnavailable: 1')),
  check: (design) =>
    design.ofKind('PodDisruptionBudget').flatMap(({ path, namespace }) => {
      const spec = [...path, 'spec']
      const most = valueAt(design.documents, [...spec, 'maxUnavailable'])
      if (most === 0 || most === '0%' || most === '0')
        return [{ path: [...spec, 'maxUnavailable'], message: 'No pod may ever be away' }]
      const least = valueAt(design.documents, [...spec, 'minAvailable'])
      const selector = valueAt(design.documents, [...spec, 'selector'])
      const workloads = design.workloads.filter(
        (workload) =>
          sameNamespace(workload.namespace, namespace) && selectorMatches(selector, workload.labels),
      )
      const isKnown = workloads.every(
        (workload) => workload.replicasPath !== null && scaledBy(design, workload) === null,
      )
      const replicas = workloads.reduce((sum, workload) => sum + (workload.replicas ?? 1), 0)
      const needed = neededOf(least, replicas)
      return needed !== null && isKnown && replicas > 0 && needed >= replicas
        ? [
            {
              path: [...spec, 'minAvailable'],
              message: `${needed} of ${replicas} pods must be available: none may go`,
            },
          ]
        : []
    }),
  fix: { label: 'Let one pod be away at a time', change: oneAway },
}

/** A percentage is of the replicas, rounded up (GetScaledValueFromIntOrPercent in the disruption controller). */
function neededOf(least: Json | undefined, replicas: number): number | null {
  if (typeof least === 'number') return least
  const percent = typeof least === 'string' ? /^(\d+)%$/.exec(least)?.[1] : undefined
  return percent === undefined ? null : Math.ceil((Number(percent) * replicas) / 100)
}

function oneAway(path: Path): Change {
  const spec = path.slice(0, -1)
  return setValues([
    [[...spec, 'minAvailable'], undefined],
    [[...spec, 'maxUnavailable'], 1],
  ])
}
