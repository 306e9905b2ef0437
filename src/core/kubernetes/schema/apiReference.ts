/** The reference of the version whose schema this is: one page, with a place for every type. */
const PAGE = 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/'

/** Which version and group the types are of that are not of the core group, by their names. */
const GROUPS: readonly (readonly [names: RegExp, group: string])[] = [
  [/^(LabelSelector|ManagedFieldsEntry|ObjectMeta|OwnerReference)/, 'v1-meta'],
  [/^(DaemonSet|Deployment|ReplicaSet|RollingUpdate|StatefulSet)/, 'v1-apps'],
  [/^(CronJob|Job|PodFailurePolicy|SuccessPolicy)/, 'v1-batch'],
  [/^(CrossVersion|HPA|HorizontalPodAutoscaler|Metric|.*MetricSource$)/, 'v2-autoscaling'],
  [/^(HTTPIngress|IPBlock|Ingress|NetworkPolicy|ServiceBackendPort)/, 'v1-networking-k8s-io'],
  [/^PodDisruptionBudget/, 'v1-policy'],
]

/** Takes a type's name; gives the address of its place in the API reference of kubernetes.io. */
export function apiReferenceOf(type: string): string {
  const group = GROUPS.find(([names]) => names.test(type))?.[1] ?? 'v1-core'
  return `${PAGE}#${type.toLowerCase()}-${group}`
}
