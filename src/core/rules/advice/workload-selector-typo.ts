import type { Change } from '../../kubernetes/change'
import { objectAt, place } from '../../kubernetes/edits/ensure'
import { renameKey } from '../../kubernetes/edits/mapping'
import type { Path } from '../../kubernetes/path'
import { workloadAt, type Workload } from '../../kubernetes/workloadKinds'
import type { Advice } from './advice'
import { deploymentText } from './design/examples'
import { typoIn } from './design/selectorTypo'

const POD_SPEC = `
containers:
- name: app
  image: example.com/shop:1.4
`

/** A workload whose selector is a letter away from the labels of its own template. */
export const workloadSelectorTypo: Advice = {
  id: 'workload-selector-typo',
  level: 'error',
  title: 'Selector a letter away from the template',
  why: 'A workload must select the pods of its own template. The server refuses it while one letter differs.',
  mend: 'Write the label of the selector as the template has it.',
  docs: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector',
  bad: deploymentText(POD_SPEC).replace('matchLabels: { app: shop }', 'matchLabels: { app: shp }'),
  good: deploymentText(POD_SPEC),
  check: ({ workloads }) =>
    workloads.flatMap((workload) => {
      const typo = ownTypo(workload)
      return typo === null || workload.selectorPath === null
        ? []
        : [
            {
              path: [...workload.selectorPath, typo.key],
              message: `The template has ${typo.meantKey}: ${typo.meantValue}, not ${typo.key}: ${typo.value}`,
            },
          ]
    }),
  fix: { label: 'Write it as the template has it', change: asTheTemplateHasIt },
}

function ownTypo(workload: Workload) {
  return typoIn(workload.selector, workload.namespace, [workload])
}

/** The edit of a label would change the template along with it, and that one is right. */
function asTheTemplateHasIt(path: Path): Change {
  return (documents) => {
    const workload = workloadAt(documents, path)
    const mapping = objectAt(documents, path.slice(0, -1))
    const typo = workload === null ? null : ownTypo(workload)
    if (typo === null || mapping === null) return undefined
    renameKey(mapping, typo.key, typo.meantKey)
    place(documents, [...path.slice(0, -1), typo.meantKey], typo.meantValue)
    return path
  }
}
