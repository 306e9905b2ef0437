import {
  containerNames,
  containersOf,
  counted,
  isWindows,
  joinQuote,
  sortedSet,
  type AnyContainer,
  type PodSecurityCheck,
  type Violation,
} from './check'

const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
])

const RESTRICTED_CAPABILITIES: ReadonlySet<string> = new Set(['NET_BIND_SERVICE'])

function addedBeyond(container: AnyContainer, allowed: ReadonlySet<string>): string[] {
  return (container.securityContext?.capabilities?.add ?? []).filter((capability) => !allowed.has(capability))
}

/** The containers that add more than is allowed, in words, or null. */
function addersSaid(containers: readonly AnyContainer[], allowed: ReadonlySet<string>): string | null {
  const adding = containers.filter((container) => addedBeyond(container, allowed).length > 0)
  if (adding.length === 0) return null
  const names = adding.map(({ name }) => name ?? '')
  const added = sortedSet(adding.flatMap((container) => addedBeyond(container, allowed)))
  return `${counted('container', names)} must not include ${joinQuote(added)} in securityContext.capabilities.add`
}

/** No capability beyond those that container runtimes give by default (check_capabilities_baseline.go). */
export const capabilitiesBaseline: PodSecurityCheck = {
  id: 'capabilities_baseline',
  level: 'baseline',
  check: (_, spec) => {
    const detail = addersSaid(containersOf(spec), DEFAULT_CAPABILITIES)
    return detail === null ? null : { reason: 'non-default capabilities', detail }
  },
}

/** All capabilities dropped, only NET_BIND_SERVICE added (check_capabilities_restricted.go). */
export const capabilitiesRestricted: PodSecurityCheck = {
  id: 'capabilities_restricted',
  level: 'restricted',
  overrides: ['capabilities_baseline'],
  check: (_, spec): Violation | null => {
    if (isWindows(spec)) return null
    const keeping = containerNames(
      spec,
      ({ securityContext }) => !(securityContext?.capabilities?.drop ?? []).includes('ALL'),
    )
    const details = [
      keeping.length === 0
        ? null
        : `${counted('container', keeping)} must set securityContext.capabilities.drop=["ALL"]`,
      addersSaid(containersOf(spec), RESTRICTED_CAPABILITIES),
    ].filter((detail) => detail !== null)
    return details.length === 0 ? null : { reason: 'unrestricted capabilities', detail: details.join('; ') }
  },
}
