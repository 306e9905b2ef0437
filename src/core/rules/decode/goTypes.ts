import type { FieldType, ScalarType } from '../../kubernetes/schema/field'

/*
 * What the types and fields are called in Kubernetes' Go sources, as far as its JSON reader names them
 * (k8s.io/api and k8s.io/apimachinery, v1.36).
 */

const SCALARS: Readonly<Record<ScalarType, string>> = {
  string: 'string',
  boolean: 'bool',
  int32: 'int32',
  int64: 'int64',
  quantity: 'resource.Quantity',
  'int-or-string': 'int32',
  time: 'string',
  bytes: '[]uint8',
  any: 'v1.FieldsV1',
}

/** Texts that have a type of their own, by the field; for lists the type of an item. */
const NAMED: Readonly<Record<string, string>> = {
  'AppArmorProfile.type': 'v1.AppArmorProfileType',
  'AzureDiskVolumeSource.cachingMode': 'v1.AzureDataDiskCachingMode',
  'AzureDiskVolumeSource.kind': 'v1.AzureDataDiskKind',
  'Capabilities.add': 'v1.Capability',
  'Capabilities.drop': 'v1.Capability',
  'Container.imagePullPolicy': 'v1.PullPolicy',
  'Container.restartPolicy': 'v1.ContainerRestartPolicy',
  'Container.terminationMessagePolicy': 'v1.TerminationMessagePolicy',
  'ContainerPort.protocol': 'v1.Protocol',
  'ContainerResizePolicy.resourceName': 'v1.ResourceName',
  'ContainerResizePolicy.restartPolicy': 'v1.ResourceResizeRestartPolicy',
  'ContainerResourceMetricSource.name': 'v1.ResourceName',
  'ContainerRestartRule.action': 'v1.ContainerRestartRuleAction',
  'ContainerRestartRuleOnExitCodes.operator': 'v1.ContainerRestartRuleOnExitCodesOperator',
  'CronJobSpec.concurrencyPolicy': 'v1.ConcurrencyPolicy',
  'DaemonSetUpdateStrategy.type': 'v1.DaemonSetUpdateStrategyType',
  'DeploymentStrategy.type': 'v1.DeploymentStrategyType',
  'EmptyDirVolumeSource.medium': 'v1.StorageMedium',
  'EphemeralContainer.imagePullPolicy': 'v1.PullPolicy',
  'EphemeralContainer.restartPolicy': 'v1.ContainerRestartPolicy',
  'EphemeralContainer.terminationMessagePolicy': 'v1.TerminationMessagePolicy',
  'HPAScalingPolicy.type': 'v2.HPAScalingPolicyType',
  'HPAScalingRules.selectPolicy': 'v2.ScalingPolicySelect',
  'HTTPGetAction.scheme': 'v1.URIScheme',
  'HTTPIngressPath.pathType': 'v1.PathType',
  'HostPathVolumeSource.type': 'v1.HostPathType',
  'ImageVolumeSource.pullPolicy': 'v1.PullPolicy',
  'JobSpec.completionMode': 'v1.CompletionMode',
  'JobSpec.podReplacementPolicy': 'v1.PodReplacementPolicy',
  'LabelSelectorRequirement.operator': 'v1.LabelSelectorOperator',
  'Lifecycle.stopSignal': 'v1.Signal',
  'ManagedFieldsEntry.operation': 'v1.ManagedFieldsOperationType',
  'MetricSpec.type': 'v2.MetricSourceType',
  'MetricTarget.type': 'v2.MetricTargetType',
  'NetworkPolicyPort.protocol': 'v1.Protocol',
  'NetworkPolicySpec.policyTypes': 'v1.PolicyType',
  'NodeSelectorRequirement.operator': 'v1.NodeSelectorOperator',
  'ObjectMeta.uid': 'types.UID',
  'OwnerReference.uid': 'types.UID',
  'PersistentVolumeClaimSpec.accessModes': 'v1.PersistentVolumeAccessMode',
  'PersistentVolumeClaimSpec.volumeMode': 'v1.PersistentVolumeMode',
  'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy': 'v1.UnhealthyPodEvictionPolicyType',
  'PodFailurePolicyOnExitCodesRequirement.operator': 'v1.PodFailurePolicyOnExitCodesOperator',
  'PodFailurePolicyOnPodConditionsPattern.status': 'v1.ConditionStatus',
  'PodFailurePolicyOnPodConditionsPattern.type': 'v1.PodConditionType',
  'PodFailurePolicyRule.action': 'v1.PodFailurePolicyAction',
  'PodOS.name': 'v1.OSName',
  'PodReadinessGate.conditionType': 'v1.PodConditionType',
  'PodSecurityContext.fsGroupChangePolicy': 'v1.PodFSGroupChangePolicy',
  'PodSecurityContext.seLinuxChangePolicy': 'v1.PodSELinuxChangePolicy',
  'PodSecurityContext.supplementalGroupsPolicy': 'v1.SupplementalGroupsPolicy',
  'PodSpec.dnsPolicy': 'v1.DNSPolicy',
  'PodSpec.preemptionPolicy': 'v1.PreemptionPolicy',
  'PodSpec.restartPolicy': 'v1.RestartPolicy',
  'ResourceMetricSource.name': 'v1.ResourceName',
  'SeccompProfile.type': 'v1.SeccompProfileType',
  'Secret.type': 'v1.SecretType',
  'SecurityContext.procMount': 'v1.ProcMountType',
  'ServicePort.protocol': 'v1.Protocol',
  'ServiceSpec.externalTrafficPolicy': 'v1.ServiceExternalTrafficPolicy',
  'ServiceSpec.internalTrafficPolicy': 'v1.ServiceInternalTrafficPolicy',
  'ServiceSpec.ipFamilies': 'v1.IPFamily',
  'ServiceSpec.ipFamilyPolicy': 'v1.IPFamilyPolicy',
  'ServiceSpec.sessionAffinity': 'v1.ServiceAffinity',
  'ServiceSpec.type': 'v1.ServiceType',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted':
    'v1.PersistentVolumeClaimRetentionPolicyType',
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': 'v1.PersistentVolumeClaimRetentionPolicyType',
  'StatefulSetSpec.podManagementPolicy': 'v1.PodManagementPolicyType',
  'StatefulSetUpdateStrategy.type': 'v1.StatefulSetUpdateStrategyType',
  'Toleration.effect': 'v1.TaintEffect',
  'Toleration.operator': 'v1.TolerationOperator',
  'TopologySpreadConstraint.nodeAffinityPolicy': 'v1.NodeInclusionPolicy',
  'TopologySpreadConstraint.nodeTaintsPolicy': 'v1.NodeInclusionPolicy',
  'TopologySpreadConstraint.whenUnsatisfiable': 'v1.UnsatisfiableConstraintAction',
  'VolumeMount.mountPropagation': 'v1.MountPropagationMode',
  'VolumeMount.recursiveReadOnly': 'v1.RecursiveReadOnlyMode',
}

/** Types of the package autoscaling/v2; all others are of a package called v1. */
const OF_V2 =
  /^(?:HorizontalPodAutoscaler|HPAScaling|CrossVersionObjectReference|Metric(?:Spec|Target|Identifier)|\w+MetricSource$)/

/** Structs whose fields are inlined into others: which ones, and into which types. */
const EMBEDDED: readonly {
  readonly struct: string
  readonly into: string
  readonly but: readonly string[]
}[] = [
  { struct: 'VolumeSource', into: 'Volume', but: ['name'] },
  {
    struct: 'ProbeHandler',
    into: 'Probe',
    but: [
      'initialDelaySeconds',
      'timeoutSeconds',
      'periodSeconds',
      'successThreshold',
      'failureThreshold',
      'terminationGracePeriodSeconds',
    ],
  },
  { struct: 'IngressRuleValue', into: 'IngressRule', but: ['host'] },
  { struct: 'EphemeralContainerCommon', into: 'EphemeralContainer', but: ['targetContainerName'] },
  ...['ConfigMapEnvSource', 'SecretEnvSource', 'ConfigMapProjection', 'SecretProjection'].map((into) => ({
    struct: 'LocalObjectReference',
    into,
    but: ['items', 'optional'],
  })),
  ...['ConfigMapKeySelector', 'SecretKeySelector', 'ConfigMapVolumeSource'].map((into) => ({
    struct: 'LocalObjectReference',
    into,
    but: ['key', 'optional', 'items', 'defaultMode'],
  })),
]

/** Lists and maps that have a name of their own. */
const RESOURCE_LISTS = new Set([
  'ResourceRequirements.limits',
  'ResourceRequirements.requests',
  'VolumeResourceRequirements.limits',
  'VolumeResourceRequirements.requests',
  'PodSpec.overhead',
])

/** Takes a type and a field of it; gives the field's part of the reader's path: `hostPath` of a Volume is `VolumeSource.hostPath`. */
export function goFieldName(owner: string, name: string): string {
  const embedded = EMBEDDED.find(({ into, but }) => into === owner && !but.includes(name))
  return embedded === undefined ? name : `${embedded.struct}.${name}`
}

/** Takes a type as the schema has it, and the field `Owner.name` it belongs to; gives what Go calls it. */
export function goTypeName(type: FieldType, fieldName: string): string {
  switch (type.is) {
    case 'object':
      return `${OF_V2.test(type.type) ? 'v2' : 'v1'}.${type.type}`
    case 'list':
      return `[]${goTypeName(type.of, fieldName)}`
    case 'map':
      return RESOURCE_LISTS.has(fieldName)
        ? 'v1.ResourceList'
        : `map[string]${goTypeName(type.of, fieldName)}`
    case 'scalar':
      return type.scalar === 'string' && Object.hasOwn(NAMED, fieldName)
        ? (NAMED[fieldName] ?? 'string')
        : SCALARS[type.scalar]
  }
}
