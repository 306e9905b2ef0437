import { containersIn } from '../../core/kubernetes/containers'
import { filesIn } from '../../core/kubernetes/files'
import { ingressPathAt } from '../../core/kubernetes/ingress'
import type { Json } from '../../core/kubernetes/json'
import { keyUsesIn } from '../../core/kubernetes/keyUses'
import { objectsIn } from '../../core/kubernetes/objects'
import { referencesIn } from '../../core/kubernetes/references'
import { labelsNear, selectedWorkloads } from '../../core/kubernetes/selectors'
import { servicesIn } from '../../core/kubernetes/services'
import { projectionsIn, volumesIn } from '../../core/kubernetes/volumes'
import { workloadsIn } from '../../core/kubernetes/workloadKinds'

/** Takes documents; looks at them by every view there is. Throws where a view does. */
export function looked(documents: readonly Json[]): void {
  objectsIn(documents)
  servicesIn(documents)
  documents.forEach((document, index) => {
    for (const file of filesIn(documents, [index])) keyUsesIn(documents, [index], file.key)
    ingressPathAt(documents, [index, 'spec', 'rules', 0, 'http', 'paths', 0])
    selectedWorkloads(documents, [index], document)
    labelsNear(documents, [index], index % 2 === 0)
  })
  for (const { podSpec } of workloadsIn(documents)) {
    containersIn(documents, podSpec)
    referencesIn(documents, podSpec)
    for (const volume of volumesIn(documents, podSpec)) projectionsIn(documents, volume.path)
  }
}

