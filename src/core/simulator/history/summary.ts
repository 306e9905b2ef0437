import type { LifeState } from './containerState'
import type { PodMoment } from './moment'
import type { Origin } from './podLife'

/** The worst comes first: what a card says of containers of several pods. */
const WORST_FIRST: readonly LifeState[] = [
  'failed',
  'backOff',
  'terminating',
  'waiting',
  'running',
  'ready',
  'completed',
]

/** How the containers of one name are, in all pods of a workload. */
export interface ContainerSummary {
  /** The state of the one that is worst off. */
  readonly state: LifeState
  readonly reason: string
  /** How many are in this state. */
  readonly count: number
  readonly of: number
}

/** Takes pods and a container's name; gives how the containers of that name are, or null where there is none. */
export function summaryOf(pods: readonly PodMoment[], container: string): ContainerSummary | null {
  const spans = pods.flatMap(
    ({ containers }) => containers.find(({ life }) => life.name === container)?.span ?? [],
  )
  for (const state of WORST_FIRST) {
    const alike = spans.filter((span) => span.state === state)
    const [first] = alike
    if (first !== undefined) return { state, reason: first.reason, count: alike.length, of: spans.length }
  }
  return null
}

/** Takes pods and what they come from; gives those that do. */
export function podsOf(
  pods: readonly PodMoment[],
  namespace: string,
  { kind, name }: Origin,
): readonly PodMoment[] {
  return pods.filter(
    ({ life }) => life.namespace === namespace && life.origin.kind === kind && life.origin.name === name,
  )
}
