import type { OwnerReference, PodTemplateSpec } from '../../kubernetes/schema/types-1.36'
import type { ClusterPod } from './podStates'

/** More pods than this one workload does not make in the simulation, whatever it wants: a node runs 110, the others would wait. */
export const MOST_PODS = 250

/** Takes a template, the namespace and name of a pod, and what controls it; gives the pod, before the server fills it in (GetPodFromTemplate in pkg/controller). */
export function newPod(
  template: PodTemplateSpec | undefined,
  namespace: string,
  name: string,
  controller: OwnerReference,
): ClusterPod {
  const { labels, annotations, finalizers } = template?.metadata ?? {}
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
      ...(finalizers === undefined ? {} : { finalizers }),
      ownerReferences: [controller],
    },
    spec: template?.spec ?? {},
    status: { phase: 'Pending' },
  }
}
