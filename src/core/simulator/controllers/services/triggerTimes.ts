import { conditionOf } from '../../kubelet/status/podStatusTypes'
import type { ApiServer } from '../../api/apiServer'
import type { ObjectsByKind } from '../../api/objects'
import type { ClusterPod } from '../podStates'

type Service = ObjectsByKind['Service']

/** The annotation of endpoints that says since when what they say was so. */
const ANNOTATION = 'endpoints.kubernetes.io/last-change-trigger-time'

/** Takes the API server, a Service and the pods it selects; gives the first of the changes since it was asked last, as annotations. */
export type TriggerTimes = (
  api: ApiServer,
  service: Service,
  pods: readonly ClusterPod[],
) => Readonly<Record<string, string>>

/** Gives what a controller of endpoints remembers of when Services and their pods changed (k8s.io/endpointslice/util/trigger_time_tracker.go). */
export function triggerTimes(): TriggerTimes {
  const known = new WeakMap<ApiServer, Map<string, ReadonlyMap<string, string>>>()
  return (api, service, pods) => {
    const services = known.get(api) ?? new Map<string, ReadonlyMap<string, string>>()
    known.set(api, services)
    const { uid = '', creationTimestamp } = service.metadata ?? {}
    const before = services.get(uid)
    const now = new Map([['', creationTimestamp ?? ''], ...pods.map((pod) => timeOf(pod))])
    services.set(uid, now)
    const changed = [...now].flatMap(([key, time]) => (time > (before?.get(key) ?? '') ? [time] : []))
    const [first] = changed.toSorted()
    const none: Readonly<Record<string, string>> = {}
    return first === undefined ? none : { [ANNOTATION]: first }
  }
}

/** When it became ready, or ceased to be. Times of the API are in order as texts. */
function timeOf({ metadata, status }: ClusterPod): readonly [string, string] {
  const ready = conditionOf(status?.conditions, 'Ready')
  return [metadata?.name ?? '', ready?.lastTransitionTime ?? '']
}

/** Takes annotations and those of a change; gives them with it. */
export function withTrigger(
  annotations: Readonly<Record<string, string>> | undefined,
  trigger: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { [ANNOTATION]: _before, ...others } = annotations ?? {}
  return { ...others, ...trigger }
}
