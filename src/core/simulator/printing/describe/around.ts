import type { Json } from '../../../kubernetes/json'

/** What an object is described with: what happened to it, and what stands around it. */
export interface Around {
  /** Milliseconds since 1970. */
  readonly now: number
  /** The events about the object. */
  readonly events: readonly Json[]
  /** The pods, ReplicaSets, Services and EndpointSlices of its namespace; a node's pods are those of all. */
  readonly pods: readonly Json[]
  readonly replicaSets: readonly Json[]
  readonly services: readonly Json[]
  readonly endpointSlices: readonly Json[]
}

/** Takes an object and what stands around it; gives what `kubectl describe` prints of it. */
export type Describe = (object: Json, around: Around) => string
