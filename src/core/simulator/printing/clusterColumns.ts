import { isObject, type Json } from '../../kubernetes/json'
import { field, itemsOf, labelsOf, textOf, wordOf } from '../../kubernetes/shape'
import { countAt, inside, nameOf, objectAge, type Columns } from './cells'

/*
 * The rows of nodes, accounts, autoscalers and budgets as kubectl prints them (pkg/printers/internalversion/printers.go).
 */

const ROLE = 'node-role.kubernetes.io/'

function nodeRoles(node: Json): string {
  const labels = labelsOf(inside(node, 'metadata', 'labels'))
  const roles = Object.entries(labels).flatMap(([key, value]) => {
    if (key.startsWith(ROLE)) return [key.slice(ROLE.length)]
    return key === 'kubernetes.io/role' ? [value] : []
  })
  return (
    roles
      .filter((role) => role !== '')
      .toSorted()
      .join(',') || '<none>'
  )
}

function nodeStatus(node: Json): string {
  const ready = itemsOf(inside(node, 'status', 'conditions')).find((each) => field(each, 'type') === 'Ready')
  const health = ready === undefined ? 'Unknown' : field(ready, 'status') === 'True' ? 'Ready' : 'NotReady'
  return inside(node, 'spec', 'unschedulable') === true ? `${health},SchedulingDisabled` : health
}

function nodeAddress(node: Json, type: string): string {
  const found = itemsOf(inside(node, 'status', 'addresses')).find((each) => field(each, 'type') === type)
  return textOf(field(found, 'address')) || '<none>'
}

function nodeInfo(node: Json, key: string, none = '<unknown>'): string {
  return textOf(inside(node, 'status', 'nodeInfo', key)) || none
}

/** What a metric should be: nobody measures here, so what it is stays unknown (formatHPAMetrics). */
function metricText(metric: Json): string {
  const resource = field(metric, 'resource') ?? field(metric, 'containerResource')
  const target = field(resource, 'target')
  if (!isObject(resource)) return '<unknown>/<auto>'
  const utilization = wordOf(field(target, 'averageUtilization'))
  const wanted = utilization === '' ? wordOf(field(target, 'averageValue')) || '<auto>' : `${utilization}%`
  return `${textOf(resource['name'])}: <unknown>/${wanted}`
}

function targets(autoscaler: Json): string {
  const metrics = itemsOf(inside(autoscaler, 'spec', 'metrics')).map((metric) => metricText(metric))
  if (metrics.length === 0) return '<none>'
  const shown = metrics.slice(0, 2).join(', ')
  return metrics.length > 2 ? `${shown} + ${metrics.length - 2} more...` : shown
}

/** A row a kind. */
export const CLUSTER_COLUMNS: Readonly<Record<string, Columns>> = {
  Node: {
    names: ['NAME', 'STATUS', 'ROLES', 'AGE', 'VERSION'],
    wideNames: ['INTERNAL-IP', 'EXTERNAL-IP', 'OS-IMAGE', 'KERNEL-VERSION', 'CONTAINER-RUNTIME'],
    cells: (object, now) => [
      nameOf(object),
      nodeStatus(object),
      nodeRoles(object),
      objectAge(object, now),
      nodeInfo(object, 'kubeletVersion', ''),
    ],
    wideCells: (object) => [
      nodeAddress(object, 'InternalIP'),
      nodeAddress(object, 'ExternalIP'),
      nodeInfo(object, 'osImage'),
      nodeInfo(object, 'kernelVersion'),
      nodeInfo(object, 'containerRuntimeVersion'),
    ],
  },
  ServiceAccount: {
    names: ['NAME', 'SECRETS', 'AGE'],
    wideNames: [],
    cells: (object, now) => [
      nameOf(object),
      itemsOf(field(object, 'secrets')).length,
      objectAge(object, now),
    ],
    wideCells: () => [],
  },
  HorizontalPodAutoscaler: {
    names: ['NAME', 'REFERENCE', 'TARGETS', 'MINPODS', 'MAXPODS', 'REPLICAS', 'AGE'],
    wideNames: [],
    cells: (object, now) => {
      const scaled = inside(object, 'spec', 'scaleTargetRef')
      return [
        nameOf(object),
        `${textOf(field(scaled, 'kind'))}/${textOf(field(scaled, 'name'))}`,
        targets(object),
        wordOf(inside(object, 'spec', 'minReplicas')) || '<unset>',
        countAt(object, 'spec', 'maxReplicas'),
        countAt(object, 'status', 'currentReplicas'),
        objectAge(object, now),
      ]
    },
    wideCells: () => [],
  },
  ControllerRevision: {
    names: ['NAME', 'CONTROLLER', 'REVISION', 'AGE'],
    wideNames: [],
    cells: (object, now) => {
      const owner = itemsOf(inside(object, 'metadata', 'ownerReferences')).find(
        (each) => field(each, 'controller') === true,
      )
      const [kind, name] = [textOf(field(owner, 'kind')).toLowerCase(), textOf(field(owner, 'name'))]
      return [
        nameOf(object),
        owner === undefined ? '<none>' : `${kind}.apps/${name}`,
        countAt(object, 'revision'),
        objectAge(object, now),
      ]
    },
    wideCells: () => [],
  },
  PodDisruptionBudget: {
    names: ['NAME', 'MIN AVAILABLE', 'MAX UNAVAILABLE', 'ALLOWED DISRUPTIONS', 'AGE'],
    wideNames: [],
    cells: (object, now) => [
      nameOf(object),
      wordOf(inside(object, 'spec', 'minAvailable')) || 'N/A',
      wordOf(inside(object, 'spec', 'maxUnavailable')) || 'N/A',
      countAt(object, 'status', 'disruptionsAllowed'),
      objectAge(object, now),
    ],
    wideCells: () => [],
  },
}
