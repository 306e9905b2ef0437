/*
 * The status of a pod as the API server has it (k8s.io/api/core/v1), as far as the kubelet writes and kubectl prints it.
 * Times are RFC 3339 texts.
 */

/** The reason of containers that were removed to be restarted all together (KEP-5532). */
export const RESTARTING_ALL = 'RestartingAllContainers'

/** The phases a pod never leaves. */
export const FINAL_PHASES: ReadonlySet<string> = new Set(['Failed', 'Succeeded'])

export interface Terminated {
  readonly exitCode?: number
  readonly signal?: number
  readonly reason?: string
  readonly message?: string
  readonly startedAt?: string | null
  readonly finishedAt?: string | null
  readonly containerID?: string
}

export interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string }
  readonly running?: { readonly startedAt?: string | null }
  readonly terminated?: Terminated
}

export interface ContainerStatus {
  readonly name?: string
  readonly state?: ContainerState
  readonly lastState?: ContainerState
  readonly ready?: boolean
  readonly started?: boolean
  readonly restartCount?: number
  readonly containerID?: string
  readonly image?: string
  readonly imageID?: string
}

export interface PodCondition {
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly message?: string
  /** When `status` became what it is. */
  readonly lastTransitionTime?: string | null
}

export interface PodStatus {
  readonly phase?: string
  readonly reason?: string
  readonly message?: string
  readonly conditions?: readonly PodCondition[]
  readonly initContainerStatuses?: readonly ContainerStatus[]
  readonly containerStatuses?: readonly ContainerStatus[]
  readonly hostIP?: string
  readonly hostIPs?: readonly { readonly ip?: string }[]
  readonly podIP?: string
  readonly podIPs?: readonly { readonly ip?: string }[]
  readonly startTime?: string
  readonly qosClass?: string
  readonly nominatedNodeName?: string
}

/** Takes the statuses of containers and a name; gives that container's. */
export function statusOf(
  statuses: readonly ContainerStatus[] | undefined,
  name: string | undefined,
): ContainerStatus | undefined {
  return statuses?.find((status) => status.name === name)
}

/** Takes conditions and a type; gives the condition of that type. */
export function conditionOf(
  conditions: readonly PodCondition[] | undefined,
  type: string,
): PodCondition | undefined {
  return conditions?.find((condition) => condition.type === type)
}
