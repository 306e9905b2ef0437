import type { HTTPGetAction, TCPSocketAction } from '../../kubernetes/schema/types-1.36'
import { containersOf, counted, sortedSet, type AnyContainer, type PodSecurityCheck } from './check'

/** What a probe and a lifecycle hook have in common: they may call a host. */
interface Caller {
  readonly httpGet?: HTTPGetAction
  readonly tcpSocket?: TCPSocketAction
}

function hostsOf(container: AnyContainer): string[] {
  const callers: readonly (Caller | undefined)[] = [
    container.livenessProbe,
    container.readinessProbe,
    container.startupProbe,
    container.lifecycle?.postStart,
    container.lifecycle?.preStop,
  ]
  return callers
    .flatMap((caller) => [caller?.httpGet?.host ?? '', caller?.tcpSocket?.host ?? ''])
    .filter((host) => host !== '')
}

/** No probe or hook that calls another host than the pod (check_hostProbesAndhostLifecycle.go, since 1.34). */
export const hostProbesAndHostLifecycle: PodSecurityCheck = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  check: (_, spec) => {
    const calling = containersOf(spec).filter((container) => hostsOf(container).length > 0)
    if (calling.length === 0) return null
    const names = sortedSet(calling.map(({ name }) => name ?? ''))
    const hosts = sortedSet(calling.flatMap(hostsOf))
    const verb = names.length === 1 ? 'uses' : 'use'
    return {
      reason: 'probe or lifecycle host',
      detail: `${counted('container', names)} ${verb} ${counted('probe or lifecycle host', hosts)}`,
    }
  },
}
