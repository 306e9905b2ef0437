import type { Path } from '../../../kubernetes/path'
import type { Pod, PodContainer } from './pod'
import { probesOf } from './probes'

/** A probe that names a port which its container does not have. */
interface StrayProbe {
  /** Where the port is written. */
  readonly path: Path
  readonly port: string
  readonly container: PodContainer
  /** The container of the pod that has a port of that name, where one has. */
  readonly owner: PodContainer | null
}

/** Takes a pod; gives the probes that name a port which their own container does not have (probe.resolveContainerPort in the kubelet). */
export function strayProbes(pod: Pod): readonly StrayProbe[] {
  return pod.containers.flatMap((container) =>
    probesOf(container).flatMap(({ portPath, port }): StrayProbe[] => {
      if (portPath === null || typeof port !== 'string' || port === '' || /^\d+$/.test(port)) return []
      if (container.ports.some(({ name }) => name === port)) return []
      const owner = pod.containers.find(({ ports }) => ports.some(({ name }) => name === port)) ?? null
      return [{ path: portPath, port, container, owner }]
    }),
  )
}
