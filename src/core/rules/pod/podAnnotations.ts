import type { PodSpec } from '../../kubernetes/schema/types-1.36'
import { MOST, validateDescendingPath } from '../fieldChecks'
import type { FieldPath } from '../fieldPath'
import { quoted } from '../goText'
import type { Report } from '../report'

const MIRROR = 'kubernetes.io/config.mirror'
const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost'
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod'
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/'
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/'
const LOCAL = 'localhost/'

/** Takes the annotations of a pod or of its template, the pod's spec, and the annotations' field; reports what Kubernetes itself reads there and can't use (ValidatePodSpecificAnnotations). */
export function validatePodAnnotations(
  annotations: Readonly<Record<string, string>>,
  spec: PodSpec,
  field: FieldPath,
  report: Report,
): void {
  const mirror = annotations[MIRROR]
  if (mirror !== undefined && (spec.nodeName ?? '') === '')
    report.invalid(field.key(MIRROR), mirror, 'must set spec.nodeName if mirror pod annotation is set')
  const cost = annotations[DELETION_COST]
  if (cost !== undefined && !isDeletionCost(cost))
    report.invalid(field.key(DELETION_COST), cost, 'must be a 32bit integer')
  const containers = namesOf(spec)
  for (const [key, value] of Object.entries(annotations))
    if (key === SECCOMP_POD || key.startsWith(SECCOMP_CONTAINER))
      validateSeccomp(value, field.child(key), report)
    else if (key.startsWith(APP_ARMOR)) {
      const container = key.slice(APP_ARMOR.length)
      if (!containers.has(container)) report.invalid(field.key(key), container, 'container not found')
      if (!isAppArmorProfile(value))
        report.invalid(field.key(key), value, `invalid AppArmor profile name: ${quoted(value)}`)
    }
}

function namesOf({ containers = [], initContainers = [], ephemeralContainers = [] }: PodSpec): Set<string> {
  return new Set([...containers, ...initContainers, ...ephemeralContainers].map(({ name = '' }) => name))
}

function isDeletionCost(text: string): boolean {
  return /^(?:0|-\d+|[1-9]\d*)$/.test(text) && Number(text) >= -MOST - 1 && Number(text) <= MOST
}

function isAppArmorProfile(text: string): boolean {
  return ['', 'runtime/default', 'unconfined'].includes(text) || text.startsWith(LOCAL)
}

function validateSeccomp(profile: string, field: FieldPath, report: Report): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return
  if (profile.startsWith(LOCAL)) validateDescendingPath(profile.slice(LOCAL.length), field, report)
  else report.invalid(field, profile, 'must be a valid seccomp profile')
}
