import { describe, expect, it } from 'vitest'
import type { Container, PodSpec } from '../kubernetes/schema/types-1.36'
import { keptCases, tally } from '../../golden/kubeletCases'
import { EPOCH } from './clock'
import { podActions } from './kubelet/podActions'
import { podColumns } from './printing/podCells'
import type { ProbeResult, ProbeResults } from './kubelet/probeResults'
import type { ContainerRuntimeStatus } from './kubelet/runtimeStatus'
import { podStatus } from './kubelet/status/podStatus'

interface Instance {
  readonly name: string
  readonly state: 'created' | 'running' | 'exited' | 'unknown'
  readonly exitCode?: number
  readonly reason?: string
  readonly restartCount: number
  readonly previous?: { readonly exitCode: number; readonly reason: string }
}

interface ProbedContainer extends Omit<Container, 'livenessProbe' | 'readinessProbe' | 'startupProbe'> {
  readonly livenessProbe?: boolean
  readonly readinessProbe?: boolean
  readonly startupProbe?: boolean
}

interface Decision {
  readonly deleting: boolean
  readonly spec: {
    readonly restartPolicy: string
    readonly initContainers?: readonly ProbedContainer[]
    readonly containers: readonly ProbedContainer[]
  }
  readonly runtime: readonly Instance[] | null
  readonly probeResults: Readonly<
    Record<'startup' | 'liveness' | 'readiness', Readonly<Record<string, ProbeResult>>>
  >
  readonly startFailureReasons: Readonly<Record<string, string>>
  readonly expected: {
    readonly phase: string
    readonly conditions: Readonly<
      Record<string, { readonly status: string; readonly reason?: string; readonly message?: string }>
    >
    readonly containers: readonly {
      readonly name: string
      readonly state: string
      readonly reason?: string
      readonly ready: boolean
      readonly started: boolean
      readonly restartCount: number
      readonly exitCode?: number
      readonly last?: { readonly exitCode: number; readonly reason: string }
    }[]
    readonly actions: Readonly<Record<string, unknown>>
    readonly columns: { readonly READY: string; readonly STATUS: string; readonly RESTARTS: string }
  }
}

const SECOND = 1000
/** When the decision is made. */
const NOW = 1000 * SECOND

function specOf({ spec }: Decision): PodSpec {
  const probed = (list: readonly ProbedContainer[] | undefined): readonly Container[] =>
    (list ?? []).map(({ livenessProbe, readinessProbe, startupProbe, ...container }) => ({
      ...container,
      ...(livenessProbe === true ? { livenessProbe: {} } : {}),
      ...(readinessProbe === true ? { readinessProbe: {} } : {}),
      ...(startupProbe === true ? { startupProbe: {} } : {}),
    }))
  return {
    restartPolicy: spec.restartPolicy,
    initContainers: probed(spec.initContainers),
    containers: probed(spec.containers),
  }
}

function instancesOf(decision: Decision): readonly ContainerRuntimeStatus[] {
  const runtime = decision.runtime ?? []
  const current = runtime.map(({ name, state, exitCode = 0, reason = '', restartCount }) => ({
    id: name,
    name,
    state,
    exitCode,
    reason,
    restartCount,
    createdAt: NOW - 60 * SECOND,
    startedAt: NOW - 60 * SECOND,
    finishedAt: NOW - 20 * SECOND,
  }))
  const previous = runtime.flatMap(({ name, restartCount, previous: before }) =>
    before === undefined
      ? []
      : [
          {
            id: `${name}-before`,
            name,
            state: 'exited' as const,
            exitCode: before.exitCode,
            reason: before.reason,
            restartCount: restartCount - 1,
            createdAt: NOW - 200 * SECOND,
            startedAt: NOW - 200 * SECOND,
            finishedAt: NOW - 100 * SECOND,
          },
        ],
  )
  return [...current, ...previous]
}

function decide(row: Decision) {
  const spec = specOf(row)
  const runtime = {
    containers: instancesOf(row),
    sandboxes: [{ id: 'sandbox', attempt: 0, ready: true, ip: '10.0.0.1' }],
  }
  const probeResults: ProbeResults = (type, id) => row.probeResults[type][id.replace('sim://', '')]
  const deleted = row.deleting
  const status = podStatus(
    {
      spec,
      deleted,
      runtime,
      failureOf: (name) => {
        const reason = row.startFailureReasons[name]
        return reason === undefined ? undefined : { reason, message: '' }
      },
      restartingAll: false,
      timeOf: (time) => new Date(EPOCH + time).toISOString(),
      terminal: false,
      probeResults,
      isProbed: (name) =>
        spec.containers?.concat(spec.initContainers ?? []).find((each) => each.name === name)
          ?.readinessProbe !== undefined,
    },
    {},
  )
  const metadata = deleted ? { deletionTimestamp: new Date(EPOCH).toISOString() } : {}
  return {
    status,
    actions: podActions({ spec, deleted, runtime, probeResults, restartAll: false }),
    columns: podColumns({ metadata, spec, status }, EPOCH + NOW),
  }
}

const { cases } = keptCases<Decision>('generated_kubelet_decisions')
const decided = cases.map((row) => ({ row, ...decide(row) }))

/** What is compared of each decision. */
const ASPECTS: Readonly<
  Record<string, (each: (typeof decided)[number]) => { readonly got: unknown; readonly wanted: unknown }>
> = {
  phase: ({ row, status }) => ({ got: status.phase, wanted: row.expected.phase }),
  conditions: ({ row, status }) => ({
    got: Object.fromEntries((status.conditions ?? []).map(({ type, ...rest }) => [type, rest])),
    wanted: row.expected.conditions,
  }),
  containers: ({ row, status }) => ({
    got: [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])].map((each) => {
      const { terminated, waiting, running } = each.state ?? {}
      return [
        each.name,
        terminated ? 'Terminated' : running ? 'Running' : 'Waiting',
        terminated?.reason ?? waiting?.reason ?? '',
        terminated?.exitCode ?? 0,
        each.ready,
        each.started,
        each.restartCount,
        waiting || running || terminated
          ? [each.lastState?.terminated?.exitCode, each.lastState?.terminated?.reason]
          : [],
      ]
    }),
    wanted: row.expected.containers.map((each) => [
      each.name,
      each.state,
      each.reason ?? '',
      each.exitCode ?? 0,
      each.ready,
      each.started,
      each.restartCount,
      [each.last?.exitCode, each.last?.reason],
    ]),
  }),
  columns: ({ row, columns }) => ({
    got: { READY: columns.ready, STATUS: columns.status, RESTARTS: columns.restartsColumn },
    wanted: row.expected.columns,
  }),
  actions: ({ row, actions }) => ({
    got: {
      attempt: actions.sandboxAttempt,
      killPod: actions.killPod,
      createSandbox: actions.createSandbox,
      containersToStart: actions.toStart,
      initContainersToStart: actions.initToStart,
      containersToKill: actions.toKill.map(({ container }) => container.name ?? '').toSorted(),
    },
    wanted: row.expected.actions,
  }),
}

describe('decisions of the kubelet', () => {
  it.each(Object.entries(ASPECTS))('%s', (aspect, compare) => {
    const rows = aspect === 'actions' ? decided.filter(({ row }) => !row.deleting) : decided
    const { agreed, total, differences } = tally(`generated_kubelet_decisions ${aspect}`, rows, compare)
    expect(agreed / total, differences.slice(0, 3).join('\n')).toBeGreaterThanOrEqual(0.98)
  })
})
