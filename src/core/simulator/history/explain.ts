import type { ClusterHistory } from './clusterHistory'
import { ENDING } from './explanations/ending'
import { LIVING } from './explanations/living'
import type { Transition } from './explanations/transition'
import { WAITING } from './explanations/waiting'
import { placeKey } from './place'
import type { ContainerLife, PodLife } from './podLife'
import { between } from './recent'

/** Why a container came to be as it is. */
export interface Explained {
  /** Which explanation it is. */
  readonly id: string
  readonly words: string
  /** The file of Kubernetes, or its enhancement proposal, that has the rule. */
  readonly rule: string
  readonly docs: string
}

/** The first that matches is said. */
const EXPLANATIONS = [...WAITING, ...LIVING, ...ENDING]

/** How long after somebody intervened what happens is taken for what came of it. */
const AT_ONCE = 200

/** Takes a history, a container of a pod and the number of one of its spans; gives why it came to be so, or null where there is no such span. */
export function explain(
  history: ClusterHistory,
  pod: PodLife,
  life: ContainerLife,
  index: number,
): Explained | null {
  const transition = transitionOf(history, pod, life, index)
  if (transition === null) return null
  const found = EXPLANATIONS.find(({ matches }) => matches(transition))
  return found === undefined
    ? null
    : { id: found.id, words: found.words(transition), rule: found.rule, docs: found.docs }
}

function transitionOf(
  history: ClusterHistory,
  pod: PodLife,
  life: ContainerLife,
  index: number,
): Transition | null {
  const { spans } = life.lane
  const span = spans[index]
  if (span === undefined) return null
  const before = spans[index - 1] ?? null
  const events = between(
    history.events.at(placeKey(pod.namespace, pod.name)),
    before?.time ?? span.time,
    span.time + AT_ONCE,
  )
  const killing = events.findLast(
    ({ event }) =>
      event.reason === 'Killing' && event.message.toLowerCase().includes(`container ${life.name}`),
  )
  const interventions = between(history.interventions.all, span.time - AT_ONCE, span.time)
  const intervention = interventions.findLast(({ words }) => words.includes(life.name))
  return {
    span,
    before,
    life,
    pod,
    object: pod.versions.at(span.time),
    killing: killing?.event.message ?? '',
    intervention: intervention?.words ?? '',
  }
}
