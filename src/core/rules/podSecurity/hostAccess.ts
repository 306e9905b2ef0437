import {
  containerNames,
  containersOf,
  counted,
  setters,
  sortedSet,
  type AnyContainer,
  type PodSecurityCheck,
} from './check'

/** No namespace of the node (check_hostNamespaces.go). */
export const hostNamespaces: PodSecurityCheck = {
  id: 'hostNamespaces',
  level: 'baseline',
  check: (_, spec) => {
    const used = [
      spec.hostNetwork === true ? 'hostNetwork=true' : '',
      spec.hostPID === true ? 'hostPID=true' : '',
      spec.hostIPC === true ? 'hostIPC=true' : '',
    ].filter((text) => text !== '')
    return used.length === 0 ? null : { reason: 'host namespaces', detail: used.join(', ') }
  },
}

/** No folder of the node (check_hostPathVolumes.go). */
export const hostPathVolumes: PodSecurityCheck = {
  id: 'hostPathVolumes',
  level: 'baseline',
  check: (_, spec) => {
    const names = (spec.volumes ?? [])
      .filter(({ hostPath }) => hostPath !== undefined)
      .map(({ name }) => name ?? '')
    return names.length === 0 ? null : { reason: 'hostPath volumes', detail: counted('volume', names) }
  },
}

function hostPortsOf(container: AnyContainer): number[] {
  return (container.ports ?? []).map(({ hostPort }) => hostPort ?? 0).filter((port) => port !== 0)
}

/** No port of the node (check_hostPorts.go). */
export const hostPorts: PodSecurityCheck = {
  id: 'hostPorts',
  level: 'baseline',
  check: (_, spec) => {
    const names = containerNames(spec, (container) => hostPortsOf(container).length > 0)
    if (names.length === 0) return null
    const ports = sortedSet(containersOf(spec).flatMap((container) => hostPortsOf(container).map(String)))
    const verb = names.length === 1 ? 'uses' : 'use'
    const noun = ports.length === 1 ? 'hostPort' : 'hostPorts'
    return {
      reason: 'hostPort',
      detail: `${counted('container', names)} ${verb} ${noun} ${ports.join(', ')}`,
    }
  },
}

/** No processes of a Windows node (check_windowsHostProcess.go). */
export const windowsHostProcess: PodSecurityCheck = {
  id: 'windowsHostProcess',
  level: 'baseline',
  check: (_, spec) => {
    const who = setters(
      spec.securityContext?.windowsOptions?.hostProcess === true,
      containerNames(spec, ({ securityContext }) => securityContext?.windowsOptions?.hostProcess === true),
    )
    if (who === null) return null
    return {
      reason: 'hostProcess',
      detail: `${who} must not set securityContext.windowsOptions.hostProcess=true`,
    }
  },
}
