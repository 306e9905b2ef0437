import { describe, expect, it } from 'vitest'
import type { Container, ObjectMeta, PodSpec } from '../../kubernetes/schema/types-1.36'
import { POD_SECURITY_CHECKS, podSecurityWarnings, type PodSecurityLevel } from './podSecurity'

const web: Container = {
  name: 'web',
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
}

/** A pod that even the restricted level takes. */
const good: PodSpec = { containers: [web] }

function withContext(change: Container['securityContext']): PodSpec {
  return { containers: [{ ...web, securityContext: { ...web.securityContext, ...change } }] }
}

function saidOf(level: PodSecurityLevel, spec: PodSpec, metadata: ObjectMeta = {}): string {
  const [said = ''] = podSecurityWarnings(level, metadata, spec)
  return said.replace(`would violate PodSecurity "${level}:latest": `, '')
}

it('takes a good pod at both levels', () => {
  expect(podSecurityWarnings('baseline', {}, good)).toEqual([])
  expect(podSecurityWarnings('restricted', {}, good)).toEqual([])
})

it('says all in one sentence, the baseline first, each by the alphabet of the ids', () => {
  expect(
    podSecurityWarnings(
      'restricted',
      {},
      { hostPID: true, hostNetwork: true, containers: [{ name: 'a' }, { name: 'b' }] },
    ),
  ).toEqual([
    'would violate PodSecurity "restricted:latest": host namespaces (hostNetwork=true, hostPID=true), ' +
      'allowPrivilegeEscalation != false (containers "a", "b" must set securityContext.allowPrivilegeEscalation=false), ' +
      'unrestricted capabilities (containers "a", "b" must set securityContext.capabilities.drop=["ALL"]), ' +
      'runAsNonRoot != true (pod or containers "a", "b" must set securityContext.runAsNonRoot=true), ' +
      'seccompProfile (pod or containers "a", "b" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  ])
  for (const level of ['baseline', 'restricted'] as const) {
    const ids = POD_SECURITY_CHECKS.filter((check) => check.level === level).map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted())
  }
})

describe('the baseline forbids', () => {
  it.each<[string, PodSpec, string, ObjectMeta?]>([
    [
      'an AppArmor profile by field',
      withContext({ appArmorProfile: { type: 'Unconfined' } }),
      'forbidden AppArmor profile (container "web" must not set AppArmor profile type to "Unconfined")',
    ],
    [
      'an AppArmor profile by annotation',
      good,
      'forbidden AppArmor profile (annotation must not set AppArmor profile type to "container.apparmor.security.beta.kubernetes.io/web="unconfined"")',
      { annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' } },
    ],
    [
      'capabilities',
      withContext({ capabilities: { add: ['SYS_TIME', 'CHOWN', 'NET_RAW'] } }),
      'non-default capabilities (container "web" must not include "NET_RAW", "SYS_TIME" in securityContext.capabilities.add)',
    ],
    ['the node’s namespaces', { ...good, hostIPC: true }, 'host namespaces (hostIPC=true)'],
    [
      'folders of the node',
      {
        ...good,
        volumes: [
          { name: 'a', hostPath: { path: '/' } },
          { name: 'b', hostPath: {} },
        ],
      },
      'hostPath volumes (volumes "a", "b")',
    ],
    [
      'ports of the node',
      { containers: [{ ...web, ports: [{ hostPort: 9100 }, { hostPort: 80 }, {}] }] },
      'hostPort (container "web" uses hostPorts 80, 9100)',
    ],
    [
      'probes of other hosts',
      {
        containers: [
          {
            ...web,
            livenessProbe: { httpGet: { host: 'a' } },
            lifecycle: { preStop: { tcpSocket: { host: 'b' } } },
          },
        ],
      },
      'probe or lifecycle host (container "web" uses probe or lifecycle hosts "a", "b")',
    ],
    [
      'privileged containers',
      withContext({ privileged: true }),
      'privileged (container "web" must not set securityContext.privileged=true)',
    ],
    [
      'an unmasked /proc',
      withContext({ procMount: 'Unmasked' }),
      'procMount (container "web" must not set securityContext.procMount to "Unmasked")',
    ],
    [
      'SELinux users and types',
      {
        ...withContext({ seLinuxOptions: { user: 'u', role: 'r' } }),
        securityContext: { seLinuxOptions: { type: 'spc_t' } },
      },
      'seLinuxOptions (pod and container "web" set forbidden securityContext.seLinuxOptions: type "spc_t"; user may not be set; role may not be set)',
    ],
    [
      'an unconfined seccomp profile',
      withContext({ seccompProfile: { type: 'Unconfined' } }),
      'seccompProfile (container "web" must not set securityContext.seccompProfile.type to "Unconfined")',
    ],
    [
      'sysctls beyond the pod',
      {
        ...good,
        securityContext: {
          sysctls: [{ name: 'net.ipv4.tcp_rmem' }, { name: 'kernel.msgmax' }, { name: 'vm.swappiness' }],
        },
      },
      'forbidden sysctls (kernel.msgmax, vm.swappiness)',
    ],
    [
      'processes of a Windows node',
      { ...good, securityContext: { windowsOptions: { hostProcess: true } } },
      'hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)',
    ],
  ])('%s', (_, spec, said, metadata = {}) => {
    expect(saidOf('baseline', spec, metadata)).toBe(said)
  })

  it('what init and ephemeral containers do, too', () => {
    const bad = { securityContext: { privileged: true } }
    const spec = {
      containers: [web],
      initContainers: [{ name: 'first', ...bad }],
      ephemeralContainers: [{ name: 'debug', ...bad }],
    }
    expect(saidOf('baseline', spec)).toBe(
      'privileged (containers "first", "debug" must not set securityContext.privileged=true)',
    )
  })
})

describe('the restricted level forbids', () => {
  it.each<[string, PodSpec, string]>([
    [
      'privileges of children',
      withContext({ allowPrivilegeEscalation: true }),
      'allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false)',
    ],
    [
      'capabilities, instead of the baseline’s check',
      withContext({ capabilities: { add: ['NET_BIND_SERVICE', 'CHOWN'] } }),
      'unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"]; container "web" must not include "CHOWN" in securityContext.capabilities.add)',
    ],
    [
      'volumes that reach a machine',
      {
        ...good,
        volumes: [
          { name: 'a', nfs: {} },
          { name: 'b', image: {} },
          { name: 'c', hostPath: {} },
        ],
      },
      'restricted volume types (volumes "a", "c" use restricted volume types "hostPath", "nfs")',
    ],
    [
      'root, said so',
      withContext({ runAsNonRoot: false }),
      'runAsNonRoot != true (container "web" must not set securityContext.runAsNonRoot=false)',
    ],
    [
      'user 0',
      { ...withContext({ runAsUser: 0 }), securityContext: { runAsUser: 0 } },
      'runAsUser=0 (pod and container "web" must not set runAsUser=0)',
    ],
    [
      'an unconfined seccomp profile',
      { ...good, securityContext: { seccompProfile: { type: 'Unconfined' } } },
      'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
    ],
  ])('%s', (_, spec, said) => expect(saidOf('restricted', spec)).toBe(said))

  it('nothing that the pod says for its containers', () => {
    const silent = withContext({ runAsNonRoot: undefined, seccompProfile: undefined })
    const pod = { runAsNonRoot: true, seccompProfile: { type: 'Localhost' } }
    expect(saidOf('restricted', { ...silent, securityContext: pod })).toBe('')
  })

  it('nothing of users where the pod has its own', () => {
    const root = withContext({ runAsUser: 0, runAsNonRoot: false, procMount: 'Unmasked' })
    expect(saidOf('restricted', { ...root, hostUsers: false })).toBe('')
  })

  it('nothing on Windows that only Linux has', () => {
    const spec = {
      os: { name: 'windows' },
      containers: [{ name: 'web', securityContext: { runAsNonRoot: true } }],
    }
    expect(saidOf('restricted', spec)).toBe('')
  })
})
