import { canonicalQuantity } from '../../../kubernetes/canonicalQuantity'
import { isObject, type Json } from '../../../kubernetes/json'
import { field, itemsOf, numberOf, stringsOf, textOf, wordOf } from '../../../kubernetes/shape'
import { countAt, inside } from '../cells'
import { longTime, trueOrFalse, type Description } from './description'
import { describeEnvironment, describeEnvironmentSources, type ReadField } from './environment'
import { entriesOf } from './metadata'
import { probeText } from './probe'

/** What containers are described with. */
export interface ContainersInput {
  readonly title: string
  readonly containers: readonly Json[]
  readonly statuses: readonly Json[]
  /** Gives what a field of the pod says; none in a template, which is no pod yet. */
  readonly readField?: ReadField
  /** What stands before the title: templates are indented. */
  readonly indent: string
}

/** Takes containers and their statuses; writes all that `kubectl describe` tells of them (describeContainers). */
export function describeContainers(to: Description, input: ContainersInput): void {
  const { title, containers, statuses, readField, indent } = input
  to.line(0, `${indent}${title}:${containers.length === 0 ? ' <none>' : ''}`)
  for (const container of containers) {
    const name = textOf(field(container, 'name'))
    const status = statuses.find((each) => field(each, 'name') === name)
    to.line(1, `${indent === '' ? '' : ' '}${name}:`)
    describeBasics(to, container, status)
    describeLines(to, 'Command', field(container, 'command'))
    describeLines(to, 'Args', field(container, 'args'))
    if (status !== undefined) describeStatus(to, status)
    describeResources(to, 2, field(container, 'resources'))
    describeProbes(to, container)
    describeEnvironmentSources(to, container)
    describeEnvironment(to, container, readField)
    describeMounts(to, container)
  }
}

function describeBasics(to: Description, container: Json, status: Json | undefined): void {
  if (status !== undefined) to.line(2, `Container ID:\t${textOf(field(status, 'containerID'))}`)
  to.line(2, `Image:\t${textOf(field(container, 'image'))}`)
  if (status !== undefined) to.line(2, `Image ID:\t${textOf(field(status, 'imageID'))}`)
  describePorts(to, container, 'Port', 'containerPort')
  describePorts(to, container, 'Host Port', 'hostPort')
  describeSeccomp(to, 2, inside(container, 'securityContext', 'seccompProfile'))
}

function describePorts(to: Description, container: Json, title: string, key: string): void {
  const ports = itemsOf(field(container, 'ports')).map((port) => {
    const name = textOf(field(port, 'name'))
    const number = `${countAt(port, key)}/${textOf(field(port, 'protocol'))}`
    return name === '' ? number : `${number} (${name})`
  })
  to.line(2, `${title}${ports.length > 1 ? 's' : ''}:\t${ports.join(', ') || '<none>'}`)
}

/** Takes a level and a seccomp profile; writes it, where there is one. */
export function describeSeccomp(to: Description, level: number, profile: Json | undefined): void {
  if (!isObject(profile)) return
  to.line(level, `SeccompProfile:\t${textOf(profile['type'])}`)
  if (profile['type'] !== 'Localhost') return
  to.line(level === 0 ? 0 : level + 1, `LocalhostProfile:\t${textOf(profile['localhostProfile'])}`)
}

function describeLines(to: Description, title: string, words: Json | undefined): void {
  const all = stringsOf(words)
  if (all.length === 0) return
  to.line(2, `${title}:`)
  for (const line of all.flatMap((word) => word.split('\n'))) to.line(3, line)
}

/** Takes a level and resources; writes limits and requests, where there are any (describeResources). */
export function describeResources(to: Description, level: number, resources: Json | undefined): void {
  for (const [title, key] of [
    ['Limits', 'limits'],
    ['Requests', 'requests'],
  ] as const) {
    const amounts = entriesOf(field(resources, key))
    if (amounts.length > 0) to.line(level, `${title}:`)
    for (const [name, amount] of amounts) to.line(level + 1, `${name}:\t${canonicalQuantity(wordOf(amount))}`)
  }
}

function describeStatus(to: Description, status: Json): void {
  describeState(to, 'State', field(status, 'state'))
  const last = field(status, 'lastState')
  if (isObject(field(last, 'terminated'))) describeState(to, 'Last State', last)
  to.line(2, `Ready:\t${trueOrFalse(field(status, 'ready'))}`)
  to.line(2, `Restart Count:\t${countAt(status, 'restartCount')}`)
}

/** A state, and what is written below it. */
const STATES: Readonly<Record<string, (to: Description, state: Json) => void>> = {
  running: (to, state) => {
    to.line(3, `Started:\t${longTime(field(state, 'startedAt'))}`)
  },
  waiting: (to, state) => {
    describeText(to, 'Reason', field(state, 'reason'))
  },
  terminated: (to, state) => {
    describeText(to, 'Reason', field(state, 'reason'))
    describeText(to, 'Message', field(state, 'message'))
    to.line(3, `Exit Code:\t${countAt(state, 'exitCode')}`)
    const signal = countAt(state, 'signal')
    if (signal > 0) to.line(3, `Signal:\t${signal}`)
    to.line(3, `Started:\t${longTime(field(state, 'startedAt'))}`)
    to.line(3, `Finished:\t${longTime(field(state, 'finishedAt'))}`)
  },
}

function describeText(to: Description, title: string, value: Json | undefined): void {
  const text = textOf(value)
  if (text !== '') to.line(3, `${title}:\t${text}`)
}

function describeState(to: Description, title: string, all: Json | undefined): void {
  const known = Object.entries(STATES).find(([name]) => isObject(field(all, name)))
  const [name, describe] = known ?? ['waiting', undefined]
  to.line(2, `${title}:\t${name.charAt(0).toUpperCase()}${name.slice(1)}`)
  describe?.(to, field(all, name) ?? null)
}

function describeProbes(to: Description, container: Json): void {
  for (const title of ['Liveness', 'Readiness', 'Startup']) {
    const probe = field(container, `${title.toLowerCase()}Probe`)
    if (isObject(probe)) to.line(2, `${title}:\t${probeText(probe)}`)
  }
}

function describeMounts(to: Description, container: Json): void {
  const mounts = sortedBy(itemsOf(field(container, 'volumeMounts')), 'mountPath')
  const none = mounts.length === 0 ? '\t<none>' : ''
  to.line(2, `Mounts:${none}`)
  for (const mount of mounts) {
    const path = textOf(field(mount, 'subPath'))
    const flags = [
      field(mount, 'readOnly') === true ? 'ro' : 'rw',
      ...(path === '' ? [] : [`path=${JSON.stringify(path)}`]),
    ]
    const [at, from] = [textOf(field(mount, 'mountPath')), textOf(field(mount, 'name'))]
    to.line(3, `${at} from ${from} (${flags.join(',')})`)
  }
  const devices = sortedBy(itemsOf(field(container, 'volumeDevices')), 'devicePath')
  if (devices.length > 0) to.line(2, `Devices:${none}`)
  for (const device of devices)
    to.line(3, `${textOf(field(device, 'devicePath'))} from ${textOf(field(device, 'name'))}`)
}

function sortedBy(items: readonly Json[], key: string): readonly Json[] {
  return items.toSorted((a, b) => (textOf(field(a, key)) < textOf(field(b, key)) ? -1 : 1))
}

/** Takes an amount of something that may be left out; gives it, or `<unset>`. */
export function countOrUnset(value: Json | undefined, unit = ''): string {
  const count = numberOf(value)
  return count === null ? '<unset>' : `${count}${unit}`
}
