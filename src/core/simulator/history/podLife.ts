import type { Container } from '../../kubernetes/schema/types-1.36'
import type { ObjectsByKind } from '../api/objects'
import { isSidecar } from '../kubelet/restartPolicy'
import { statusOf } from '../kubelet/status/podStatusTypes'
import { Lane } from './lane'
import { Versions } from './versions'

type Pod = ObjectsByKind['Pod']

/** The object that a pod comes from in the end: the Deployment of its ReplicaSet; the pod itself where nothing made it. */
export interface Origin {
  readonly kind: string
  readonly name: string
}

/** A container of a pod and its life. */
export interface ContainerLife {
  readonly name: string
  readonly role: 'init' | 'sidecar' | 'app'
  readonly container: Container
  readonly lane: Lane
}

/** A volume of a pod that a container mounts. */
export interface PodVolume {
  readonly name: string
  /** The containers that mount it. */
  readonly containers: readonly string[]
}

/** The life of a pod: what it was at every moment, and its containers in the order in which they start. */
export class PodLife {
  readonly versions = new Versions<Pod>()
  readonly containers: readonly ContainerLife[]
  readonly volumes: readonly PodVolume[]
  private readonly lanes: ReadonlyMap<string, Lane>
  /** When it was gone; null: it is still there. */
  end: number | null = null

  constructor(
    readonly namespace: string,
    readonly name: string,
    readonly origin: Origin,
    /** When it came to be. */
    readonly start: number,
    pod: Pod,
  ) {
    const life = (role: ContainerLife['role']) => (container: Container) => ({
      name: container.name ?? '',
      role: role === 'init' && isSidecar(container) ? ('sidecar' as const) : role,
      container,
      lane: new Lane(),
    })
    const { initContainers = [], containers = [], volumes = [] } = pod.spec ?? {}
    this.containers = [...initContainers.map(life('init')), ...containers.map(life('app'))]
    this.lanes = new Map(this.containers.map(({ name: container, lane }) => [container, lane]))
    this.volumes = volumes.flatMap(({ name: volume = '' }) => {
      const users = this.containers.filter(({ container }) =>
        container.volumeMounts?.some((mount) => mount.name === volume),
      )
      return users.length === 0 ? [] : [{ name: volume, containers: users.map((user) => user.name) }]
    })
  }

  /** Takes a container's name; gives its lane. */
  laneOf(container: string): Lane | undefined {
    return this.lanes.get(container)
  }

  /** Takes a moment and the pod from then on; null: it is gone. */
  put(time: number, pod: Pod | null): void {
    this.versions.put(time, pod)
    if (pod === null) {
      this.end = time
      for (const { lane } of this.containers) lane.close(time)
      return
    }
    const deleted = pod.metadata?.deletionTimestamp
    const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]
    for (const { name, lane } of this.containers)
      lane.learn(time, statusOf(statuses, name), deleted !== undefined && deleted !== null)
  }

  /** Takes two moments; says whether it was there at any time between them. */
  isBetween(from: number, to: number): boolean {
    return this.start <= to && (this.end === null || this.end >= from)
  }
}
