import {
  containerNames,
  containersOf,
  counted,
  hasUserNamespace,
  isWindows,
  joinQuote,
  sortedSet,
  type PodSecurityCheck,
} from './check'

/** No privileged container (check_privileged.go). */
export const privileged: PodSecurityCheck = {
  id: 'privileged',
  level: 'baseline',
  check: (_, spec) => {
    const names = containerNames(spec, ({ securityContext }) => securityContext?.privileged === true)
    if (names.length === 0) return null
    return {
      reason: 'privileged',
      detail: `${counted('container', names)} must not set securityContext.privileged=true`,
    }
  },
}

/** No process may get more rights than its parent (check_allowPrivilegeEscalation.go). */
export const allowPrivilegeEscalation: PodSecurityCheck = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  check: (_, spec) => {
    if (isWindows(spec)) return null
    const names = containerNames(
      spec,
      ({ securityContext }) => securityContext?.allowPrivilegeEscalation !== false,
    )
    if (names.length === 0) return null
    return {
      reason: 'allowPrivilegeEscalation != false',
      detail: `${counted('container', names)} must set securityContext.allowPrivilegeEscalation=false`,
    }
  },
}

/** No unmasked /proc (check_procMount.go). */
export const procMount: PodSecurityCheck = {
  id: 'procMount',
  level: 'baseline',
  check: (_, spec) => {
    if (hasUserNamespace(spec)) return null
    const unmasked = containersOf(spec).filter(
      ({ securityContext }) => (securityContext?.procMount ?? 'Default') !== 'Default',
    )
    if (unmasked.length === 0) return null
    const names = unmasked.map(({ name }) => name ?? '')
    const types = sortedSet(unmasked.map(({ securityContext }) => securityContext?.procMount ?? ''))
    return {
      reason: 'procMount',
      detail: `${counted('container', names)} must not set securityContext.procMount to ${joinQuote(types)}`,
    }
  },
}
