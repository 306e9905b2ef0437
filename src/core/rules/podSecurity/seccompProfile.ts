import type { PodSpec } from '../../kubernetes/schema/types-1.36'
import {
  containerNames,
  containersOf,
  counted,
  isWindows,
  joinQuote,
  setters,
  sortedSet,
  type PodSecurityCheck,
  type Violation,
} from './check'

const ALLOWED: ReadonlySet<string> = new Set(['RuntimeDefault', 'Localhost'])

interface Profile {
  readonly type?: string
}

function isForbidden(profile: Profile | undefined): boolean {
  return profile !== undefined && !ALLOWED.has(profile.type ?? '')
}

function forbiddenProfiles(spec: PodSpec): Violation | null {
  const who = setters(
    isForbidden(spec.securityContext?.seccompProfile),
    containerNames(spec, ({ securityContext }) => isForbidden(securityContext?.seccompProfile)),
  )
  if (who === null) return null
  const types = [spec, ...containersOf(spec)]
    .map(({ securityContext }) => securityContext?.seccompProfile)
    .filter((profile) => isForbidden(profile))
    .map((profile) => profile?.type ?? '')
  return {
    reason: 'seccompProfile',
    detail: `${who} must not set securityContext.seccompProfile.type to ${joinQuote(sortedSet(types))}`,
  }
}

/** No unconfined system calls (check_seccompProfile_baseline.go). */
export const seccompProfileBaseline: PodSecurityCheck = {
  id: 'seccompProfile_baseline',
  level: 'baseline',
  check: (_, spec) => forbiddenProfiles(spec),
}

/** Confined system calls, said so by the pod or by each container (check_seccompProfile_restricted.go). */
export const seccompProfileRestricted: PodSecurityCheck = {
  id: 'seccompProfile_restricted',
  level: 'restricted',
  overrides: ['seccompProfile_baseline'],
  check: (_, spec) => {
    if (isWindows(spec)) return null
    const forbidden = forbiddenProfiles(spec)
    if (forbidden !== null) return forbidden
    if (spec.securityContext?.seccompProfile !== undefined) return null
    const silent = containerNames(
      spec,
      ({ securityContext }) => securityContext?.seccompProfile === undefined,
    )
    if (silent.length === 0) return null
    return {
      reason: 'seccompProfile',
      detail: `pod or ${counted('container', silent)} must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost"`,
    }
  },
}
