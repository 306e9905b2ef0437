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
  mend: 'Write the label of the template as the selector has it: the selector of an object that is there already can’t be changed.',
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
  fix: { label: 'Write the pods’ label as the selector has it', change: asTheSelectorHasIt },
}

function ownTypo(workload: Workload) {
  return typoIn(workload.selector, workload.namespace, [workload])
}

/** The selector can't be changed once the object is there, and others may select by the same label: the pods follow. */
function asTheSelectorHasIt(path: Path): Change {
  return (documents) => {
    const workload = workloadAt(documents, path)
    const typo = workload === null ? null : ownTypo(workload)
    if (workload === null || typo === null) return undefined
    const labels = [...workload.podMetadata, 'labels']
    const mapping = objectAt(documents, labels)
    if (mapping === null) return undefined
    renameKey(mapping, typo.meantKey, typo.key)
    place(documents, [...labels, typo.key], typo.value)
    return [...labels, typo.key]
  }
}
