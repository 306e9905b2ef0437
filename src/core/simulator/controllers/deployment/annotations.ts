import type { ObjectsByKind } from '../../api/objects'

/*
 * What the Deployment controller writes on Deployments and ReplicaSets (pkg/controller/deployment/util/deployment_util.go).
 */

/** A Deployment and a ReplicaSet of the simulated cluster. */
export type Deployment = ObjectsByKind['Deployment']
export type ReplicaSet = ObjectsByKind['ReplicaSet']

export const REVISION = 'deployment.kubernetes.io/revision'
export const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history'
export const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas'
export const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas'

/** Annotations of a Deployment that its ReplicaSets don't take over. */
const OWN: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  'deprecated.deployment.rollback.to',
])

/** Takes an object and the name of an annotation; gives it where it is a whole number, else null. */
export function numberIn({ metadata }: Deployment | ReplicaSet, annotation: string): number | null {
  const text = metadata?.annotations?.[annotation] ?? ''
  return /^\d+$/.test(text) ? Number(text) : null
}

/** Takes an object; gives its revision, 0 where it has none. */
export function revisionOf(object: Deployment | ReplicaSet): number {
  return numberIn(object, REVISION) ?? 0
}

/** Takes an object and annotations; gives it with them. */
export function annotated<Object extends Deployment | ReplicaSet>(
  object: Object,
  annotations: Readonly<Record<string, string>>,
): Object {
  const { metadata } = object
  return { ...object, metadata: { ...metadata, annotations: { ...metadata?.annotations, ...annotations } } }
}

/** Takes a Deployment; gives the annotations that its ReplicaSets have from it (SetNewReplicaSetAnnotations). */
export function inheritedAnnotations({ metadata }: Deployment): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(metadata?.annotations ?? {}).filter(([key]) => !OWN.has(key)))
}
