/*
 * Fields that have a meaning under some values of another one alone: `rollingUpdate` where the `type` is
 * RollingUpdate. Elsewhere the server refuses them.
 */

/** By the field that chooses, as `Type.field`: the fields it rules, and the values under which each may stand ('': left out). */
const RULED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // apps ValidateDeploymentStrategy, ValidateStatefulSetSpec, ValidateDaemonSetUpdateStrategy
  'DeploymentStrategy.type': { rollingUpdate: ['', 'RollingUpdate'] },
  'StatefulSetUpdateStrategy.type': { rollingUpdate: ['', 'RollingUpdate'] },
  'DaemonSetUpdateStrategy.type': { rollingUpdate: ['', 'RollingUpdate'] },
  // core validateSeccompProfileField, ValidateAppArmorProfileField
  'SeccompProfile.type': { localhostProfile: ['Localhost'] },
  'AppArmorProfile.type': { localhostProfile: ['Localhost'] },
  // core ValidateTolerations
  'Toleration.operator': { value: ['', 'Equal', 'Lt', 'Gt'] },
  'Toleration.effect': { tolerationSeconds: ['NoExecute'] },
  // core ValidateNodeSelectorRequirement, meta/v1 ValidateLabelSelectorRequirement
  'NodeSelectorRequirement.operator': { values: ['', 'In', 'NotIn', 'Gt', 'Lt'] },
  'LabelSelectorRequirement.operator': { values: ['', 'In', 'NotIn'] },
  // core validateMinDomains, ValidateService
  'TopologySpreadConstraint.whenUnsatisfiable': { minDomains: ['', 'DoNotSchedule'] },
  'ServiceSpec.sessionAffinity': { sessionAffinityConfig: ['ClientIP'] },
  // batch validateJobSpec
  'JobSpec.completionMode': {
    backoffLimitPerIndex: ['Indexed'],
    maxFailedIndexes: ['Indexed'],
    successPolicy: ['Indexed'],
  },
}

/** Takes a field that chooses (its type and name) and the value it gets ('': left out); gives the fields beside it that may not stand there then. */
export function fieldsRuledOut(owner: string, name: string, value: string): readonly string[] {
  const key = `${owner}.${name}`
  const ruled = (Object.hasOwn(RULED, key) ? RULED[key] : undefined) ?? {}
  return Object.entries(ruled).flatMap(([field, values]) => (values.includes(value) ? [] : [field]))
}

/** Gives every row: the field that chooses, one it rules, and the values under which that may stand. */
export function ruledFields(): readonly {
  readonly chooses: string
  readonly field: string
  readonly values: readonly string[]
}[] {
  return Object.entries(RULED).flatMap(([chooses, ruled]) =>
    Object.entries(ruled).map(([field, values]) => ({ chooses, field, values })),
  )
}
