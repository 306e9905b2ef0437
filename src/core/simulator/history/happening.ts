import type { ApiEvent, ApiKind, ObjectsByKind } from '../api/objects'

/** Whose file, request or line it is: a container of a pod. */
export interface ContainerPlace {
  readonly namespace: string
  readonly pod: string
  readonly container: string
}

/** An object of the cluster, as it is from now on; null where it is gone. */
export type ObjectNow = {
  readonly [Kind in ApiKind]: {
    readonly type: 'object'
    readonly kind: Kind
    readonly namespace: string
    readonly name: string
    readonly object: ObjectsByKind[Kind] | null
  }
}[ApiKind]

/** Something that the container runtime did with a container. */
export interface RuntimeHappening extends ContainerPlace {
  readonly type: 'runtime'
  readonly what: 'start' | 'exit' | 'sigterm' | 'sigkill'
  readonly attempt: number
  /** The exit code, of an exit. */
  readonly code?: number
  /** Why it ended, as its status says: Completed, Error, OOMKilled. */
  readonly reason?: string
}

/** A probe was carried out. */
export interface ProbeHappening extends ContainerPlace {
  readonly type: 'probe'
  readonly probe: 'startup' | 'liveness' | 'readiness'
  readonly passed: boolean
  /** What the kubelet saw: `HTTP probe failed with statuscode: 503`; '' where it passed. */
  readonly words: string
}

/** A container wrote a line. */
export interface LogHappening extends ContainerPlace {
  readonly type: 'log'
  readonly attempt: number
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

/** A file of a volume was read, written or removed through a mount. */
export interface FileHappening extends ContainerPlace {
  readonly type: 'file'
  readonly access: 'read' | 'write' | 'remove'
  readonly volume: string
  readonly mountPath: string
  /** Inside the volume, without a slash at its beginning. */
  readonly path: string
  readonly bytes: number
}

/** A request went over the network. */
export interface RequestHappening {
  readonly type: 'request'
  /** Null: from outside the cluster, or from the kubelet. */
  readonly from: ContainerPlace | null
  /** What was asked for, as the program wrote it. */
  readonly host: string
  readonly port: number
  readonly protocol: 'http' | 'grpc' | 'tcp'
  readonly path: string
  /** The Service that it went through. */
  readonly service: { readonly namespace: string; readonly name: string } | null
  /** Who answered. */
  readonly to: ContainerPlace | null
  /** The status of the answer (0: no HTTP), or why there is none. */
  readonly result: { readonly status: number } | { readonly error: string }
  /** How long it took, in milliseconds of virtual time. */
  readonly took: number
}

/** A log shipper sent a line to its sink. */
export interface ShippedHappening extends ContainerPlace {
  readonly type: 'shipped'
  readonly sink: string
  readonly text: string
}

/** A Kubernetes event was recorded, or counted again. */
export interface EventHappening {
  readonly type: 'event'
  readonly event: ApiEvent
}

/** Somebody intervened. */
export interface InterventionHappening {
  readonly type: 'intervention'
  readonly words: string
}

/** What happens in a simulated cluster. */
export type Deed =
  | ObjectNow
  | RuntimeHappening
  | ProbeHappening
  | LogHappening
  | FileHappening
  | RequestHappening
  | ShippedHappening
  | EventHappening
  | InterventionHappening

/** Something that happened, and when: milliseconds of virtual time. */
export type Happening = Deed & { readonly time: number }
