import { deletePod } from '../../api/deletion'
import type { ObjectsByKind } from '../../api/objects'
import type { Steps } from '../../clock'
import { evict } from '../../controllers/disruption/eviction'
import { goDuration } from '../../kubelet/goDuration'
import { parseDuration } from '../duration'
import type { VerbCall } from '../verb'
import { waitUntil } from '../waiting'
import { placeOf } from './drainFilters'

/*
 * How pods of a node that is drained are made to go (kubectl/pkg/drain/drain.go).
 */

type Pod = ObjectsByKind['Pod']

/** So long kubectl waits before it asks again for the end of a pod that its budget keeps, in milliseconds. */
const RETRY = 5000

/** A pod on its way: when it is asked to go again, null once it goes. */
interface Leaving {
  readonly pod: Pod
  askAt: number | null
  error: string | null
}

/** Takes a call and pods; has them end, and waits for that as long as it may. Gives kubectl's errors. */
export function* removePods(call: VerbCall, pods: readonly Pod[]): Steps<readonly string[]> {
  const { clock, api } = call.cluster
  const timeout = parseDuration(call.asked.text('timeout') ?? '0') ?? 0
  const until = timeout > 0 ? clock.now + timeout : Infinity
  const all: Leaving[] = pods.map((pod) => ({ pod, askAt: clock.now, error: null }))
  let left: readonly Leaving[] = all
  while (left.length > 0) {
    for (const each of left)
      if (each.askAt !== null && each.askAt <= clock.now) ask(call, each, until, timeout)
    for (const each of left) if (isGone(call, each)) sayGone(call, each)
    left = left.filter((each) => each.error === null && !isGone(call, each))
    for (const each of left)
      if (each.askAt === null && clock.now >= until)
        each.error = `error when waiting for pod "${nameOf(each)}" in namespace "${each.pod.metadata?.namespace ?? 'default'}" to terminate: ${over(timeout)}`
    left = left.filter(({ error }) => error === null)
    if (left.length === 0 || call.isInterrupted()) break
    const waiting = left
    const next = Math.min(
      ...waiting.map(({ askAt }) => askAt ?? until),
      ...(waiting.some(({ askAt }) => askAt === null) ? [until] : []),
    )
    yield* waitUntil(
      clock,
      [api.changed, call.interrupted],
      () => call.isInterrupted() || waiting.some((each) => isGone(call, each)),
      next,
    )
  }
  return all.flatMap(({ error }) => (error === null ? [] : [error]))
}

function over(timeout: number): string {
  return `global timeout reached: ${goDuration(timeout)}`
}

function nameOf({ pod }: Leaving): string {
  return pod.metadata?.name ?? ''
}

function present(call: VerbCall, { pod: { metadata } }: Leaving): Pod | undefined {
  const now = call.cluster.api.get('Pod', metadata?.namespace ?? 'default', metadata?.name ?? '')
  return now?.metadata?.uid === metadata?.uid ? now : undefined
}

/** Whether it is no longer there, having been asked. */
function isGone(call: VerbCall, each: Leaving): boolean {
  return each.askAt === null && each.error === null && present(call, each) === undefined
}

function sayGone(call: VerbCall, each: Leaving): void {
  call.out(`pod/${nameOf(each)} ${isDeleting(call) ? 'deleted' : 'evicted'}\n`)
}

function isDeleting({ asked }: VerbCall): boolean {
  return asked.has('disable-eviction')
}

/** Asks for a pod's end: its disruption budget may keep it, unless budgets are passed by. */
function ask(call: VerbCall, each: Leaving, until: number, timeout: number): void {
  const { clock } = call.cluster
  const pod = present(call, each)
  const grace = Number(call.asked.text('grace-period') ?? -1)
  const period = grace < 0 ? null : grace
  each.askAt = null
  if (isDeleting(call)) {
    if (pod !== undefined) deletePod(call.cluster, pod, period)
    return
  }
  call.out(`evicting pod ${placeOf(each.pod)}\n`)
  const what = `error when evicting pods/"${nameOf(each)}" -n "${each.pod.metadata?.namespace ?? 'default'}"`
  if (clock.now >= until) {
    each.error = `${what}: ${over(timeout)}`
    return
  }
  if (pod === undefined) return
  const eviction = evict(call.cluster, pod, period)
  if (eviction.isEvicted) return
  if (!eviction.mayAskAgain) {
    each.error = `${what}: ${eviction.message}`
    return
  }
  call.err(`${what} (will retry after 5s): ${eviction.message}\n`)
  each.askAt = clock.now + RETRY
}
