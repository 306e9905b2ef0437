import type { Container, PodSpec, SeccompProfile } from '../../kubernetes/schema/types-1.36'
import type { FieldPath } from '../fieldPath'
import type { Report } from '../report'

/*
 * Profiles that a pod names twice: in a field, and in the annotation that it had before there was one. Both must name the
 * same (validateSeccompAnnotationsAndFields and validateAppArmorAnnotationsAndFieldsMatchOnCreate).
 */

const SECCOMP = {
  what: 'seccomp',
  defaults: ['runtime/default', 'docker/default'],
  prefix: 'container.seccomp.security.alpha.kubernetes.io/',
} as const

const APP_ARMOR = {
  what: 'apparmor',
  defaults: ['runtime/default'],
  prefix: 'container.apparmor.security.beta.kubernetes.io/',
} as const

const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod'
const LOCAL = 'localhost/'

/** Takes a Pod's annotations, its spec and the spec's field; reports profiles that do not match. */
export function validateAnnotatedProfiles(
  annotations: Readonly<Record<string, string>>,
  spec: PodSpec,
  field: FieldPath,
  report: Report,
): void {
  const { seccompProfile, appArmorProfile } = spec.securityContext ?? {}
  const ofPod = field.child('securityContext', 'seccompProfile')
  validateMatch(annotations[SECCOMP_OF_POD], seccompProfile, SECCOMP, ofPod, report)
  for (const role of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    const containers: readonly Container[] = spec[role] ?? []
    for (const [i, { name = '', securityContext }] of containers.entries()) {
      const at = field.child(role).index(i).child('securityContext')
      validateMatch(
        annotations[`${SECCOMP.prefix}${name}`],
        securityContext?.seccompProfile,
        SECCOMP,
        at.child('seccompProfile'),
        report,
      )
      if (spec.os?.name !== 'windows')
        validateMatch(
          annotations[`${APP_ARMOR.prefix}${name}`],
          securityContext?.appArmorProfile ?? appArmorProfile,
          APP_ARMOR,
          at.child('appArmorProfile'),
          report,
        )
    }
  }
}

function validateMatch(
  annotation: string | undefined,
  profile: SeccompProfile | undefined,
  { what, defaults }: typeof SECCOMP | typeof APP_ARMOR,
  field: FieldPath,
  report: Report,
): void {
  if (annotation === undefined || profile === undefined) return
  const { type, localhostProfile } = profile
  const isSameType =
    (type === 'Unconfined' && annotation === 'unconfined') ||
    (type === 'RuntimeDefault' && defaults.some((value) => value === annotation)) ||
    (type === 'Localhost' && annotation.startsWith(LOCAL))
  if (!isSameType) report.forbidden(field.child('type'), `${what} type in annotation and field must match`)
  else if (type === 'Localhost' && annotation !== `${LOCAL}${localhostProfile ?? ''}`)
    report.forbidden(field.child('localhostProfile'), `${what} profile in annotation and field must match`)
}
