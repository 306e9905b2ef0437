import type { Field } from '../../kubernetes/schema/field'

/*
 * Which fields may hold Go's zero value (`""`, `0`, `false`) and which do not keep it: in k8s.io/api those are no pointers
 * and are left out when the object is stored (`omitempty`).
 */

/** Texts that are pointers: the empty text is a value there. */
const TEXT_POINTERS = new Set(
  `AppArmorProfile.localhostProfile AzureDiskVolumeSource.cachingMode AzureDiskVolumeSource.fsType
  AzureDiskVolumeSource.kind CSIVolumeSource.fsType ClusterTrustBundleProjection.name
  ClusterTrustBundleProjection.signerName Container.restartPolicy CronJobSpec.timeZone
  EphemeralContainer.restartPolicy GRPCAction.service HPAScalingRules.selectPolicy HostPathVolumeSource.type
  ISCSIVolumeSource.initiatorName IngressSpec.ingressClassName JobSpec.completionMode JobSpec.managedBy
  JobSpec.podReplacementPolicy Lifecycle.stopSignal NetworkPolicyPort.protocol PersistentVolumeClaimSpec.storageClassName
  PersistentVolumeClaimSpec.volumeAttributesClassName PersistentVolumeClaimSpec.volumeMode PodDNSConfigOption.value
  PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy PodFailurePolicyOnExitCodesRequirement.containerName
  PodResourceClaim.resourceClaimName PodResourceClaim.resourceClaimTemplateName PodSchedulingGroup.podGroupName
  PodSecurityContext.fsGroupChangePolicy PodSecurityContext.seLinuxChangePolicy
  PodSecurityContext.supplementalGroupsPolicy PodSpec.hostnameOverride PodSpec.preemptionPolicy
  PodSpec.runtimeClassName SeccompProfile.localhostProfile SecurityContext.procMount ServicePort.appProtocol
  ServiceSpec.internalTrafficPolicy ServiceSpec.ipFamilyPolicy ServiceSpec.loadBalancerClass
  ServiceSpec.trafficDistribution SuccessPolicyRule.succeededIndexes TopologySpreadConstraint.nodeAffinityPolicy
  TopologySpreadConstraint.nodeTaintsPolicy TypedLocalObjectReference.apiGroup TypedObjectReference.apiGroup
  TypedObjectReference.namespace VolumeMount.mountPropagation VolumeMount.recursiveReadOnly
  WindowsSecurityContextOptions.gmsaCredentialSpec WindowsSecurityContextOptions.gmsaCredentialSpecName
  WindowsSecurityContextOptions.runAsUserName`.split(/\s+/),
)

/** Numbers and booleans that are no pointers: zero and false are nothing there. */
const PLAIN = new Set(
  `AWSElasticBlockStoreVolumeSource.partition AWSElasticBlockStoreVolumeSource.readOnly AzureFileVolumeSource.readOnly
  CephFSVolumeSource.readOnly CinderVolumeSource.readOnly Container.stdin Container.stdinOnce Container.tty
  ContainerPort.hostPort DaemonSetSpec.minReadySeconds DeploymentSpec.minReadySeconds DeploymentSpec.paused
  EphemeralContainer.stdin EphemeralContainer.stdinOnce EphemeralContainer.tty FCVolumeSource.readOnly
  FlexVolumeSource.readOnly GCEPersistentDiskVolumeSource.partition GCEPersistentDiskVolumeSource.readOnly
  GlusterfsVolumeSource.readOnly ISCSIVolumeSource.chapAuthDiscovery ISCSIVolumeSource.chapAuthSession
  ISCSIVolumeSource.readOnly NFSVolumeSource.readOnly ObjectMeta.generation PersistentVolumeClaimVolumeSource.readOnly
  PodSpec.hostIPC PodSpec.hostNetwork PodSpec.hostPID PortworxVolumeSource.readOnly Probe.failureThreshold
  Probe.initialDelaySeconds Probe.periodSeconds Probe.successThreshold Probe.timeoutSeconds
  QuobyteVolumeSource.readOnly RBDVolumeSource.readOnly ReplicaSetSpec.minReadySeconds ScaleIOVolumeSource.readOnly
  ScaleIOVolumeSource.sslEnabled ServiceBackendPort.number ServicePort.nodePort ServiceSpec.healthCheckNodePort
  ServiceSpec.publishNotReadyAddresses StatefulSetSpec.minReadySeconds StorageOSVolumeSource.readOnly
  VolumeMount.readOnly`.split(/\s+/),
)

/** Takes a field; says whether its zero value counts as no value. What is required is never left out. */
export function dropsZero({ owner, name, type, required }: Field): boolean {
  if (required || type.is === 'object') return false
  if (type.is !== 'scalar') return true
  const key = `${owner}.${name}`
  if (type.scalar === 'boolean' || type.scalar === 'int32' || type.scalar === 'int64') return PLAIN.has(key)
  return type.scalar === 'string' && !TEXT_POINTERS.has(key)
}
