import type { ApiServer } from '../../api/apiServer'
import type { ObjectsByKind } from '../../api/objects'
import type { Asked } from '../flags'
import { FINAL_PHASES } from '../../kubelet/status/podStatusTypes'

/*
 * Which pods of a node are drained (kubectl/pkg/drain/filters.go).
 */

type Pod = ObjectsByKind['Pod']

/** What becomes of a pod: it goes, perhaps with a warning; it stays with one; or the node can't be drained because of it. */
type Fate = { readonly goes: boolean; readonly warning?: string } | { readonly error: string }

type Filter = (pod: Pod, asked: Asked, api: ApiServer) => Fate

const GOES: Fate = { goes: true }

/** In their order: the last word counts, the first pod that stays or is a hindrance goes no further. */
const FILTERS: readonly Filter[] = [ofDaemonSet, withLocalStorage, uncontrolled]

function isOver({ status }: Pod): boolean {
  return FINAL_PHASES.has(status?.phase ?? '')
}

function controllerOf({ metadata }: Pod) {
  return metadata?.ownerReferences?.find(({ controller }) => controller === true)
}

function ofDaemonSet(pod: Pod, asked: Asked, api: ApiServer): Fate {
  const { kind, name = '' } = controllerOf(pod) ?? {}
  if (kind !== 'DaemonSet' || isOver(pod)) return GOES
  if (api.get('DaemonSet', pod.metadata?.namespace ?? 'default', name) === undefined) {
    const words = `daemonsets.apps "${name}" not found`
    return asked.has('force') ? { goes: true, warning: words } : { error: words }
  }
  return asked.has('ignore-daemonsets')
    ? { goes: false, warning: 'ignoring DaemonSet-managed Pods' }
    : { error: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' }
}

function withLocalStorage(pod: Pod, asked: Asked): Fate {
  const hasLocal = (pod.spec?.volumes ?? []).some(({ emptyDir }) => emptyDir !== undefined)
  if (!hasLocal || isOver(pod)) return GOES
  return asked.has('delete-emptydir-data')
    ? { goes: true, warning: 'deleting Pods with local storage' }
    : { error: 'Pods with local storage (use --delete-emptydir-data to override)' }
}

function uncontrolled(pod: Pod, asked: Asked): Fate {
  if (isOver(pod) || controllerOf(pod) !== undefined) return GOES
  return asked.has('force')
    ? { goes: true, warning: 'deleting Pods that declare no controller' }
    : { error: 'Pods that declare no controller (use --force to override)' }
}

/** The pods of a node that go, what is said of pods, and what keeps it from being drained. */
export interface Drained {
  readonly pods: readonly Pod[]
  readonly warning: string
  readonly errors: readonly string[]
}

/** Takes the API server, what was asked and the pods of a node; gives those that are drained, what kubectl warns of, and its errors. */
export function drainedPods(api: ApiServer, asked: Asked, pods: readonly Pod[]): Drained {
  const fates = pods.map((pod) => ({ pod, fate: fateOf(pod, asked, api) }))
  const warnings = grouped(
    fates.map(({ pod, fate }) => ({ pod, words: 'goes' in fate ? fate.warning : undefined })),
  )
  const errors = grouped(
    fates.map(({ pod, fate }) => ({
      pod,
      words: 'error' in fate ? `cannot delete ${fate.error}` : undefined,
    })),
  )
  return {
    pods: fates.flatMap(({ pod, fate }) => ('goes' in fate && fate.goes ? [pod] : [])),
    warning: warnings.join('; '),
    errors,
  }
}

function fateOf(pod: Pod, asked: Asked, api: ApiServer): Fate {
  let fate = GOES
  for (const filter of FILTERS) {
    fate = filter(pod, asked, api)
    if ('error' in fate || !fate.goes) break
  }
  return fate
}

/** The same words of several pods are said once. */
function grouped(said: readonly { readonly pod: Pod; readonly words: string | undefined }[]): string[] {
  const places = new Map<string, string[]>()
  for (const { pod, words } of said)
    if (words !== undefined) places.set(words, [...(places.get(words) ?? []), placeOf(pod)])
  return [...places].map(([words, pods]) => `${words}: ${pods.join(', ')}`)
}

/** Takes a pod; gives its place as kubectl writes it: `default/web`. */
export function placeOf({ metadata }: Pod): string {
  return `${metadata?.namespace ?? 'default'}/${metadata?.name ?? ''}`
}
