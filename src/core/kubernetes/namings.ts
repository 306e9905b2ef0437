/** What a name is the name of. */
export type SymbolKind =
  | 'object'
  | 'key'
  | 'volume'
  | 'container'
  | 'container port'
  | 'Service port'
  | 'resource claim'
  | 'label'
  | 'label value'

/** What a field names. */
export type Naming =
  /** An object, of this kind, or (null) of the kind that the field beside it says. */
  | { readonly of: 'object'; readonly kind: string | null }
  /** The labels of pods: by its entries, or by a requirement on them. */
  | { readonly of: 'labels' }
  | { readonly of: Exclude<SymbolKind, 'object' | 'label' | 'label value'> }

const object = (kind: string | null): Naming => ({ of: 'object', kind })

const VOLUME: Naming = { of: 'volume' }
const CONTAINER: Naming = { of: 'container' }
const PORT: Naming = { of: 'container port' }
const KEY: Naming = { of: 'key' }
const LABELS: Naming = { of: 'labels' }

/**
 * Every field that names something which is declared elsewhere in a manifest, by its type and name: what completion
 * offers there, where one can go to from there, and what follows when that something is renamed.
 */
const NAMINGS: Readonly<Record<string, Naming>> = {
  'ConfigMapKeySelector.name': object('ConfigMap'),
  'ConfigMapEnvSource.name': object('ConfigMap'),
  'ConfigMapVolumeSource.name': object('ConfigMap'),
  'ConfigMapProjection.name': object('ConfigMap'),
  'SecretKeySelector.name': object('Secret'),
  'SecretEnvSource.name': object('Secret'),
  'SecretVolumeSource.secretName': object('Secret'),
  'SecretProjection.name': object('Secret'),
  // Pull secrets, and the secretRef of volume sources: all that use this type in the kinds we know.
  'LocalObjectReference.name': object('Secret'),
  // The Secrets of a ServiceAccount.
  'ObjectReference.name': object('Secret'),
  'AzureFileVolumeSource.secretName': object('Secret'),
  'IngressTLS.secretName': object('Secret'),
  'PersistentVolumeClaimVolumeSource.claimName': object('PersistentVolumeClaim'),
  'PodSpec.serviceAccountName': object('ServiceAccount'),
  'PodSpec.serviceAccount': object('ServiceAccount'),
  // A pod's DNS name is under the headless Service that its subdomain names.
  'PodSpec.subdomain': object('Service'),
  'StatefulSetSpec.serviceName': object('Service'),
  'IngressServiceBackend.name': object('Service'),
  'CrossVersionObjectReference.name': object(null),
  'TypedLocalObjectReference.name': object(null),

  'ConfigMapKeySelector.key': KEY,
  'SecretKeySelector.key': KEY,
  'KeyToPath.key': KEY,

  'VolumeMount.name': VOLUME,
  'VolumeDevice.name': VOLUME,
  'FileKeySelector.volumeName': VOLUME,
  'ResourceFieldSelector.containerName': CONTAINER,
  'EphemeralContainer.targetContainerName': CONTAINER,
  'PodFailurePolicyOnExitCodesRequirement.containerName': CONTAINER,
  'ContainerResourceMetricSource.container': CONTAINER,
  'HTTPGetAction.port': PORT,
  'TCPSocketAction.port': PORT,
  'ServicePort.targetPort': PORT,
  'NetworkPolicyPort.port': PORT,
  'ServiceBackendPort.name': { of: 'Service port' },
  'ResourceClaim.name': { of: 'resource claim' },

  'ServiceSpec.selector': LABELS,
  'LabelSelector.matchLabels': LABELS,
  'LabelSelectorRequirement.key': LABELS,
  'LabelSelectorRequirement.values': LABELS,
}

/** Takes a field's type and name; gives what it names, or null. */
export function namingOf(owner: string, name: string): Naming | null {
  const key = `${owner}.${name}`
  return (Object.hasOwn(NAMINGS, key) ? NAMINGS[key] : undefined) ?? null
}

/** Gives the fields that name something, as `Type.field`. */
export function namingFields(): readonly string[] {
  return Object.keys(NAMINGS)
}
