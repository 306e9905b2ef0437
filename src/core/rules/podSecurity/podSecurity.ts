import type { ObjectMeta, PodSpec } from '../../kubernetes/schema/types-1.36'
import { appArmorProfile } from './appArmorProfile'
import { capabilitiesBaseline, capabilitiesRestricted } from './capabilities'
import type { PodSecurityCheck } from './check'
import { hostNamespaces, hostPathVolumes, hostPorts, windowsHostProcess } from './hostAccess'
import { hostProbesAndHostLifecycle } from './hostProbes'
import { allowPrivilegeEscalation, privileged, procMount } from './privileges'
import { restrictedVolumes } from './restrictedVolumes'
import { runAsNonRoot, runAsUser } from './runAs'
import { seccompProfileBaseline, seccompProfileRestricted } from './seccompProfile'
import { seLinuxOptions } from './seLinuxOptions'
import { sysctls } from './sysctls'

/** The levels of the Pod Security Standards that forbid something. */
export type PodSecurityLevel = 'baseline' | 'restricted'

/** All checks, those of a level by the alphabet of their ids: so the plugin says them (registry.go). */
export const POD_SECURITY_CHECKS: readonly PodSecurityCheck[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsUser,
  seccompProfileRestricted,
]

const OVERRIDDEN = new Set(POD_SECURITY_CHECKS.flatMap(({ overrides }) => overrides ?? []))

const CHECKS: Readonly<Record<PodSecurityLevel, readonly PodSecurityCheck[]>> = {
  baseline: POD_SECURITY_CHECKS.filter(({ level }) => level === 'baseline'),
  restricted: POD_SECURITY_CHECKS.filter(({ id }) => !OVERRIDDEN.has(id)),
}

/**
 * Takes a level, a pod's metadata and its spec, with defaults; gives what pod security admission warns of in a namespace
 * with that level at its latest version (k8s.io/pod-security-admission/admission): one sentence, or none.
 */
export function podSecurityWarnings(
  level: PodSecurityLevel,
  metadata: ObjectMeta,
  spec: PodSpec,
): readonly string[] {
  const violations = CHECKS[level].map(({ check }) => check(metadata, spec)).filter((said) => said !== null)
  if (violations.length === 0) return []
  const said = violations.map(({ reason, detail }) => `${reason} (${detail})`)
  return [`would violate PodSecurity "${level}:latest": ${said.join(', ')}`]
}
