import type { Json, JsonObject } from '../json'
import type { Service } from '../services'
import type { Labels } from '../shape'
import type { Workload } from '../workloadKinds'

/** How a kind looks: a row of the page's table of icons and colours. */
export type KindConcept =
  | 'workload'
  | 'statefulset'
  | 'daemonset'
  | 'replicaset'
  | 'job'
  | 'cronjob'
  | 'pod'
  | 'service'
  | 'ingress'
  | 'networkpolicy'
  | 'configmap'
  | 'secret'
  | 'claim'
  | 'autoscaler'
  | 'budget'
  | 'serviceaccount'

/** The headings under which menus offer kinds, in their order. */
export const KIND_GROUPS = [
  'Workloads',
  'Networking',
  'Configuration',
  'Storage',
  'Scaling and availability',
  'Identity',
] as const

/** A heading under which menus offer kinds. */
export type KindGroup = (typeof KIND_GROUPS)[number]

/** What of the design a new object is made for. */
export interface Surroundings {
  readonly documents: readonly Json[]
  /** The workload it is about; null where the design has none that fits. */
  readonly workload: Workload | null
  /** The Service it is about; null where the design has none that fits. */
  readonly service: Service | null
}

/**
 * What an object of a kind is about: a workload (any, or only one that can be given more pods), a Service, or
 * nothing: then it goes to the end of the manifest.
 */
export type About = 'nothing' | 'workload' | 'scalable' | 'service'

/** A kind that Podwright makes, draws and edits field by field. */
export interface ObjectKind {
  readonly kind: string
  readonly apiVersion: string
  /** A few words for a card, where the kind's own name is long. */
  readonly label: string
  /** What it is for, in one line for somebody who learns. */
  readonly help: string
  readonly group: KindGroup
  readonly concept: KindConcept
  readonly about: About
  /** Takes the surroundings; gives the name to propose. */
  readonly nameFor: (around: Surroundings) => string
  /** Takes a name and the surroundings; gives the smallest such object, without namespace. */
  readonly blank: (name: string, around: Surroundings) => JsonObject
}

/** Takes a workload, or null, and a name; gives the labels that its pods are known by: its matchLabels, else the pods' own, else those that a workload of that name will have. */
export function podLabels(workload: Workload | null, name: string): Labels {
  return (workload === null ? null : knownBy(workload)) ?? { app: name }
}

/** Takes a workload; gives its matchLabels where there are any (they are what its pods are known by), else all its pods' labels, else null. */
export function knownBy({ selector, labels }: Workload): Labels | null {
  if (Object.keys(selector).length > 0) return selector
  return Object.keys(labels).length > 0 ? labels : null
}

/** Takes what a new object is called after the workload it is for, and without one. */
export function namedAfter(suffix: string, alone: string): ObjectKind['nameFor'] {
  return ({ workload, service }) => {
    const name = service?.name || workload?.name || ''
    return name === '' ? alone : `${name}${suffix}`
  }
}
