import type { ObjectsByKind } from '../../api/objects'
import type { ContainerLife, PodLife } from '../podLife'
import type { Span } from '../lane'

/** A container's coming into a state, and what is known around it. */
export interface Transition {
  readonly span: Span
  readonly before: Span | null
  readonly life: ContainerLife
  readonly pod: PodLife
  /** The pod as it was then. */
  readonly object: ObjectsByKind['Pod'] | null
  /** What the kubelet said when it stopped the container: `Stopping container web`; '' where it did not. */
  readonly killing: string
  /** What somebody did to bring it about: `Kill web`; '' where nobody did. */
  readonly intervention: string
}

/** Why a container comes into a state: when that holds, the words for it, and where the rule is from. */
export interface Explanation {
  readonly id: string
  readonly matches: (transition: Transition) => boolean
  /** One or two plain sentences. */
  readonly words: (transition: Transition) => string
  /** The file of Kubernetes, or its enhancement proposal, that has the rule. */
  readonly rule: string
  readonly docs: string
}

const CONCEPTS = 'https://kubernetes.io/docs/concepts'

/** The pages of kubernetes.io that explanations lead to. */
export const DOCS = {
  states: `${CONCEPTS}/workloads/pods/pod-lifecycle/#container-states`,
  restarts: `${CONCEPTS}/workloads/pods/pod-lifecycle/#container-restarts`,
  policy: `${CONCEPTS}/workloads/pods/pod-lifecycle/#restart-policy`,
  probes: `${CONCEPTS}/workloads/pods/pod-lifecycle/#container-probes`,
  termination: `${CONCEPTS}/workloads/pods/pod-lifecycle/#pod-termination`,
  init: `${CONCEPTS}/workloads/pods/init-containers/`,
  sidecar: `${CONCEPTS}/workloads/pods/sidecar-containers/`,
  hooks: `${CONCEPTS}/containers/container-lifecycle-hooks/`,
  images: `${CONCEPTS}/containers/images/`,
  memory: `${CONCEPTS}/configuration/manage-resources-containers/`,
  configMap: `${CONCEPTS}/configuration/configmap/`,
  scheduling: `${CONCEPTS}/scheduling-eviction/kube-scheduler/`,
  logs: `${CONCEPTS}/cluster-administration/logging/`,
  volumes: `${CONCEPTS}/storage/volumes/`,
  services: `${CONCEPTS}/services-networking/service/`,
} as const

/** Takes a transition; gives the policy by which the container is started again: its own, else its pod's. */
export function policyOf({ life, object }: Transition): string {
  return life.container.restartPolicy ?? object?.spec?.restartPolicy ?? 'Always'
}

/** Takes a transition; says whether its pod is being deleted. */
export function isDeleted({ object }: Transition): boolean {
  const deleted = object?.metadata?.deletionTimestamp
  return deleted !== undefined && deleted !== null
}

/** Takes a transition; gives the container that starts before this one, or null where it is the first. */
export function predecessorOf({ life, pod }: Transition): ContainerLife | null {
  return pod.containers[pod.containers.indexOf(life) - 1] ?? null
}

/** Takes milliseconds; gives them in words: `10 s`, `2 min 40 s`. */
export function spanWords(span: number): string {
  const seconds = Math.round(span / 100) / 10
  if (seconds < 60) return `${seconds} s`
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)]
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}
