/** What the container runtime says of one instance of a container (pkg/kubelet/container, Status). Times are milliseconds. */
export interface ContainerRuntimeStatus {
  readonly id: string
  readonly name: string
  readonly state: 'created' | 'running' | 'exited' | 'unknown'
  readonly exitCode: number
  readonly reason: string
  readonly message?: string
  readonly restartCount: number
  readonly createdAt: number
  readonly startedAt: number
  readonly finishedAt: number
  /** Whether the container was made from another definition than the pod's. */
  readonly changed?: boolean
}

/** What it says of a sandbox: the pod's network and namespaces. */
export interface SandboxStatus {
  readonly id: string
  readonly attempt: number
  readonly ready: boolean
  readonly ip: string
}

/** What it says of a pod: every instance of its containers and sandboxes, newest first. */
export interface PodRuntimeStatus {
  readonly containers: readonly ContainerRuntimeStatus[]
  readonly sandboxes: readonly SandboxStatus[]
}

/** Takes what the runtime says of a pod, and a container's name; gives its newest instance (FindContainerStatusByName). */
export function newestOf(status: PodRuntimeStatus, name: string): ContainerRuntimeStatus | undefined {
  return status.containers.find((container) => container.name === name)
}

/** Takes a container; gives how the API server writes its id. */
export function containerID(container: ContainerRuntimeStatus): string {
  return `sim://${container.id}`
}
