import type { ContainerPlace } from '../history/happening'

interface PodPlace {
  readonly namespace: string
  readonly pod: string
}

interface ObjectPlace {
  readonly namespace: string
  readonly name: string
}

/** What somebody may do to a running design, beside what `kubectl` does. */
export type Intervention =
  /** The main process gets a SIGKILL. */
  | ({ readonly do: 'kill' } & ContainerPlace)
  /** The main process exits by itself. */
  | ({ readonly do: 'exit'; readonly code: number } & ContainerPlace)
  /** The kernel kills the main process: out of memory. */
  | ({ readonly do: 'oom' } & ContainerPlace)
  /** A probe fails, or goes on as it is (null), whatever the program says. */
  | ({
      readonly do: 'probe'
      readonly probe: 'startup' | 'liveness' | 'readiness'
      readonly result: 'fail' | null
    } & ContainerPlace)
  /** From its next start on the program does nothing for so many seconds at first. */
  | ({ readonly do: 'slowStart'; readonly seconds: number } & ContainerPlace)
  | ({ readonly do: 'deletePod' } & PodPlace)
  | { readonly do: 'drain' }
  | { readonly do: 'uncordon' }
  | ({
      readonly do: 'scale'
      readonly kind: 'Deployment' | 'StatefulSet' | 'ReplicaSet'
      readonly replicas: number
    } & ObjectPlace)
  | ({
      readonly do: 'setImage'
      readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet'
      readonly container: string
      readonly image: string
    } & ObjectPlace)
  /** Requests to a Service time out, or go on again. */
  | ({ readonly do: 'cut'; readonly isCut: boolean } & ObjectPlace)
