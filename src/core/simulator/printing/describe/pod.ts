import { isObject, type Json } from '../../../kubernetes/json'
import { storedQosClassOf } from '../../../kubernetes/qos'
import { field, itemsOf, labelsOf, numberOf, textOf } from '../../../kubernetes/shape'
import { fieldPathValue } from '../../environment/fieldPathValue'
import { FINAL_PHASES } from '../../kubelet/status/podStatusTypes'
import { ageOf } from '../ageOf'
import { countAt, inside } from '../cells'
import { describeContainers, describeResources, describeSeccomp } from './containers'
import { Description, longTime } from './description'
import type { ReadField } from './environment'
import { describeEvents } from './events'
import { controllerOf, describeLabels, describeMarks, describeName } from './metadata'
import { describeSpread, describeTolerations } from './scheduling'
import { describeVolumes } from './volumes'

/** Takes a pod, the events about it and the time (milliseconds since 1970); gives what `kubectl describe pod` prints (describePod). */
export function describePod(pod: Json, events: readonly Json[], now: number): string {
  const to = new Description()
  const spec = field(pod, 'spec')
  const status = field(pod, 'status')
  describeName(to, pod)
  describePlace(to, spec, status)
  describeMarks(to, pod)
  describePhase(to, pod, now)
  describeAddresses(to, pod)
  if (isObject(field(spec, 'resources'))) {
    to.line(0, 'Resources:')
    describeResources(to, 1, field(spec, 'resources'))
  }
  describeAllContainers(to, pod)
  describeGates(to, pod)
  describeConditions(to, status)
  describeVolumes(to, itemsOf(field(spec, 'volumes')), '')
  to.line(0, `QoS Class:\t${textOf(field(status, 'qosClass')) || storedQosClassOf(spec)}`)
  describeLabels(to, 'Node-Selectors', field(spec, 'nodeSelector'))
  describeTolerations(to, 'Tolerations', field(spec, 'tolerations'))
  describeSpread(to, '', field(spec, 'topologySpreadConstraints'))
  describeEvents(to, events, now)
  return to.written()
}

function describePlace(to: Description, spec: Json | undefined, status: Json | undefined): void {
  const priority = numberOf(field(spec, 'priority'))
  if (priority !== null) to.line(0, `Priority:\t${priority}`)
  for (const [title, key] of [
    ['Priority Class Name', 'priorityClassName'],
    ['Runtime Class Name', 'runtimeClassName'],
    ['Service Account', 'serviceAccountName'],
  ] as const) {
    const text = textOf(field(spec, key))
    if (text !== '') to.line(0, `${title}:\t${text}`)
  }
  const node = textOf(field(spec, 'nodeName'))
  to.line(0, `Node:\t${node === '' ? '<none>' : `${node}/${textOf(field(status, 'hostIP'))}`}`)
  const start = field(status, 'startTime')
  if (textOf(start) !== '') to.line(0, `Start Time:\t${longTime(start)}`)
}

function describePhase(to: Description, pod: Json, now: number): void {
  const status = field(pod, 'status')
  const phase = textOf(field(status, 'phase'))
  const deleted = textOf(inside(pod, 'metadata', 'deletionTimestamp'))
  if (deleted !== '' && !FINAL_PHASES.has(phase)) {
    to.line(0, `Status:\tTerminating (lasts ${ageOf(deleted, now)})`)
    to.line(0, `Termination Grace Period:\t${countAt(pod, 'metadata', 'deletionGracePeriodSeconds')}s`)
  } else to.line(0, `Status:\t${phase}`)
  for (const title of ['Reason', 'Message']) {
    const text = textOf(field(status, title.toLowerCase()))
    if (text !== '') to.line(0, `${title}:\t${text}`)
  }
  describeSeccomp(to, 0, inside(pod, 'spec', 'securityContext', 'seccompProfile'))
}

function describeAddresses(to: Description, pod: Json): void {
  const status = field(pod, 'status')
  to.line(0, `IP:\t${textOf(field(status, 'podIP'))}`)
  const addresses = itemsOf(field(status, 'podIPs'))
  to.line(0, addresses.length === 0 ? 'IPs:\t<none>' : 'IPs:')
  for (const address of addresses) to.line(1, `IP:\t${textOf(field(address, 'ip'))}`)
  const controller = controllerOf(pod)
  if (controller !== '') to.line(0, `Controlled By:\t${controller}`)
  const nominated = textOf(field(status, 'nominatedNodeName'))
  if (nominated !== '') to.line(0, `NominatedNodeName:\t${nominated}`)
}

/** The lists of containers: their title, where they are, and where their statuses are; mains are always told. */
const LISTS = [
  ['Init Containers', 'initContainers', 'initContainerStatuses'],
  ['Containers', 'containers', 'containerStatuses'],
  ['Ephemeral Containers', 'ephemeralContainers', 'ephemeralContainerStatuses'],
] as const

function describeAllContainers(to: Description, pod: Json): void {
  for (const [title, key, statusKey] of LISTS) {
    const containers = itemsOf(inside(pod, 'spec', key))
    if (containers.length === 0 && key !== 'containers') continue
    const statuses = itemsOf(inside(pod, 'status', statusKey))
    describeContainers(to, { title, containers, statuses, readField: fieldReader(pod), indent: '' })
  }
}

/** Only the fields of the metadata have a value here: fieldpath.ExtractFieldPathAsString knows no others. */
function fieldReader(pod: Json): ReadField {
  const metadata = field(pod, 'metadata')
  const known = {
    name: textOf(field(metadata, 'name')),
    namespace: textOf(field(metadata, 'namespace')),
    uid: textOf(field(metadata, 'uid')),
    labels: labelsOf(field(metadata, 'labels')),
    annotations: labelsOf(field(metadata, 'annotations')),
  }
  return (fieldPath) => {
    const found = fieldPathValue(known, fieldPath)
    return 'value' in found ? found.value : ''
  }
}

function describeGates(to: Description, pod: Json): void {
  const gates = itemsOf(inside(pod, 'spec', 'readinessGates'))
  if (gates.length === 0) return
  to.line(0, 'Readiness Gates:\n  Type\tStatus')
  for (const gate of gates) {
    const type = textOf(field(gate, 'conditionType'))
    const condition = itemsOf(inside(pod, 'status', 'conditions')).find(
      (each) => field(each, 'type') === type,
    )
    to.line(1, `${type} \t${condition === undefined ? '<none>' : textOf(field(condition, 'status'))} `)
  }
}

function describeConditions(to: Description, status: Json | undefined): void {
  const conditions = itemsOf(field(status, 'conditions'))
  if (conditions.length === 0) return
  to.line(0, 'Conditions:\n  Type\tStatus')
  for (const condition of conditions)
    to.line(1, `${textOf(field(condition, 'type'))} \t${textOf(field(condition, 'status'))} `)
}
