import { describe, expect, it } from 'vitest'
import { tally, upstreamCases } from '../../../golden/kubeletCases'
import { Clock, EPOCH } from '../clock'
import type { PodStatus } from '../kubelet/status/podStatusTypes'
import { isAvailable, isFinal } from './podStates'

interface Row {
  readonly test: string
  readonly pod?: { readonly status: PodStatus }
  readonly podPhase?: string
  readonly minReadySeconds?: number
  readonly expected: boolean
}

describe('pods', () => {
  it('are available, and have ended, as Kubernetes says', () => {
    const { now, cases } = upstreamCases<Row>('pod_available')
    const clock = new Clock(now === undefined ? EPOCH : Date.parse(now))
    const { agreed, total, differences } = tally('pod_available', cases, (row) => ({
      got:
        row.test === 'TestIsPodTerminal'
          ? isFinal({ status: { phase: row.podPhase } })
          : isAvailable({ clock, wakeAt: () => undefined }, row.pod ?? {}, row.minReadySeconds ?? 0),
      wanted: row.expected,
    }))
    expect(agreed, differences.join('\n')).toBe(total)
  })
})
