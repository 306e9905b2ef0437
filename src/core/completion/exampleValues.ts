import type { Json, JsonObject } from '../kubernetes/json'
import type { Field, FieldType, ScalarType } from '../kubernetes/schema/field'
import { innerFieldsOf } from '../kubernetes/schema/schema'
import { exampleOf } from '../words/fieldExamples'

const SCALARS: Readonly<Record<ScalarType, Json>> = {
  string: 'example',
  boolean: true,
  int32: 1,
  int64: 1,
  quantity: '1Gi',
  'int-or-string': 80,
  time: '2026-01-01T00:00:00Z',
  bytes: 'ZXhhbXBsZQ==',
  any: {},
}

const PROBE: Json = { httpGet: { path: '/healthz', port: 8080 }, periodSeconds: 10 }
const HOOK: Json = { exec: { command: ['sh', '-c', 'sleep 5'] } }
const POD: Json = { containers: [{ name: 'web', image: 'nginx:1.27' }] }
const SELECTOR: Json = { matchLabels: { app: 'web' } }

/** What people write, by a field's type and name, or by the type of what stands there; where a rule would give less. */
const EXAMPLES: Readonly<Record<string, Json>> = {
  'Container.name': 'web',
  'Container.image': 'nginx:1.27',
  'Container.command': ['/bin/sh', '-c'],
  'Container.args': ['echo hello; sleep 3600'],
  'Container.workingDir': '/srv',
  'Container.terminationMessagePath': '/dev/termination-log',
  'EnvVar.name': 'LOG_LEVEL',
  'EnvVar.value': 'info',
  'EnvVar.valueFrom': { configMapKeyRef: { name: 'app-config', key: 'level' } },
  'EnvFromSource.prefix': 'APP_',
  'VolumeMount.mountPath': '/data',
  'VolumeMount.subPath': 'conf/app.conf',
  'VolumeMount.subPathExpr': '$(POD_NAME)',
  'VolumeDevice.devicePath': '/dev/xvda',
  'ObjectFieldSelector.fieldPath': 'metadata.name',
  'ResourceFieldSelector.resource': 'limits.memory',
  'ResourceRequirements.requests': { cpu: '100m', memory: '128Mi' },
  'ResourceRequirements.limits': { cpu: '500m', memory: '256Mi' },
  'Capabilities.add': ['NET_BIND_SERVICE'],
  'Capabilities.drop': ['ALL'],
  'ContainerPort.name': 'http',
  'ContainerPort.containerPort': 8080,
  'ServicePort.name': 'http',
  'ServicePort.port': 80,
  'ServicePort.targetPort': 'http',
  'ServicePort.nodePort': 30080,
  'ServiceSpec.selector': { app: 'web' },
  'ServiceSpec.externalName': 'db.example.com',
  'ServiceSpec.clusterIP': 'None',
  'PodSpec.nodeSelector': { 'kubernetes.io/os': 'linux' },
  'PodSpec.serviceAccountName': 'app',
  'PodSpec.terminationGracePeriodSeconds': 30,
  'PodSpec.priorityClassName': 'high-priority',
  'HostAlias.ip': '10.0.0.1',
  'HostAlias.hostnames': ['db.example.com'],
  'ObjectMeta.name': 'web',
  'ObjectMeta.labels': { 'app.kubernetes.io/name': 'web' },
  'ObjectMeta.annotations': { 'example.com/owner': 'team-a' },
  'DeploymentSpec.replicas': 3,
  'StatefulSetSpec.replicas': 3,
  'ReplicaSetSpec.replicas': 3,
  'StatefulSetSpec.serviceName': 'db',
  'CronJobSpec.schedule': '0 3 * * *',
  'CronJobSpec.timeZone': 'Europe/Berlin',
  'JobSpec.backoffLimit': 6,
  'ConfigMap.data': { 'app.conf': 'level=info' },
  'Secret.stringData': { password: 'change-me' },
  'Secret.data': { password: 'Y2hhbmdlLW1l' },
  'IngressSpec.ingressClassName': 'nginx',
  'IPBlock.cidr': '10.0.0.0/8',
  'IPBlock.except': ['10.1.0.0/16'],
  'PersistentVolumeClaimSpec.resources': { requests: { storage: '1Gi' } },
  'PersistentVolumeClaimSpec.storageClassName': 'standard',
  'HorizontalPodAutoscalerSpec.minReplicas': 2,
  'HorizontalPodAutoscalerSpec.maxReplicas': 10,
  'PodDisruptionBudgetSpec.minAvailable': 1,
  'PodDisruptionBudgetSpec.maxUnavailable': '25%',
  'LabelSelectorRequirement.key': 'tier',
  'LabelSelectorRequirement.values': ['front', 'back'],
  'Toleration.key': 'dedicated',
  'Toleration.value': 'web',
  'KeyToPath.path': 'conf/app.conf',
  'RollingUpdateDeployment.maxSurge': '25%',
  'RollingUpdateDeployment.maxUnavailable': 0,

  Affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchExpressions: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] }] },
        ],
      },
    },
  },
  Capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
  ConfigMapEnvSource: { name: 'app-config' },
  ConfigMapVolumeSource: { name: 'app-config' },
  Container: { name: 'web', image: 'nginx:1.27' },
  ContainerPort: { name: 'http', containerPort: 8080 },
  DeploymentStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  EmptyDirVolumeSource: { sizeLimit: '1Gi' },
  EnvFromSource: { configMapRef: { name: 'app-config' } },
  EnvVar: { name: 'LOG_LEVEL', value: 'info' },
  ExecAction: { command: ['cat', '/tmp/healthy'] },
  HTTPGetAction: { path: '/healthz', port: 8080 },
  IngressBackend: { service: { name: 'web', port: { number: 80 } } },
  LabelSelector: SELECTOR,
  Lifecycle: { preStop: HOOK },
  LifecycleHandler: HOOK,
  LocalObjectReference: { name: 'registry-login' },
  MetricSpec: {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
  },
  NetworkPolicyPeer: { podSelector: SELECTOR },
  NetworkPolicyPort: { protocol: 'TCP', port: 5432 },
  PodSecurityContext: { runAsNonRoot: true, fsGroup: 2000 },
  PodSpec: POD,
  PodTemplateSpec: { metadata: { labels: { app: 'web' } }, spec: POD },
  Probe: PROBE,
  ResourceRequirements: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  SeccompProfile: { type: 'RuntimeDefault' },
  SecretEnvSource: { name: 'app-secret' },
  SecretVolumeSource: { secretName: 'app-secret' },
  SecurityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  ServicePort: { name: 'http', port: 80, targetPort: 'http' },
  Toleration: { key: 'dedicated', operator: 'Equal', value: 'web', effect: 'NoSchedule' },
  TopologySpreadConstraint: {
    maxSkew: 1,
    topologyKey: 'topology.kubernetes.io/zone',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: SELECTOR,
  },
  Volume: { name: 'data', emptyDir: {} },
  VolumeMount: { name: 'data', mountPath: '/data' },
}

/** How deep an example goes into what nobody wrote one for. */
const DEEP = 4

/** Takes a field; gives a value that may stand there: what people write where the table has it, else the least that is valid by type. */
export function exampleValue(field: Field): Json {
  return fieldExample(field, 0)
}

function fieldExample(field: Field, depth: number): Json {
  const key = `${field.owner}.${field.name}`
  const own = Object.hasOwn(EXAMPLES, key) ? EXAMPLES[key] : undefined
  return own ?? typeExample(field.type, field, depth)
}

function typeExample(type: FieldType, field: Field, depth: number): Json {
  switch (type.is) {
    case 'scalar':
      return scalarExample(type.scalar, field)
    case 'list':
      return [typeExample(type.of, field, depth)]
    case 'map':
      return { example: typeExample(type.of, field, depth) }
    case 'object':
      return (
        (Object.hasOwn(EXAMPLES, type.type) ? EXAMPLES[type.type] : undefined) ??
        objectExample(type.type, depth)
      )
  }
}

/** Its required fields; where it has none, the first that somebody would write. */
function objectExample(type: string, depth: number): Json {
  const fields = innerFieldsOf(type).filter(({ byServer, deprecated }) => !byServer && !deprecated)
  const required = fields.filter((field) => field.required)
  const shown = required.length > 0 ? required : fields.slice(0, 1)
  const example: JsonObject = {}
  if (depth >= DEEP) return example
  for (const field of shown) example[field.name] = fieldExample(field, depth + 1)
  return example
}

function scalarExample(scalar: ScalarType, field: Field): Json {
  const [first] = field.values
  const text = first ?? field.preset ?? exampleOf(field)
  if (text === '') return SCALARS[scalar]
  if (scalar === 'boolean') return text !== 'true'
  if (scalar === 'string' || scalar === 'quantity' || scalar === 'time' || scalar === 'bytes') return text
  const number = Number(text)
  return Number.isNaN(number) ? (scalar === 'int-or-string' ? text : SCALARS[scalar]) : number
}
