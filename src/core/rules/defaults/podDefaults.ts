import type { JsonObject } from '../../kubernetes/json'
import { field, itemsOf, numberOf, textOf } from '../../kubernetes/shape'
import { isObject } from '../../kubernetes/json'
import type { Context, Rules } from './rule'

/*
 * What the server fills into pods: pkg/apis/core/v1/defaults.go of Kubernetes 1.36, the conversion of its v1 types, and
 * the admission plugins that are on by default and need no cluster (Priority, DefaultTolerationSeconds).
 */

const CONTAINER = {
  resources: {},
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
}

const HTTP_GET = { path: '/', scheme: 'HTTP' }

/** The priority classes that every cluster has (pkg/apis/scheduling/v1/helpers.go). */
const SYSTEM_PRIORITIES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
}

/** Takes the name of a priority class; gives its number as far as every cluster has it (no class is 0), or null. */
export function priorityOfClass(name: string): number | null {
  if (name === '') return 0
  return Object.hasOwn(SYSTEM_PRIORITIES, name) ? (SYSTEM_PRIORITIES[name] ?? null) : null
}

/** What a pod tolerates for five minutes unless it says otherwise (plugin/pkg/admission/defaulttolerationseconds). */
const TOLERATED = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']

/** Takes an image; says which pull policy it gets: `latest`, written or not, is pulled always (SetDefaults_Container). */
function pullPolicyOf(image: string): 'Always' | 'IfNotPresent' {
  const last = image.slice(image.lastIndexOf('/') + 1)
  if (image === '' || /[\sA-Z]/.test(last.split(':')[0] ?? '')) return 'IfNotPresent'
  const isPinned = last.includes('@') || (last.includes(':') && !last.endsWith(':latest'))
  return isPinned ? 'IfNotPresent' : 'Always'
}

function fillContainer(draft: JsonObject, context: Context): void {
  draft['imagePullPolicy'] ??= pullPolicyOf(textOf(draft['image']))
  const limits = field(draft['resources'], 'limits')
  if (context.kind !== 'Pod' || !isObject(limits)) return
  const requests = field(draft['resources'], 'requests')
  draft['resources'] = {
    ...(isObject(draft['resources']) ? draft['resources'] : {}),
    requests: { ...limits, ...(isObject(requests) ? requests : {}) },
  }
}

function fillPodSpec(draft: JsonObject, context: Context): void {
  // The feature gate of pod groups is off in 1.36: the field is dropped without a word.
  delete draft['schedulingGroup']
  const account = draft['serviceAccountName'] ?? draft['serviceAccount']
  if (account !== undefined) {
    draft['serviceAccountName'] = account
    draft['serviceAccount'] = account
  }
  if (context.kind !== 'Pod') return
  draft['enableServiceLinks'] ??= true
  if ((numberOf(draft['terminationGracePeriodSeconds']) ?? 0) < 0) draft['terminationGracePeriodSeconds'] = 1
  draft['priority'] ??= priorityOfClass(textOf(draft['priorityClassName'])) ?? 0
  draft['preemptionPolicy'] ??= 'PreemptLowerPriority'
  const tolerations = itemsOf(draft['tolerations'])
  const missing = TOLERATED.filter(
    (key) =>
      !tolerations.some(
        (toleration) =>
          ['', key].includes(textOf(field(toleration, 'key'))) &&
          ['', 'NoExecute'].includes(textOf(field(toleration, 'effect'))),
      ),
  )
  if (missing.length === 0) return
  draft['tolerations'] = [
    ...tolerations,
    ...missing.map((key) => ({ key, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 })),
  ]
}

function fillPort(draft: JsonObject, context: Context): void {
  const port = numberOf(draft['containerPort'])
  if (context.kind === 'Pod' && context.hostNetwork && port !== null) draft['hostPort'] ??= port
}

/** Where the server fills in, by the type of the object. */
export const POD_DEFAULTS: Rules = {
  Pod: { fixed: { spec: {} } },
  PodTemplateSpec: { fixed: { metadata: {}, spec: {} } },
  PodSpec: {
    fixed: {
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      terminationGracePeriodSeconds: 30,
      securityContext: {},
      schedulerName: 'default-scheduler',
    },
    computed: fillPodSpec,
  },
  Container: { fixed: CONTAINER, computed: fillContainer },
  EphemeralContainer: {
    fixed: CONTAINER,
    computed: (draft) => {
      draft['imagePullPolicy'] ??= pullPolicyOf(textOf(draft['image']))
    },
  },
  ContainerPort: { fixed: { protocol: 'TCP' }, computed: fillPort },
  Probe: { fixed: { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 } },
  HTTPGetAction: { fixed: HTTP_GET },
  GRPCAction: { fixed: { service: '' } },
  ObjectFieldSelector: { fixed: { apiVersion: 'v1' } },
  ResourceFieldSelector: { fixed: { divisor: '0' } },
  Lifecycle: {
    computed: (draft) => {
      // The feature gate ContainerStopSignals is off in 1.36: the field is dropped without a word.
      delete draft['stopSignal']
    },
  },
  FileKeySelector: { fixed: { optional: false } },
}

/** Takes an image of a volume; gives its pull policy. */
export const imageVolumePullPolicy = pullPolicyOf
