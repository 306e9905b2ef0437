import type { Json } from '../../../kubernetes/json'
import { bytesOfBase64, bytesOfText } from '../../../kubernetes/base64'
import { field, itemsOf, labelsOf, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { accessModes } from '../accessModes'
import { inside, nameOf } from '../cells'
import type { Describe } from './around'
import { Description, goTexts, longTime } from './description'
import { describeEvents } from './events'
import { describeLabels, describeMarks, describeName, entriesOf } from './metadata'

/*
 * How `kubectl describe` tells of what pods use, and of nodes (describeConfigMap, describeSecret,
 * describePersistentVolumeClaim, describeServiceAccount, describeNode).
 */

function byteCount(base64: Json): number {
  return bytesOfBase64(wordOf(base64))?.length ?? 0
}

const describeConfigMap: Describe = (object, { events, now }) => {
  const to = new Description()
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, '\nData\n====')
  for (const [key, value] of entriesOf(field(object, 'data'))) to.line(0, `${key}:\n----\n${wordOf(value)}\n`)
  to.line(0, '\nBinaryData\n====')
  for (const [key, value] of entriesOf(field(object, 'binaryData')))
    to.line(0, `${key}: ${byteCount(value)} bytes`)
  to.line(0, '')
  describeEvents(to, events, now)
  return to.written()
}

const describeSecret: Describe = (object) => {
  const to = new Description()
  describeName(to, object)
  describeMarks(to, object)
  to.line(0, `\nType:\t${textOf(field(object, 'type')) || 'Opaque'}`)
  to.line(0, '\nData\n====')
  const plain = Object.entries(labelsOf(field(object, 'stringData')))
  const sizes = [
    ...entriesOf(field(object, 'data')).map(([key, value]) => [key, byteCount(value)] as const),
    ...plain.map(([key, value]) => [key, bytesOfText(value).length] as const),
  ]
  for (const [key, size] of sizes.toSorted(([a], [b]) => (a < b ? -1 : 1)))
    to.line(0, `${key}:\t${size} bytes`)
  return to.written()
}

const describeClaim: Describe = (object, { events, now, pods }) => {
  const to = new Description()
  const spec = field(object, 'spec')
  const volume = textOf(field(spec, 'volumeName'))
  const modes = accessModes(inside(object, 'status', 'accessModes'))
  const isDeleted = textOf(inside(object, 'metadata', 'deletionTimestamp')) !== ''
  describeName(to, object)
  to.line(0, `StorageClass:\t${textOf(field(spec, 'storageClassName'))}`)
  to.line(0, `Status:\t${isDeleted ? 'Terminating' : textOf(inside(object, 'status', 'phase'))}`)
  to.line(0, `Volume:\t${volume}`)
  describeMarks(to, object)
  to.line(0, `Finalizers:\t${goTexts(stringsOf(inside(object, 'metadata', 'finalizers')))}`)
  to.line(0, `Capacity:\t${volume === '' ? '' : wordOf(inside(object, 'status', 'capacity', 'storage'))}`)
  to.line(0, `Access Modes:\t${volume === '' ? '' : modes}`)
  to.line(0, `VolumeMode:\t${textOf(field(spec, 'volumeMode')) || 'Filesystem'}`)
  const users = pods.filter((pod) =>
    itemsOf(inside(pod, 'spec', 'volumes')).some(
      (each) => inside(each, 'persistentVolumeClaim', 'claimName') === nameOf(object),
    ),
  )
  to.list(
    0,
    'Used By',
    users.map((pod) => nameOf(pod)),
  )
  describeEvents(to, events, now)
  return to.written()
}

const describeServiceAccount: Describe = (object, { events, now }) => {
  const to = new Description()
  const names = (key: string) => itemsOf(field(object, key)).map((each) => textOf(field(each, 'name')))
  describeName(to, object)
  describeMarks(to, object)
  to.list(0, 'Image pull secrets', names('imagePullSecrets'))
  to.list(0, 'Mountable secrets', names('secrets'))
  to.list(0, 'Tokens', [])
  describeEvents(to, events, now)
  return to.written()
}

const SYSTEM_INFO = [
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
] as const

const describeNode: Describe = (object, { events, now, pods }) => {
  const to = new Description()
  to.line(0, `Name:\t${nameOf(object)}`)
  to.line(0, 'Roles:\t<none>')
  describeMarks(to, object)
  to.line(0, `CreationTimestamp:\t${longTime(inside(object, 'metadata', 'creationTimestamp'))}`)
  const taints = itemsOf(inside(object, 'spec', 'taints')).map((taint) => {
    const value = textOf(field(taint, 'value'))
    return `${textOf(field(taint, 'key'))}${value === '' ? '' : `=${value}`}:${textOf(field(taint, 'effect'))}`
  })
  to.list(0, 'Taints', taints)
  to.line(0, `Unschedulable:\t${inside(object, 'spec', 'unschedulable') === true}`)
  const conditions = itemsOf(inside(object, 'status', 'conditions'))
  if (conditions.length > 0) {
    to.line(0, 'Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage')
    to.line(1, '----\t------\t-----------------\t------------------\t------\t-------')
  }
  const made = textOf(inside(object, 'metadata', 'creationTimestamp'))
  for (const condition of conditions) {
    const [heartbeat, changed] = [
      field(condition, 'lastHeartbeatTime'),
      field(condition, 'lastTransitionTime'),
    ]
    const cells = [
      textOf(field(condition, 'type')),
      textOf(field(condition, 'status')),
      longTime(heartbeat ?? made),
      longTime(changed ?? made),
      textOf(field(condition, 'reason')),
    ]
    to.line(1, `${cells.join(' \t')} \t${textOf(field(condition, 'message'))}`)
  }
  to.line(0, 'Addresses:')
  for (const address of itemsOf(inside(object, 'status', 'addresses')))
    to.line(1, `${textOf(field(address, 'type'))}:\t${textOf(field(address, 'address'))}`)
  for (const [title, key] of [
    ['Capacity', 'capacity'],
    ['Allocatable', 'allocatable'],
  ] as const) {
    const amounts = entriesOf(inside(object, 'status', key))
    if (amounts.length > 0) to.line(0, `${title}:`)
    for (const [name, amount] of amounts) to.line(1, `${name}:\t${wordOf(amount)}`)
  }
  to.line(0, 'System Info:')
  for (const [title, key] of SYSTEM_INFO)
    to.line(1, `${title}:\t${textOf(inside(object, 'status', 'nodeInfo', key))}`)
  const own = pods.filter((pod) => inside(pod, 'spec', 'nodeName') === nameOf(object))
  to.line(0, `Non-terminated Pods:\t(${own.length} in total)`)
  to.line(1, 'Namespace\tName')
  to.line(1, '---------\t----')
  for (const pod of own) to.line(1, `${textOf(inside(pod, 'metadata', 'namespace'))}\t${nameOf(pod)}`)
  describeEvents(to, events, now)
  return to.written()
}

/** minAvailable or maxUnavailable, the pods that count, and whether one may go (describePodDisruptionBudget). */
const describeBudget: Describe = (object, { events, now }) => {
  const to = new Description()
  const spec = field(object, 'spec')
  describeName(to, object)
  for (const [title, key] of [
    ['Min available', 'minAvailable'],
    ['Max unavailable', 'maxUnavailable'],
  ] as const)
    if (field(spec, key) !== undefined) to.line(0, `${title}:\t${wordOf(field(spec, key))}`)
  describeLabels(to, 'Selector', inside(spec, 'selector', 'matchLabels'))
  to.line(0, 'Status:')
  for (const [title, key] of [
    ['Allowed disruptions', 'disruptionsAllowed'],
    ['Current', 'currentHealthy'],
    ['Desired', 'desiredHealthy'],
    ['Total', 'expectedPods'],
  ] as const)
    to.line(2, `${title}:\t${wordOf(inside(object, 'status', key)) || '0'}`)
  describeEvents(to, events, now)
  return to.written()
}

/** A row a kind. */
export const CONFIGURATION_DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  ConfigMap: describeConfigMap,
  Secret: describeSecret,
  PersistentVolumeClaim: describeClaim,
  ServiceAccount: describeServiceAccount,
  Node: describeNode,
  PodDisruptionBudget: describeBudget,
}
