import type { Path } from './path'

/*
 * The order in which people who write manifests put the keys of a mapping. A new key goes to its place among
 * those that are there; those that are there never move.
 */

const METADATA = [
  'name',
  'generateName',
  'namespace',
  'labels',
  'annotations',
  'finalizers',
  'ownerReferences',
]

const CONTAINER = [
  'name',
  'image',
  'imagePullPolicy',
  'restartPolicy',
  'restartPolicyRules',
  'command',
  'args',
  'workingDir',
  'ports',
  'envFrom',
  'env',
  'resources',
  'resizePolicy',
  'volumeMounts',
  'volumeDevices',
  'startupProbe',
  'livenessProbe',
  'readinessProbe',
  'lifecycle',
  'securityContext',
  'terminationMessagePath',
  'terminationMessagePolicy',
  'stdin',
  'stdinOnce',
  'tty',
]

/** All that is called `spec`: of a Service, a workload, a pod. Their keys do not contradict each other. */
const SPEC = [
  'type',
  'externalName',
  'clusterIP',
  'clusterIPs',
  'schedule',
  'timeZone',
  'concurrencyPolicy',
  'suspend',
  'replicas',
  'serviceName',
  'completions',
  'parallelism',
  'backoffLimit',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
  'minReadySeconds',
  'revisionHistoryLimit',
  'selector',
  'ports',
  'strategy',
  'updateStrategy',
  'podManagementPolicy',
  'jobTemplate',
  'template',
  'volumeClaimTemplates',
  'serviceAccountName',
  'automountServiceAccountToken',
  'imagePullSecrets',
  'hostname',
  'subdomain',
  'nodeSelector',
  'nodeName',
  'affinity',
  'tolerations',
  'topologySpreadConstraints',
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'dnsPolicy',
  'dnsConfig',
  'hostAliases',
  'shareProcessNamespace',
  'securityContext',
  'initContainers',
  'containers',
  'restartPolicy',
  'terminationGracePeriodSeconds',
  'volumes',
]

const KEY_REF = ['name', 'key', 'optional']
const KEY_FILES = ['name', 'secretName', 'items', 'defaultMode', 'optional']
const ITEM = ['key', 'path', 'fieldRef', 'resourceFieldRef', 'mode']
const PROBE = [
  'exec',
  'httpGet',
  'tcpSocket',
  'grpc',
  'initialDelaySeconds',
  'periodSeconds',
  'timeoutSeconds',
  'successThreshold',
  'failureThreshold',
  'terminationGracePeriodSeconds',
]

/** The natural order of keys: by what a mapping is called, or `list[]` for an item of that list; '' is a document. */
const KEY_ORDER: Readonly<Record<string, readonly string[]>> = {
  '': [
    'apiVersion',
    'kind',
    'metadata',
    'type',
    'immutable',
    'spec',
    'data',
    'stringData',
    'binaryData',
    'status',
  ],
  metadata: METADATA,
  spec: SPEC,
  template: ['metadata', 'spec'],
  jobTemplate: ['metadata', 'spec'],
  selector: ['matchLabels', 'matchExpressions'],
  'containers[]': CONTAINER,
  'initContainers[]': CONTAINER,
  'ports[]': [
    'name',
    'port',
    'containerPort',
    'targetPort',
    'nodePort',
    'hostIP',
    'hostPort',
    'protocol',
    'appProtocol',
  ],
  'env[]': ['name', 'value', 'valueFrom'],
  'envFrom[]': ['prefix', 'configMapRef', 'secretRef'],
  'volumeMounts[]': [
    'name',
    'mountPath',
    'subPath',
    'subPathExpr',
    'readOnly',
    'recursiveReadOnly',
    'mountPropagation',
  ],
  'volumeDevices[]': ['name', 'devicePath'],
  'volumes[]': ['name'],
  'items[]': ITEM,
  configMapRef: KEY_REF,
  secretRef: KEY_REF,
  configMapKeyRef: KEY_REF,
  secretKeyRef: KEY_REF,
  fileKeyRef: ['volumeName', 'path', 'key', 'optional'],
  fieldRef: ['apiVersion', 'fieldPath'],
  resourceFieldRef: ['containerName', 'resource', 'divisor'],
  emptyDir: ['medium', 'sizeLimit'],
  configMap: KEY_FILES,
  secret: KEY_FILES,
  downwardAPI: KEY_FILES,
  persistentVolumeClaim: ['claimName', 'readOnly'],
  hostPath: ['path', 'type'],
  projected: ['sources', 'defaultMode'],
  serviceAccountToken: ['path', 'audience', 'expirationSeconds'],
  resources: ['requests', 'limits', 'claims'],
  requests: ['cpu', 'memory', 'ephemeral-storage'],
  limits: ['cpu', 'memory', 'ephemeral-storage'],
  livenessProbe: PROBE,
  readinessProbe: PROBE,
  startupProbe: PROBE,
  httpGet: ['path', 'port', 'scheme', 'host', 'httpHeaders'],
  lifecycle: ['postStart', 'preStop'],
}

/** Takes the path of a mapping; gives the natural order of its keys (none for labels and other free maps). */
export function keyOrderAt(path: Path): readonly string[] {
  const last = path.at(-1)
  if (last === undefined) return []
  const name = path.length === 1 ? '' : typeof last === 'number' ? `${String(path.at(-2))}[]` : last
  return Object.hasOwn(KEY_ORDER, name) ? (KEY_ORDER[name] ?? []) : []
}

/**
 * Takes the keys of a mapping, a new key and the natural order; gives the index at which the new key goes:
 * right after the nearest key that comes before it, else right before the nearest that comes after, else last.
 */
export function placeOf(keys: readonly string[], key: string, order: readonly string[]): number {
  const rank = order.indexOf(key)
  if (rank < 0) return keys.length
  const before = order.slice(0, rank).findLast((name) => keys.includes(name))
  if (before !== undefined) return keys.indexOf(before) + 1
  const after = order.slice(rank + 1).find((name) => keys.includes(name))
  return after === undefined ? keys.length : keys.indexOf(after)
}
