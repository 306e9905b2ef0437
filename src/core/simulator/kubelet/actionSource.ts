import type { PodSpec } from '../../kubernetes/schema/types-1.36'
import type { ProbeResults } from './probeResults'
import type { PodRuntimeStatus } from './runtimeStatus'

/** What the actions of a sync are computed from. */
export interface ActionSource {
  readonly spec: PodSpec
  readonly deleted: boolean
  readonly runtime: PodRuntimeStatus
  readonly probeResults: ProbeResults
  /** All containers have to be restarted. */
  readonly restartAll: boolean
}
