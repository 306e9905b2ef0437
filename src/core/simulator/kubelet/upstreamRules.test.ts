import { describe, expect, it } from 'vitest'
import { tally, upstreamCases } from '../../../golden/kubeletCases'
import type { Container, HostAlias, PodSpec, Probe } from '../../kubernetes/schema/types-1.36'
import { Clock } from '../clock'
import { podHostname, truncatedHostname } from './hostname'
import { managedHostsFile, nodeHostsFile } from './hostsFile'
import { graceOf } from './killContainer'
import { Kubelet } from './kubelet'
import { probeTarget } from './probeURL'
import type { ProbeResult, ProbeType } from './probeResults'
import { ProbeWorker } from './probeWorker'
import type { ContainerRuntimeStatus } from './runtimeStatus'
import { scriptedHost } from './scriptedHost'
import { containerStatuses } from './status/containerStatuses'
import type { ContainerStatus, PodStatus } from './status/podStatusTypes'

/*
 * Tables of Kubernetes' own tests of the kubelet; where they are absent the tests say so.
 */

describe('hostnames', () => {
  interface Row {
    readonly input?: string
    readonly output?: string
    readonly podName?: string
    readonly podHostname?: string
    readonly podSubdomain?: string
    readonly podHostnameOverride?: string
    readonly featureGateEnabled?: boolean
    readonly expectedHostname?: string
    readonly expectedDomain?: string
    readonly errorContains?: string
  }

  it('are those the kubelet makes', () => {
    const { agreed, total, differences } = tally('hostname', upstreamCases<Row>('hostname').cases, (row) => {
      if (row.input !== undefined) return { got: truncatedHostname(row.input), wanted: row.output }
      const found = podHostname(row.podName ?? '', 'default', {
        hostname: row.podHostname,
        subdomain: row.podSubdomain,
        ...(row.featureGateEnabled === true ? { hostnameOverride: row.podHostnameOverride } : {}),
      })
      const words = row.errorContains ?? ''
      return 'error' in found
        ? { got: words !== '' && found.error.includes(words) ? words : found.error, wanted: words }
        : { got: [found.hostname, found.domain], wanted: [row.expectedHostname, row.expectedDomain] }
    })
    expect(agreed, differences.join('\n')).toBe(total)
  })
})

describe('the file of hosts', () => {
  interface Row {
    readonly hostIPs?: readonly string[]
    readonly hostName?: string
    readonly hostDomainName?: string
    readonly hostAliases: readonly HostAlias[]
    readonly expectedContent?: string
    readonly rawHostsFileContent?: string
    readonly expectedHostsFileContent?: string
  }

  it('is as the kubelet writes it', () => {
    const { cases } = upstreamCases<Row>('hosts_file')
    const { agreed, total, differences } = tally('hosts_file', cases, (row) => {
      const { hostIPs = [], hostName = '', hostDomainName = '', hostAliases, rawHostsFileContent } = row
      return rawHostsFileContent === undefined
        ? {
            got: managedHostsFile(hostIPs, hostName, hostDomainName, hostAliases),
            wanted: row.expectedContent,
          }
        : { got: nodeHostsFile(rawHostsFileContent, hostAliases), wanted: row.expectedHostsFileContent }
    })
    expect(agreed, differences.join('\n')).toBe(total)
  })
})

describe('targets of probes', () => {
  interface Row {
    readonly test: string
    readonly probe: { readonly host?: string; readonly port?: string | number; readonly path?: string }
    readonly ok: boolean
    readonly host: string
    readonly port: number
  }

  it('are those the prober goes to', () => {
    const { cases } = upstreamCases<Row>('probe_url')
    const container: Container = { ports: [{ name: 'found', containerPort: 93 }] }
    const { agreed, total, differences } = tally('probe_url', cases, ({ test, probe, ok, host, port }) => ({
      // Upstream's test of URLs has no address of the pod.
      got: probeTarget(probe, container, test === 'TestGetURLParts' ? '127.0.0.1' : '1.2.3.4') ?? 'none',
      wanted: ok ? { host, port } : 'none',
    }))
    expect(agreed, differences.join('\n')).toBe(total)
  })
})

describe('grace periods', () => {
  interface Row {
    readonly pod: { readonly spec: PodSpec }
    readonly reason: 'Unknown' | 'LivenessProbe' | 'StartupProbe'
    readonly expectedGracePeriod: number
  }

  it('are those of the kubelet', () => {
    const { cases } = upstreamCases<Row>('kill_grace_period')
    const { agreed, total, differences } = tally(
      'kill_grace_period',
      cases,
      ({ pod, reason, expectedGracePeriod }) => ({
        got: graceOf(
          { deletion: null, eviction: null, spec: pod.spec },
          pod.spec.containers?.[0] ?? {},
          reason === 'Unknown' ? undefined : reason,
        ),
        wanted: expectedGracePeriod,
      }),
    )
    expect(agreed, differences.join('\n')).toBe(total)
  })
})

describe('statuses of containers', () => {
  interface Row {
    readonly pod: { readonly metadata?: { readonly deletionTimestamp?: string }; readonly spec: PodSpec }
    readonly isInitContainer: boolean
    readonly podRestarting: boolean
    readonly previousStatus: readonly ContainerStatus[]
    readonly runtimeStatus: readonly ContainerRuntimeStatus[] | null
    readonly expected: readonly ContainerStatus[]
  }

  /** Ids and times are written another way here. */
  const comparable = ({ name, state, lastState, restartCount }: ContainerStatus) => {
    const end = ({
      exitCode = 0,
      reason = '',
      message = '',
    }: NonNullable<typeof state>['terminated'] & object) => ({
      exitCode,
      reason,
      message,
    })
    return {
      name,
      waiting: state?.waiting?.reason ?? '',
      isRunning: state?.running !== undefined,
      end: state?.terminated === undefined ? null : end(state.terminated),
      last: lastState?.terminated === undefined ? null : end(lastState.terminated),
      restartCount: restartCount ?? 0,
    }
  }

  it('are those the kubelet makes', () => {
    const { cases } = upstreamCases<Row>('container_statuses')
    const { agreed, total, differences } = tally('container_statuses', cases, (row) => {
      const { spec, metadata } = row.pod
      const source = {
        spec,
        deleted: metadata?.deletionTimestamp !== undefined,
        runtime: {
          containers: (row.runtimeStatus ?? []).map((each) => ({ ...each, id: each.id.replace('://', '') })),
          sandboxes: [],
        },
        failureOf: () => undefined,
        restartingAll: row.podRestarting,
        timeOf: () => '',
      }
      const containers = (row.isInitContainer ? spec.initContainers : spec.containers) ?? []
      const made = containerStatuses(source, containers, row.isInitContainer, row.previousStatus)
      return {
        got: made.map((each) => comparable(each)),
        wanted: row.expected.map((each) => comparable(each)),
      }
    })
    expect(agreed, differences.join('\n')).toBe(total)
  })
})

describe('a round of a probe', () => {
  interface Row {
    readonly test: string
    readonly container?: Container
    readonly podStatus?: PodStatus
    readonly probe?: Probe
    readonly probeType?: 'Liveness' | 'Readiness' | 'Startup'
    readonly setDeletionTimestamp?: boolean
    readonly expectContinue?: boolean | Readonly<Record<string, boolean>>
    readonly expectSet?: boolean
    readonly expectedResult: ProbeResult | null
  }

  const NAME = 'cOnTaInEr_NaMe'
  const TYPES = { Liveness: 'liveness', Readiness: 'readiness', Startup: 'startup' } as const

  /** Lets a worker probe once; gives whether it goes on, and what it said last. */
  function probed(
    row: Row,
    type: ProbeType,
  ): { readonly goesOn: boolean; readonly result: ProbeResult | null } {
    const clock = new Clock()
    const probe: Probe = { ...row.probe, exec: { command: ['true'] }, periodSeconds: 60 }
    const container: Container = { name: NAME, ...row.container, [`${type}Probe`]: probe }
    const kubelet = new Kubelet(
      { spec: { containers: [container], restartPolicy: 'Never' } },
      scriptedHost(clock, {}, {}),
      () => undefined,
    )
    clock.start(kubelet.runtime.start(NAME, 0))
    clock.run(1000, () => undefined)
    kubelet.status = row.podStatus ?? {}
    if (row.setDeletionTimestamp === true) kubelet.deletion = { grace: 30, time: clock.now }
    let result: ProbeResult | null = null
    const worker = new ProbeWorker(kubelet, container, type, (_type, _name, _id, published) => {
      result = published
    })
    clock.run(clock.now + 1000, () => undefined)
    return { goesOn: !worker.ended, result }
  }

  it('does what the prober does', () => {
    // What the pods of the last test look like is not among the data.
    const cases = upstreamCases<Row>('prober_worker').cases.filter(
      ({ podStatus, test }) => podStatus !== undefined || test === 'TestDoProbe',
    )
    const { agreed, total, differences } = tally('prober_worker', cases, (row) => {
      const name = row.probeType ?? 'Liveness'
      const { goesOn, result } = probed(row, TYPES[name])
      const { expectContinue: on = false } = row
      const isOn = typeof on === 'boolean' ? on : (on[name] ?? false)
      const isSaid = row.expectSet !== undefined
      return {
        got: { goesOn, result: isSaid ? result : null },
        wanted: { goesOn: isOn, result: row.expectedResult },
      }
    })
    expect(agreed, differences.join('\n')).toBe(total)
  })
})
