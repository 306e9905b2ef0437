import { describe, expect, it } from 'vitest'
import { tally, upstreamCases } from '../../golden/kubeletCases'
import type { Container, PodSpec } from '../kubernetes/schema/types-1.36'
import { podActions } from './kubelet/podActions'
import type { ProbeResult } from './kubelet/probeResults'
import {
  allCouldRestart,
  isRestartable,
  matchingRule,
  restartsAll,
  shouldRestart,
} from './kubelet/restartPolicy'
import type { ContainerRuntimeStatus, PodRuntimeStatus } from './kubelet/runtimeStatus'
import {
  allRestarting,
  containersReady,
  hasStartedMain,
  podInitialized,
  podReady,
  readyToStart,
} from './kubelet/status/conditions'
import { phaseOf } from './kubelet/status/phase'
import { podStatus as statusOfPod, withReadiness } from './kubelet/status/podStatus'
import {
  conditionOf,
  type ContainerStatus,
  type PodCondition,
  type PodStatus,
} from './kubelet/status/podStatusTypes'

/** What upstream's tests say of a container in the runtime. */
interface Instance {
  readonly id?: string
  readonly name: string
  readonly state: ContainerRuntimeStatus['state']
  readonly exitCode: number
  readonly restartCount: number
  readonly reason: string
  readonly createdAt?: string | null
  readonly specHashMatches?: boolean
}

interface Sandbox {
  readonly id?: string
  readonly attempt?: number
  readonly state?: string
  readonly ip?: string
  readonly network?: { readonly ip?: string }
}

function runtimeOf(
  containers: readonly Instance[] | null | undefined,
  sandboxes: readonly Sandbox[] | null | undefined,
): PodRuntimeStatus {
  return {
    containers: (containers ?? []).map((each) => ({
      ...each,
      id: each.id ?? each.name,
      createdAt: Date.parse(each.createdAt ?? '') || 0,
      startedAt: 0,
      finishedAt: 0,
      changed: each.specHashMatches === false,
    })),
    sandboxes: (sandboxes ?? []).map((each) => ({
      id: each.id ?? '',
      attempt: each.attempt ?? 0,
      ready: each.state !== 'SANDBOX_NOTREADY',
      ip: each.ip ?? each.network?.ip ?? '',
    })),
  }
}

describe('restart policies', () => {
  interface Row {
    readonly test: string
    readonly podSpec?: PodSpec
    readonly spec?: PodSpec
    readonly container?: Container
    readonly exitCode?: number
    readonly statuses?: readonly ContainerStatus[]
    readonly podStatus?: {
      readonly containerStatuses?: readonly Instance[]
      readonly activeContainerStatuses?: readonly Instance[]
    }
    readonly pod?: { readonly spec: PodSpec }
    readonly apiPodStatus?: { readonly conditions?: readonly PodCondition[] }
    readonly expected?: boolean
    readonly expectedFound?: boolean
    readonly expectedRule?: unknown
    readonly expectStarted?: boolean
  }

  const ANSWERS: Readonly<Record<string, (row: Row) => unknown>> = {
    TestIsContainerRestartable: ({ container = {}, podSpec = {} }) => isRestartable(container, podSpec),
    TestContainerHasRestartablePolicy: ({ container = {}, podSpec = {}, exitCode = 0 }) =>
      shouldRestart(container, podSpec, exitCode),
    TestAllContainersCouldRestart: ({ podSpec = {} }) => allCouldRestart(podSpec),
    TestFindMatchingContainerRestartRule: ({ container = {}, exitCode = 0 }) =>
      matchingRule(container, exitCode),
    TestHasAnyRegularContainerStarted: ({ spec = {}, statuses }) => hasStartedMain(spec, statuses),
    TestHasAnyActiveRegularContainerStarted: ({ spec = {}, podStatus }) =>
      (podStatus?.activeContainerStatuses ?? []).some(({ name }) =>
        spec.containers?.some((container) => container.name === name),
      ),
    TestShouldAllContainersRestart: ({ pod, podStatus, apiPodStatus }) =>
      conditionOf(apiPodStatus?.conditions, 'AllContainersRestarting')?.status === 'True' ||
      restartsAll(pod?.spec ?? {}, runtimeOf(podStatus?.containerStatuses, [])) !== undefined,
  }

  it('as Kubernetes decides', () => {
    const { cases } = upstreamCases<Row>('restart_policy')
    const { agreed, total, differences } = tally('restart_policy', cases, (row) => ({
      got: ANSWERS[row.test]?.(row) ?? {},
      wanted:
        row.test === 'TestFindMatchingContainerRestartRule'
          ? (row.expectedRule ?? {})
          : (row.expected ?? row.expectStarted),
    }))
    expect(agreed, differences.join('\n')).toBeGreaterThanOrEqual(0.98 * total)
  })
})

describe('phases', () => {
  interface Row {
    readonly spec: PodSpec
    readonly statuses: readonly ContainerStatus[] | null
    readonly podIsTerminal: boolean
    readonly podHasInitialized: boolean
    readonly expected: string
  }

  it('as the kubelet decides', () => {
    const { cases } = upstreamCases<Row>('pod_phase')
    const { agreed, total, differences } = tally('pod_phase', cases, (row) => ({
      got: phaseOf(row.spec, row.statuses ?? [], {
        terminal: row.podIsTerminal,
        initialized: row.podHasInitialized,
      }),
      wanted: row.expected,
    }))
    expect(agreed, differences.join('\n')).toBeGreaterThanOrEqual(0.98 * total)
  })
})

describe('conditions', () => {
  interface Row {
    readonly test: string
    readonly spec?: PodSpec
    readonly pod?: { readonly spec?: PodSpec }
    readonly conditions?: readonly PodCondition[]
    readonly containerStatuses?: readonly ContainerStatus[]
    readonly podPhase?: string
    readonly phase?: string
    readonly status?: { readonly sandboxStatuses?: readonly Sandbox[] }
    readonly podStatus?: { readonly containerStatuses?: readonly Instance[] }
    readonly expectReady?: PodCondition
    readonly expected?: PodCondition
  }

  /** The spec upstream's test gives all its cases. */
  const TRIGGER: PodSpec = {
    containers: [
      { name: 'container' },
      {
        name: 'trigger',
        restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [42] } }],
      },
    ],
  }

  const ANSWERS: Readonly<Record<string, (row: Row) => PodCondition>> = {
    TestGenerateContainersReadyCondition: ({ spec = {}, containerStatuses, podPhase = '' }) =>
      containersReady(spec, containerStatuses, podPhase),
    TestGeneratePodReadyCondition: ({ spec = {}, conditions = [], containerStatuses, podPhase = '' }) =>
      podReady(spec, conditions, containerStatuses, podPhase),
    TestGeneratePodInitializedCondition: ({ spec = {}, containerStatuses, podPhase = '' }) =>
      podInitialized(spec, containerStatuses, podPhase),
    TestGeneratePodReadyToStartContainersCondition: ({ pod, status }) =>
      readyToStart(pod?.spec ?? {}, runtimeOf([], status?.sandboxStatuses)),
    TestGenerateAllContainersRestartingCondition: ({ podStatus, phase = '' }) =>
      allRestarting(TRIGGER, runtimeOf(podStatus?.containerStatuses, []), phase),
  }

  it('as the kubelet writes them', () => {
    const { cases } = upstreamCases<Row>('pod_conditions')
    const { agreed, total, differences } = tally('pod_conditions', cases, (row) => {
      const { type, message, ...got } = ANSWERS[row.test]?.(row) ?? { type: '', status: '' }
      const wanted = row.expectReady ?? { message, ...row.expected, type }
      // Upstream compares no message where it does not give one.
      return {
        got: { ...got, type, message: wanted.message },
        wanted: { ...wanted, message: wanted.message },
      }
    })
    expect(agreed, differences.join('\n')).toBeGreaterThanOrEqual(0.98 * total)
  })
})

describe('actions', () => {
  interface Row {
    readonly test: string
    readonly name: string
    readonly pod: { readonly metadata: { readonly deletionTimestamp?: string }; readonly spec: PodSpec }
    readonly restartAllContainers: boolean
    readonly livenessResults: Readonly<Record<string, ProbeResult>>
    readonly startupResults: Readonly<Record<string, ProbeResult>>
    readonly status: {
      readonly containers: readonly Instance[] | null
      readonly sandboxes: readonly Sandbox[] | null
    }
    readonly expected: {
      readonly attempt: number
      readonly killPod: boolean
      readonly createSandbox: boolean
      readonly containersToStart: readonly number[]
      readonly initContainersToStart: readonly number[]
      readonly containersToKill: readonly { readonly name: string; readonly message: string }[]
      readonly containersToReset: readonly { readonly name: string }[]
    }
  }

  it('as the kubelet computes them', () => {
    // A resize that needs a restart can't be told from these cases: they don't say what a container has at present.
    const cases = upstreamCases<Row>('pod_actions').cases.filter(
      ({ expected }) => !expected.containersToKill.some(({ message }) => message.includes('resize')),
    )
    const { agreed, total, differences } = tally('pod_actions', cases, (row) => {
      const runtime = runtimeOf(row.status.containers, row.status.sandboxes)
      const nameOf = (id: string) => runtime.containers.find((each) => `sim://${each.id}` === id)?.name ?? ''
      const results = { liveness: row.livenessResults, startup: row.startupResults, readiness: {} }
      const actions = podActions({
        spec: row.pod.spec,
        deleted: row.pod.metadata.deletionTimestamp !== undefined,
        runtime,
        probeResults: (type, id) => new Map(Object.entries<ProbeResult>(results[type])).get(nameOf(id)),
        restartAll: row.restartAllContainers,
      })
      const { expected } = row
      const sorted = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).toSorted()
      return {
        got: {
          attempt: actions.sandboxAttempt,
          killPod: actions.killPod,
          createSandbox: actions.createSandbox,
          toStart: actions.toStart,
          initToStart: actions.initToStart,
          toKill: actions.toKill.map(({ status }) => status.name).toSorted(),
          toReset: sorted(actions.toReset),
        },
        wanted: {
          attempt: expected.attempt,
          killPod: expected.killPod,
          createSandbox: expected.createSandbox,
          toStart: expected.containersToStart,
          initToStart: expected.initContainersToStart,
          toKill: sorted(expected.containersToKill),
          toReset: sorted(expected.containersToReset),
        },
      }
    })
    expect(agreed, differences.join('\n')).toBeGreaterThanOrEqual(0.98 * total)
  })
})

describe('statuses', () => {
  interface Row {
    readonly name: string
    readonly oldStatus: PodStatus
    readonly pod: {
      readonly metadata: { readonly deletionTimestamp?: string } | null
      readonly spec: PodSpec
      readonly status?: PodStatus
    }
    readonly podIsTerminal: boolean
    readonly runtimeStatus: readonly Instance[] | null
    readonly sandboxes: readonly Sandbox[] | null
    readonly expected: PodStatus
  }

  const FINAL_PHASES: ReadonlySet<string> = new Set(['Failed', 'Succeeded'])

  /** Upstream's test has a stand-in for the probes that finds every container ready. */
  const allReady = (spec: PodSpec, status: PodStatus) =>
    withReadiness(spec, {
      ...status,
      containerStatuses: (status.containerStatuses ?? []).map((each) => ({ ...each, ready: true })),
    })

  /** What is compared of a status: upstream's cases leave out times and ids. */
  const comparable = (status: PodStatus, isRead: (type: string) => boolean) => ({
    phase: status.phase,
    conditions: (status.conditions ?? [])
      .filter(({ type }) => isRead(type))
      .map(({ type, status: value, reason }) => `${type} ${value} ${reason ?? ''}`)
      .toSorted(),
    containers: (status.containerStatuses ?? []).map(({ name, state, lastState, ready, restartCount }) => [
      name,
      Object.keys(state ?? {}),
      state?.waiting?.reason ?? '',
      lastState?.terminated?.reason ?? '',
      lastState?.terminated?.message ?? '',
      ready ?? false,
      restartCount ?? 0,
    ]),
  })

  it('as the kubelet writes them', () => {
    const { cases } = upstreamCases<Row>('pod_status')
    const { agreed, total, differences } = tally('pod_status', cases, ({ pod, ...row }) => {
      const wanted = new Set((row.expected.conditions ?? []).map(({ type }) => type))
      const got = statusOfPod(
        {
          spec: pod.spec,
          deleted: pod.metadata?.deletionTimestamp !== undefined,
          runtime: runtimeOf(row.runtimeStatus, row.sandboxes),
          failureOf: () => undefined,
          restartingAll: false,
          timeOf: () => '',
          terminal: row.podIsTerminal,
          probeResults: () => undefined,
          isProbed: () => false,
        },
        FINAL_PHASES.has(pod.status?.phase ?? '')
          ? { ...row.oldStatus, phase: pod.status?.phase ?? '' }
          : row.oldStatus,
      )
      // Upstream runs each case with and without PodReadyToStartContainers.
      const isRead = (type: string) => wanted.has(type)
      return { got: comparable(allReady(pod.spec, got), isRead), wanted: comparable(row.expected, isRead) }
    })
    expect(agreed, differences.join('\n')).toBeGreaterThanOrEqual(0.98 * total)
  })
})
