import { isObject } from '../../../kubernetes/json'
import { selectorMatches } from '../../../kubernetes/selectors'
import type { ApiServer } from '../../api/apiServer'
import type { ObjectsByKind } from '../../api/objects'
import { inside } from '../../printing/cells'
import { resourceNamed, unknownResource } from './resources'
import { servedOne, type Served } from './served'
import { notFound } from './targets'

/** A pod, and all that what was named has, the best to look at first; or kubectl's error. */
export type FoundPod =
  | { readonly pod: ObjectsByKind['Pod']; readonly all: readonly ObjectsByKind['Pod'][] }
  | { readonly error: string }

/** Takes an object; gives the pods that it selects: its own, or a Service's. */
function podsOf(api: ApiServer, { kind, namespace, object, name }: Served): readonly ObjectsByKind['Pod'][] {
  const selector = inside(object, 'spec', 'selector')
  const wanted = kind === 'Service' ? { matchLabels: selector ?? {} } : selector
  return api.list('Pod', namespace).filter(({ metadata }) => {
    if (kind === 'Pod') return metadata?.name === name
    return isObject(selector) && selectorMatches(wanted, metadata?.labels ?? {})
  })
}

/** The pods that are best to look at first: those that run, then the ready ones, then the oldest (ActivePods). */
function rank({ status, metadata }: ObjectsByKind['Pod']): string {
  const isReady =
    status?.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True') ?? false
  const phase = status?.phase === 'Running' ? 0 : 1
  return `${phase}${isReady ? 0 : 1}${metadata?.creationTimestamp ?? ''}`
}

/** Takes what names a pod: its name, or `TYPE/NAME` of what has pods; gives the pod, or kubectl's error (AttachablePodForObject). */
export function podNamed(api: ApiServer, namespace: string, word: string): FoundPod {
  const [kind, name] = word.includes('/') ? word.split('/') : ['pod', word]
  const resource = resourceNamed(kind ?? '')
  if (resource === undefined) return { error: unknownResource(kind ?? '') }
  const object = servedOne(api, resource.kind, namespace, name ?? '')
  if (object === undefined) return { error: notFound(resource, name ?? '') }
  const all = podsOf(api, object).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
  const [first] = all
  if (first === undefined)
    return {
      error: `error: timed out waiting for the condition: ${resource.singular} "${name ?? ''}" has no pods`,
    }
  return { pod: first, all }
}

/** Takes a pod; gives the names of its containers: mains, then init containers. */
export function containerNames(pod: ObjectsByKind['Pod']): readonly string[] {
  const { containers = [], initContainers = [] } = pod.spec ?? {}
  return [...containers, ...initContainers].map(({ name = '' }) => name)
}

/** A container that was chosen, and what kubectl says of that; or its error, and what it might be chosen from. */
export type ChosenContainer =
  { readonly container: string; readonly notice: string } | { readonly error: string; readonly among: string }

/** Takes a pod and the container that was asked for; gives its name, with what kubectl says where it had to choose. */
export function containerOf(pod: ObjectsByKind['Pod'], wanted: string | undefined): ChosenContainer {
  const name = pod.metadata?.name ?? ''
  const all = containerNames(pod)
  const { containers = [], initContainers = [] } = pod.spec ?? {}
  const among = [
    ...containers.map((each) => each.name),
    ...initContainers.map((each) => `${each.name ?? ''} (init)`),
  ].join(', ')
  if (wanted !== undefined) {
    if (all.includes(wanted)) return { container: wanted, notice: '' }
    return { error: `container ${wanted} is not valid for pod ${name}`, among }
  }
  const annotated = pod.metadata?.annotations?.['kubectl.kubernetes.io/default-container']
  if (annotated !== undefined && all.includes(annotated)) return { container: annotated, notice: '' }
  const container = containers[0]?.name ?? ''
  if (all.length <= 1) return { container, notice: '' }
  return { container, notice: `Defaulted container "${container}" out of: ${among}\n` }
}
