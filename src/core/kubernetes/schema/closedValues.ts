/*
 * The only values that some fields take, where the OpenAPI definitions do not say so: the server's validation does
 * (pkg/apis/{autoscaling,core,batch,apps}/validation of Kubernetes, and apimachinery's meta/v1/validation for label
 * selectors).
 */

const CLOSED: Readonly<Record<string, readonly string[]>> = {
  // meta/v1 ValidateLabelSelectorRequirement
  'LabelSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  // autoscaling validateScalingPolicy, validateScalingRules, validateMetricSpec, validateMetricTarget
  'HPAScalingPolicy.type': ['Pods', 'Percent'],
  'HPAScalingRules.selectPolicy': ['Max', 'Min', 'Disabled'],
  'MetricSpec.type': ['Resource', 'ContainerResource', 'Pods', 'Object', 'External'],
  'MetricTarget.type': ['Utilization', 'AverageValue', 'Value'],
  // apps ValidatePersistentVolumeClaimRetentionPolicyType
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': ['Retain', 'Delete'],
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': ['Retain', 'Delete'],
  // batch validatePodFailurePolicyRuleOnPodConditions
  'PodFailurePolicyOnPodConditionsPattern.status': ['True', 'False', 'Unknown'],
  // core validateContainerRestartPolicy, validateContainerRestartRules
  'Container.restartPolicy': ['Always', 'OnFailure', 'Never'],
  'ContainerRestartRule.action': ['Restart'],
  'ContainerRestartRuleOnExitCodes.operator': ['In', 'NotIn'],
  // core validateResizePolicy
  'ContainerResizePolicy.resourceName': ['cpu', 'memory'],
  'ContainerResizePolicy.restartPolicy': ['NotRequired', 'RestartContainer'],
  // core ValidateRecursiveReadOnly, validateOS, ValidatePodSecurityContext
  'VolumeMount.recursiveReadOnly': ['Disabled', 'IfPossible', 'Enabled'],
  'PodOS.name': ['linux', 'windows'],
  'PodSecurityContext.seLinuxChangePolicy': ['MountOption', 'Recursive'],
}

/** Takes a field's type and name; gives the only values it takes as the server's validation has them, or none. */
export function closedValues(owner: string, name: string): readonly string[] {
  const key = `${owner}.${name}`
  return (Object.hasOwn(CLOSED, key) ? CLOSED[key] : undefined) ?? []
}

/** Gives the fields the table speaks of, as `Type.field`. */
export function closedFields(): readonly string[] {
  return Object.keys(CLOSED)
}
