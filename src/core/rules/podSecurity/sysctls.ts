import type { PodSecurityCheck } from './check'

const SAFE: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_rmem',
  'net.ipv4.tcp_wmem',
])

/** Only kernel settings that stay within the pod (check_sysctls.go). */
export const sysctls: PodSecurityCheck = {
  id: 'sysctls',
  level: 'baseline',
  check: (_, spec) => {
    const unsafe = (spec.securityContext?.sysctls ?? [])
      .map(({ name }) => name ?? '')
      .filter((name) => !SAFE.has(name))
    return unsafe.length === 0 ? null : { reason: 'forbidden sysctls', detail: unsafe.join(', ') }
  },
}
