/*
 * What an API server of Kubernetes 1.36 serves without anything installed, by apiVersion (k8s.io/api, the groups and
 * versions that are on by default).
 */

const KINDS: Readonly<Record<string, string>> = {
  v1:
    'Binding ConfigMap Endpoints Event LimitRange Namespace Node PersistentVolume PersistentVolumeClaim Pod ' +
    'PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount List ConfigMapList SecretList ' +
    'PodList ServiceList',
  'admissionregistration.k8s.io/v1':
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ' +
    'ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition',
  'apiregistration.k8s.io/v1': 'APIService',
  'apps/v1': 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet',
  'authentication.k8s.io/v1': 'SelfSubjectReview TokenReview',
  'authorization.k8s.io/v1':
    'LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview',
  'autoscaling/v1': 'HorizontalPodAutoscaler Scale',
  'autoscaling/v2': 'HorizontalPodAutoscaler',
  'batch/v1': 'CronJob Job',
  'certificates.k8s.io/v1': 'CertificateSigningRequest',
  'coordination.k8s.io/v1': 'Lease',
  'discovery.k8s.io/v1': 'EndpointSlice',
  'events.k8s.io/v1': 'Event',
  'flowcontrol.apiserver.k8s.io/v1': 'FlowSchema PriorityLevelConfiguration',
  'networking.k8s.io/v1': 'IPAddress Ingress IngressClass NetworkPolicy ServiceCIDR',
  'node.k8s.io/v1': 'RuntimeClass',
  'policy/v1': 'Eviction PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1': 'ClusterRole ClusterRoleBinding Role RoleBinding',
  'resource.k8s.io/v1': 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice',
  'scheduling.k8s.io/v1': 'PriorityClass',
  'storage.k8s.io/v1':
    'CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass',
}

const SERVED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(KINDS).map(([apiVersion, kinds]) => [apiVersion, new Set(kinds.split(' '))]),
)

/** Groups of Kubernetes itself that end like those of its add-ons, which a cluster may have installed. */
const OWN = new Set(['extensions', ...Object.keys(KINDS).map(groupOf)])

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
}

/** Takes an apiVersion and a kind; says whether every server of 1.36 has it. */
export function isServed(apiVersion: string, kind: string): boolean {
  return SERVED.get(apiVersion)?.has(kind) === true
}

/**
 * Takes an apiVersion; says whether a cluster may serve it all the same: the group is not one of Kubernetes' own, and has a
 * dot, without which nobody may install one (apiextensions ValidateCustomResourceDefinition).
 */
export function mayBeServed(apiVersion: string): boolean {
  const group = groupOf(apiVersion)
  return group.includes('.') && !OWN.has(group)
}
