/** What single values mean, in a plain line each: by the type and the field, then the value. */
const HELP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'PersistentVolumeClaimSpec.accessModes': {
    ReadWriteOnce: 'One node reads and writes it.',
    ReadOnlyMany: 'Many nodes read it.',
    ReadWriteMany: 'Many nodes read and write it.',
    ReadWriteOncePod: 'One pod alone reads and writes it.',
  },
  'PersistentVolumeClaimSpec.volumeMode': {
    Filesystem: 'Mounted as a directory: the default.',
    Block: 'A raw device, in volumeDevices.',
  },
  'NetworkPolicySpec.policyTypes': {
    Ingress: 'It decides what comes in.',
    Egress: 'It decides what goes out.',
  },
  'ServiceSpec.ipFamilies': {
    IPv4: 'The first one checked is the main one.',
    IPv6: 'The first one checked is the main one.',
  },
  'CronJobSpec.concurrencyPolicy': {
    Allow: 'Runs may overlap: the default.',
    Forbid: 'A run is left out while the one before is not done.',
    Replace: 'The new run stops the one before.',
  },
  'JobSpec.completionMode': {
    NonIndexed: 'Done when enough pods succeeded: the default.',
    Indexed: 'Each pod has a number; done when each number succeeded.',
  },
  'JobSpec.podReplacementPolicy': {
    TerminatingOrFailed: 'A pod is replaced as soon as it begins to stop: the default.',
    Failed: 'A pod is replaced when it is gone.',
  },
  'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy': {
    IfHealthyBudget: 'Pods that are not ready count as much as others: the default.',
    AlwaysAllow: 'Pods that are not ready may always be evicted.',
  },
  'HTTPIngressPath.pathType': {
    Prefix: 'This path and all below it.',
    Exact: 'This path and no other.',
    ImplementationSpecific: 'As the controller reads it.',
  },
  'LabelSelectorRequirement.operator': {
    In: 'Its value is one of these.',
    NotIn: 'Its value is none of these, or it is not there.',
    Exists: 'It is there, whatever its value.',
    DoesNotExist: 'It is not there.',
  },
  'HPAScalingRules.selectPolicy': {
    Max: 'The policy that changes most counts: the default.',
    Min: 'The policy that changes least counts.',
    Disabled: 'No scaling this way.',
  },
  'HPAScalingPolicy.type': {
    Pods: 'A number of pods.',
    Percent: 'A share of the pods there are.',
  },
}

/** Takes a field's type and name, and one of its values; gives in a line what that value means, or null. */
export function valueHelpOf(owner: string, name: string, value: string): string | null {
  const key = `${owner}.${name}`
  const values = Object.hasOwn(HELP, key) ? HELP[key] : undefined
  return (values !== undefined && Object.hasOwn(values, value) ? values[value] : null) ?? null
}

/** Takes a field's type and name, and its values; gives them in the order in which the table explains them, then the others. */
export function inExplainedOrder(owner: string, name: string, values: readonly string[]): readonly string[] {
  const key = `${owner}.${name}`
  const explained = Object.keys((Object.hasOwn(HELP, key) ? HELP[key] : undefined) ?? {})
  return [
    ...explained.filter((value) => values.includes(value)),
    ...values.filter((value) => !explained.includes(value)),
  ]
}

/** Gives every field and value that the table speaks of. */
export function explainedValues(): readonly { readonly field: string; readonly value: string }[] {
  return Object.entries(HELP).flatMap(([field, values]) =>
    Object.keys(values).map((value) => ({ field, value })),
  )
}
