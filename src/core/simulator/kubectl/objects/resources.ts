import type { ApiKind } from '../../api/objects'

/** A kind as kubectl calls it. */
export interface Resource {
  readonly kind: ApiKind
  readonly plural: string
  readonly singular: string
  readonly short: readonly string[]
  /** The API group; '' is the core's. */
  readonly group: string
  readonly version: string
  readonly namespaced: boolean
  /** Whether `kubectl get all` shows it. */
  readonly inAll: boolean
  /** What the server says to who asks for it. */
  readonly warning?: string
}

function row(
  kind: ApiKind,
  plural: string,
  short: readonly string[],
  group: string,
  more: Partial<Pick<Resource, 'namespaced' | 'inAll' | 'singular' | 'version' | 'warning'>> = {},
): Resource {
  return {
    kind,
    plural,
    singular: kind.toLowerCase(),
    short,
    group,
    version: 'v1',
    namespaced: true,
    inAll: false,
    ...more,
  }
}

/** The kinds of the cluster by what kubectl calls them (`kubectl api-resources`), those of `kubectl get all` in its order. */
export const RESOURCES: readonly Resource[] = [
  row('Pod', 'pods', ['po'], '', { inAll: true }),
  row('Service', 'services', ['svc'], '', { inAll: true }),
  row('DaemonSet', 'daemonsets', ['ds'], 'apps', { inAll: true }),
  row('Deployment', 'deployments', ['deploy'], 'apps', { inAll: true }),
  row('ReplicaSet', 'replicasets', ['rs'], 'apps', { inAll: true }),
  row('StatefulSet', 'statefulsets', ['sts'], 'apps', { inAll: true }),
  row('HorizontalPodAutoscaler', 'horizontalpodautoscalers', ['hpa'], 'autoscaling', {
    inAll: true,
    version: 'v2',
  }),
  row('CronJob', 'cronjobs', ['cj'], 'batch', { inAll: true }),
  row('Job', 'jobs', [], 'batch', { inAll: true }),
  row('ControllerRevision', 'controllerrevisions', [], 'apps'),
  row('ConfigMap', 'configmaps', ['cm'], ''),
  row('Endpoints', 'endpoints', ['ep'], '', {
    warning: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
  }),
  row('Event', 'events', ['ev'], ''),
  row('Node', 'nodes', ['no'], '', { namespaced: false }),
  row('PersistentVolumeClaim', 'persistentvolumeclaims', ['pvc'], ''),
  row('Secret', 'secrets', [], ''),
  row('ServiceAccount', 'serviceaccounts', ['sa'], ''),
  row('EndpointSlice', 'endpointslices', [], 'discovery.k8s.io'),
  row('Ingress', 'ingresses', ['ing'], 'networking.k8s.io'),
  row('NetworkPolicy', 'networkpolicies', ['netpol'], 'networking.k8s.io'),
  row('PodDisruptionBudget', 'poddisruptionbudgets', ['pdb'], 'policy'),
]

/** Takes what somebody calls a kind (`po`, `pods`, `Pod`, `deployments.apps`, `deployment.v1.apps`); gives it, or undefined. */
export function resourceNamed(text: string): Resource | undefined {
  const [name = '', ...group] = text.toLowerCase().split('.')
  const wanted = group.join('.')
  return RESOURCES.find((resource) => {
    const { plural, singular, short, group: own, version } = resource
    if (![plural, singular, ...short].includes(name)) return false
    return wanted === '' || wanted === own || wanted === `${version}.${own}` || wanted === version
  })
}

/** Kinds of a real cluster that the simulated one does not keep. */
const ABSENT: ReadonlySet<string> = new Set(
  [
    'namespaces namespace ns persistentvolumes persistentvolume pv storageclasses storageclass sc',
    'replicationcontrollers replicationcontroller rc customresourcedefinitions crd crds',
    'limitranges limits resourcequotas quota roles role rolebindings rolebinding clusterroles clusterrole',
    'clusterrolebindings clusterrolebinding ingressclasses ingressclass leases lease priorityclasses priorityclass pc',
  ].flatMap((names) => names.split(' ')),
)

/** Takes what somebody called a kind; says whether it is one of a real cluster that the simulated one does not keep. */
export function isAbsent(text: string): boolean {
  const [name = ''] = text.toLowerCase().split('.')
  return ABSENT.has(name)
}

/** Takes what somebody called a kind, which `resourceNamed` does not know; gives the words of the error. */
export function unknownResource(text: string): string {
  if (isAbsent(text)) return `error: the simulated cluster keeps no ${text.toLowerCase().split('.')[0] ?? ''}`
  return `error: the server doesn't have a resource type "${text}"`
}

/** Takes a kind; gives its row. */
export function resourceOf(kind: ApiKind): Resource {
  return RESOURCES.find((resource) => resource.kind === kind) ?? row(kind, `${kind.toLowerCase()}s`, [], '')
}

/** Takes a resource; gives its apiVersion. */
export function apiVersionOf({ group, version }: Resource): string {
  return group === '' ? version : `${group}/${version}`
}

/** Takes a resource; gives its plural with the group, as the server says it. */
export function qualifiedName({ plural, group }: Resource): string {
  return group === '' ? plural : `${plural}.${group}`
}

/** Takes a resource; gives how kubectl calls one of it: `pod`, `deployment.apps`. */
export function shownKind({ singular, group }: Resource): string {
  return group === '' ? singular : `${singular}.${group}`
}
