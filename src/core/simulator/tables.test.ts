import { describe, expect, it } from 'vitest'
import { keptCases, tally } from '../../golden/kubeletCases'
import { storedQosClassOf } from '../kubernetes/qos'
import { quantityValue } from '../kubernetes/quantity'
import type { PodSpec, ServiceSpec } from '../kubernetes/schema/types-1.36'
import { logSource } from './kubelet/logSource'
import { endpointGroups, type EndpointGroup, type ServedPod } from './network/endpoints'
import { containerAmounts, podAmounts } from './resources/podResources'
import type { ContainerState } from './kubelet/status/podStatusTypes'

type List = Readonly<Record<string, string>> | null | undefined

/** Without amounts of nothing, which Kubernetes leaves in or out. */
function amountsOf(list: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(list).filter(([, amount]) => amount !== 0))
}

function inUnits(list: List): Readonly<Record<string, number>> {
  return amountsOf(
    Object.fromEntries(Object.entries(list ?? {}).map(([name, text]) => [name, quantityValue(text) ?? 0])),
  )
}

describe('what a pod needs', () => {
  interface Row {
    readonly spec: PodSpec
    readonly requests: List
    readonly limits: List
    readonly containerRequests: List
    readonly qosClass: string
  }

  it('as the scheduler counts it', () => {
    const { cases } = keptCases<Row>('generated_pod_resources')
    const { agreed, total, differences } = tally('generated_pod_resources', cases, (row) => ({
      got: [
        amountsOf(podAmounts(row.spec, 'requests')),
        amountsOf(podAmounts(row.spec, 'limits')),
        amountsOf(containerAmounts(row.spec, 'requests')),
      ],
      wanted: [inUnits(row.requests), inUnits(row.limits), inUnits(row.containerRequests)],
    }))
    expect(agreed, differences[0]).toBe(total)
  })

  it('decides its quality of service', () => {
    const { cases } = keptCases<Row>('generated_pod_resources')
    const { agreed, total, differences } = tally('generated_pod_resources qosClass', cases, (row) => ({
      got: storedQosClassOf(JSON.parse(JSON.stringify(row.spec))),
      wanted: row.qosClass,
    }))
    expect(agreed, differences[0]).toBe(total)
  })
})

describe('what a Service leads to', () => {
  interface Row {
    readonly service: ServiceSpec
    readonly pods: readonly ServedPod[]
    readonly expected:
      readonly (Omit<EndpointGroup, 'ports'> & { readonly ports: EndpointGroup['ports'] | null })[] | null
  }

  it('as the controller finds it', () => {
    const { cases } = keptCases<Row>('generated_endpoints')
    const { agreed, total, differences } = tally('generated_endpoints', cases, (row) => ({
      got: endpointGroups(row.service, row.pods),
      wanted: (row.expected ?? []).map(({ ports, endpoints }) => ({ ports: ports ?? [], endpoints })),
    }))
    expect(agreed, differences[0]).toBe(total)
  })
})

describe('whose log is read', () => {
  interface Row {
    readonly state: string
    readonly lastState: string
    readonly previous: boolean
    readonly where: string
    readonly logOf?: string
    readonly error?: string
  }

  /** `waiting ErrImagePull`, `terminated, no container ID`, `none` … */
  function stateOf(words: string): ContainerState {
    const [kind = '', reason] = words.split(/[ ,]+/)
    if (kind === 'running') return { running: {} }
    if (kind === 'terminated')
      return {
        terminated: words.includes('no container ID')
          ? { exitCode: 1 }
          : { exitCode: 1, containerID: 'x://1' },
      }
    if (kind !== 'waiting') return {}
    return { waiting: words.includes('no reason') ? {} : { reason: reason ?? '' } }
  }

  it('as the kubelet chooses', () => {
    const { cases } = keptCases<Row>('generated_log_source')
    const { agreed, total, differences } = tally('generated_log_source', cases, (row) => {
      const status = { name: 'app', state: stateOf(row.state), lastState: stateOf(row.lastState) }
      const pod =
        row.where === 'containers'
          ? { containerStatuses: [status] }
          : row.where === 'initContainers'
            ? { initContainerStatuses: [status] }
            : {}
      return {
        got: logSource('demo', pod, 'app', row.previous),
        wanted: row.error === undefined ? { logOf: row.logOf } : { error: row.error },
      }
    })
    expect(agreed, differences[0]).toBe(total)
  })
})
