import type { Change } from '../../kubernetes/change'
import { renameLabel, setLabel } from '../../kubernetes/edits/labels'
import { servicesIn } from '../../kubernetes/services'
import type { Path } from '../../kubernetes/path'
import { workloadsIn } from '../../kubernetes/workloadKinds'
import type { Advice } from './advice'
import { serviceText, together, SERVING_POD } from './design/examples'
import { typoIn } from './design/selectorTypo'

/** A Service's selector that is a letter away from the labels of a pod. */
export const serviceSelectorTypo: Advice = {
  id: 'service-selector-typo',
  level: 'error',
  title: 'Selector with a slip of the pen',
  why: 'Labels are compared letter by letter, and this selector matches no pod, but nearly one. The Service has no endpoints: connections are refused or time out.',
  mend: 'Write the label as the pods have it.',
  docs: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  bad: together(
    SERVING_POD,
    serviceText(`
selector: { app: shopp }
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
      .filter(({ selects, type }) => selects.length === 0 && type?.selects !== false)
      .flatMap(({ selector, namespace, path }) => {
        const typo = typoIn(selector, namespace, workloads)
        return typo === null
          ? []
          : [
              {
                path: [...path, 'spec', 'selector', typo.key],
                message: `No pod has ${typo.key}: ${typo.value}; ${typo.workload.name} has ${typo.meantKey}: ${typo.meantValue}`,
              },
            ]
      }),
  fix: { label: 'Write it as the pods have it', change: asThePodsHaveIt },
}

function asThePodsHaveIt(path: Path): Change {
  return (documents) => {
    const service = servicesIn(documents).find((each) => each.path[0] === path[0])
    const typo = service && typoIn(service.selector, service.namespace, workloadsIn(documents))
    if (!typo) return undefined
    const mapping = path.slice(0, -1)
    if (typo.key !== typo.meantKey) renameLabel(mapping, typo.key, typo.meantKey)(documents)
    if (typo.value !== typo.meantValue) setLabel(mapping, typo.meantKey, typo.meantValue)(documents)
    return path
  }
}
