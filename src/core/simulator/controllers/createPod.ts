import type { ObjectMeta } from '../../kubernetes/schema/types-1.36'
import { admitPod } from '../api/admitPod'
import type { ApiServer } from '../api/apiServer'
import { podRefusal } from '../api/podRefusal'
import type { Report } from '../api/report'
import type { ControlPlane } from './controlPlane'
import { controllerOf, type OwnerKind } from './ownership'
import type { ClusterPod } from './podStates'

/** What came of the wish to make a pod; it waits where the server refused one a moment ago. */
type PodCreation = { readonly made: ClusterPod } | { readonly refused: string } | { readonly waits: true }

/** How long the first and the longest wait after a refusal is, in milliseconds. */
interface BackOff {
  readonly first: number
  readonly longest: number
}

/** DefaultTypedControllerRateLimiter in client-go/util/workqueue. */
const WORK_QUEUE: BackOff = { first: 5, longest: 1_000_000 }

/** The Job controller has its own (DefaultJobApiBackOff, MaxJobApiBackOff in pkg/controller/job). */
const BACK_OFFS: Readonly<Partial<Record<OwnerKind, BackOff>>> = {
  Job: { first: 1000, longest: 60_000 },
}

/**
 * Takes the control plane, the kind of what controls the pod, the pod, and the name the server knows it by (where the name
 * is made up, its beginning); has the server store it, and says what came of it. After a refusal the pods of that owner
 * wait twice as long each time.
 */
export function createPod(
  { api, clock, wakeAt, refusals }: ControlPlane,
  kind: OwnerKind,
  pod: ClusterPod,
  name: string,
): PodCreation {
  const owner = controllerOf(pod)?.uid ?? ''
  const before = refusals.get(owner)
  if (before !== undefined && before.until > clock.now) {
    wakeAt(before.until)
    return { waits: true }
  }
  const message = podRefusal(api, pod, name)
  if (message === null) {
    refusals.delete(owner)
    return { made: api.put('Pod', admitPod(pod)) }
  }
  const { first, longest } = BACK_OFFS[kind] ?? WORK_QUEUE
  const count = (before?.count ?? 0) + 1
  const until = clock.now + Math.min(longest, first * 2 ** (count - 1))
  refusals.set(owner, { count, until, message })
  wakeAt(until)
  return { refused: message }
}

/** Takes what records events, the API server, a kind and the object whose pod was to be made, and what came of it; says it there (RealPodControl in pkg/controller). */
export function sayCreation(
  report: Report,
  api: ApiServer,
  kind: OwnerKind,
  owner: { readonly metadata?: ObjectMeta },
  outcome: PodCreation,
): void {
  if ('made' in outcome)
    report(api, kind, owner, 'Normal', 'SuccessfulCreate', `Created pod: ${outcome.made.metadata?.name}`)
  if ('refused' in outcome)
    report(api, kind, owner, 'Warning', 'FailedCreate', `Error creating: ${outcome.refused}`)
}
