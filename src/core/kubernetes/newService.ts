import { containersIn } from './containers'
import type { Json, JsonObject } from './json'
import { knownBy, podLabels } from './objectKinds/objectKind'
import type { Workload } from './workloadKinds'

/** Where a Service listens when the pod declares no port: plain HTTP. */
export const FIRST_PORT = 80

/**
 * Takes the documents, a workload or null, a name and, where it is known, a port; gives a Service in front of the
 * workload's pods: it selects them by what they are known by, carries that as its own labels, and listens on the
 * pod's first port.
 */
export function newService(
  documents: readonly Json[],
  workload: Workload | null,
  name: string,
  port?: number,
): JsonObject {
  const labels = workload === null ? null : knownBy(workload)
  const selector = workload === null ? podLabels(null, name) : labels
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: labels === null ? { name } : { name, labels: { ...labels } },
    spec: {
      ...(selector === null ? {} : { selector: { ...selector } }),
      ports: [{ port: port ?? firstPort(documents, workload) ?? FIRST_PORT }],
    },
  }
}

function firstPort(documents: readonly Json[], workload: Workload | null): number | undefined {
  return containersIn(documents, workload?.podSpec ?? [])
    .filter((container) => container.role !== 'init')
    .flatMap((container) => container.ports.flatMap((port) => port.containerPort ?? []))[0]
}
