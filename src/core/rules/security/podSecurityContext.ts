import type { PodSpec, Sysctl } from '../../kubernetes/schema/types-1.36'
import { validateId, validateOneOf } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'
import { validateAppArmorProfile, validateSeccompProfile, validateWindowsOptions } from './profiles'

const SYSCTL = String.raw`^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$`
const IS_SYSCTL = new RegExp(SYSCTL)
const LONGEST_SYSCTL = 253

/** Kernel settings that belong to a namespace which the pod shares with the node (validateSysctls over pkg/kubelet/sysctl). */
const SHARED: readonly {
  readonly of: 'hostNetwork' | 'hostIPC'
  readonly names: RegExp
}[] = [
  { of: 'hostNetwork', names: /^net\./ },
  { of: 'hostIPC', names: /^(?:kernel\.sem$|kernel\.shm|kernel\.msg|fs\.mqueue\.)/ },
]

/** Takes a pod's spec and its field; reports what is wrong with the security context of the whole pod (ValidatePodSecurityContext). */
export function validatePodSecurityContext(spec: PodSpec, field: FieldPath, report: Report): void {
  const context = spec.securityContext ?? {}
  const at = field.child('securityContext')
  validateId(context.fsGroup, at.child('fsGroup'), report)
  validateId(context.runAsUser, at.child('runAsUser'), report)
  validateId(context.runAsGroup, at.child('runAsGroup'), report)
  for (const [i, group] of (context.supplementalGroups ?? []).entries())
    validateId(group, at.child('supplementalGroups').index(i), report)
  if (spec.hostPID === true && spec.shareProcessNamespace === true)
    report.invalid(
      at.printedAs('.shareProcessNamespace'),
      true,
      'ShareProcessNamespace and HostPID cannot both be enabled',
    )
  validateSysctls(context.sysctls ?? [], spec, at.child('sysctls'), report)
  const policies = [
    ['fsGroupChangePolicy', ['Always', 'OnRootMismatch']],
    ['supplementalGroupsPolicy', ['Merge', 'Strict']],
    ['seLinuxChangePolicy', ['Recursive']],
  ] as const
  for (const [name, supported] of policies) {
    const policy = context[name]
    if (policy !== undefined) validateOneOf(policy, supported, at.child(name), report)
  }
  validateSeccompProfile(context.seccompProfile, at.child('seccompProfile'), report)
  validateWindowsOptions(context.windowsOptions, at.child('windowsOptions'), report)
  validateAppArmorProfile(context.appArmorProfile, at.child('appArmorProfile'), report)
}

function validateSysctls(sysctls: readonly Sysctl[], spec: PodSpec, field: FieldPath, report: Report): void {
  const names = new Set<string>()
  for (const [i, { name = '' }] of sysctls.entries()) {
    const at = field.index(i).child('name')
    if (name === '') report.required(at)
    else if (name.length > LONGEST_SYSCTL || !IS_SYSCTL.test(name))
      report.invalid(at, name, `must have at most ${LONGEST_SYSCTL} characters and match regex ${SYSCTL}`)
    else if (names.has(name)) report.duplicate(at, name)
    for (const { of, names: shared } of SHARED)
      if (spec[of] === true && shared.test(name.replaceAll('/', '.')))
        report.invalid(at, name, `may not be specified when '${of}' is true`)
    names.add(name)
  }
}
