import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, textOf } from '../../../kubernetes/shape'
import { inside } from '../cells'
import { describeContainers } from './containers'
import type { Description } from './description'
import { describeAnnotations, describeLabels, entriesOf } from './metadata'
import { describeSpread, describeTolerations } from './scheduling'
import { describeVolumes } from './volumes'

/** Takes a pod template; writes it (DescribePodTemplate). */
export function describePodTemplate(to: Description, template: Json | undefined): void {
  to.line(0, 'Pod Template:')
  if (!isObject(template)) {
    to.line(1, '<unset>')
    return
  }
  const spec = field(template, 'spec')
  describeLabels(to, '  Labels', inside(template, 'metadata', 'labels'))
  const annotations = inside(template, 'metadata', 'annotations')
  if (entriesOf(annotations).length > 0) describeAnnotations(to, '  Annotations', annotations)
  const account = textOf(field(spec, 'serviceAccountName'))
  if (account !== '') to.line(1, `Service Account:\t${account}`)
  for (const [title, key] of [
    ['Init Containers', 'initContainers'],
    ['Containers', 'containers'],
  ] as const) {
    const containers = itemsOf(field(spec, key))
    if (containers.length > 0 || key === 'containers')
      describeContainers(to, { title, containers, statuses: [], indent: '  ' })
  }
  describeVolumes(to, itemsOf(field(spec, 'volumes')), '  ')
  describeSpread(to, '  ', field(spec, 'topologySpreadConstraints'))
  const priority = textOf(field(spec, 'priorityClassName'))
  if (priority !== '') to.line(1, `Priority Class Name:\t${priority}`)
  describeLabels(to, '  Node-Selectors', field(spec, 'nodeSelector'))
  describeTolerations(to, '  Tolerations', field(spec, 'tolerations'))
}
