import { sameNamespace } from '../../kubernetes/objects'
import type { Labels } from '../../kubernetes/shape'
import type { Workload } from '../../kubernetes/workloadKinds'
import type { Advice } from './advice'
import { serviceText, together, SERVING_POD } from './design/examples'
import { typoIn } from './design/selectorTypo'

/** A Service that selects no pod of the design. */
export const serviceSelectsNothing: Advice = {
  id: 'service-selects-nothing',
  level: 'error',
  title: 'Service that selects no pod',
  why: 'A Service finds its pods by their labels, and no pod of this design has those. It then has no endpoints: connections are refused or time out.',
  mend: 'Write the labels of the pods into the selector. Where the pods are made elsewhere, say so with a comment that switches this rule off.',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service',
  bad: together(
    SERVING_POD,
    serviceText(`
selector: { app: checkout }
ports:
- port: 80
  targetPort: http
`),
  ),
  good: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: http
`),
  ),
  check: ({ services, workloads }) =>
    services
      .filter(({ selects, type, selector }) => {
        return selects.length === 0 && type?.selects !== false && Object.keys(selector).length > 0
      })
      .filter(
        ({ selector, namespace }) =>
          typoIn(selector, namespace, workloads) === null &&
          !selectsByControllersLabel(selector, namespace, workloads),
      )
      .map(({ path, selector }) => ({
        path: [...path, 'spec', 'selector'],
        message: `No pod of this design has ${Object.entries(selector)
          .map(([key, value]) => `${key}: ${value}`)
          .join(', ')}`,
      })),
}

/** Labels that a controller puts on the pods it makes, and the kind of workload (the well-known labels of Kubernetes). */
const MADE_LABELS: Readonly<Record<string, string>> = {
  'job-name': 'Job',
  'batch.kubernetes.io/job-name': 'Job',
  'batch.kubernetes.io/job-completion-index': 'Job',
  'statefulset.kubernetes.io/pod-name': 'StatefulSet',
  'apps.kubernetes.io/pod-index': 'StatefulSet',
}

/** Whether the selector asks for such a label, and a workload of that kind has all the others. */
function selectsByControllersLabel(
  selector: Labels,
  namespace: string,
  workloads: readonly Workload[],
): boolean {
  const made = Object.keys(selector).filter((key) => Object.hasOwn(MADE_LABELS, key))
  if (made.length === 0) return false
  return workloads.some(
    (workload) =>
      sameNamespace(workload.namespace, namespace) &&
      Object.entries(selector).every(([key, value]) =>
        Object.hasOwn(MADE_LABELS, key)
          ? MADE_LABELS[key] === workload.row.kind
          : Object.hasOwn(workload.labels, key) && workload.labels[key] === value,
      ),
  )
}
