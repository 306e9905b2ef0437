import { field, textOf } from '../../kubernetes/shape'
import { sameNamespace } from '../../kubernetes/objects'
import { valueAt } from '../../kubernetes/path'
import type { Advice } from './advice'
import type { Design } from './design/design'
import { serviceText, together, SERVING_POD } from './design/examples'

/** A Service without a selector, for which the design has no endpoints either. */
export const serviceWithoutSelector: Advice = {
  id: 'service-without-selector',
  level: 'warning',
  title: 'Service without a selector',
  why: 'Without a selector nobody makes the EndpointSlices, and the Service leads nowhere. That is meant only for what is outside the cluster, with EndpointSlices of your own.',
  mend: 'Select the pods by a label of theirs, or add the EndpointSlice.',
  docs: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
  bad: together(
    SERVING_POD,
    serviceText(`
ports:
- port: 80
  targetPort: http
`),
  ),
  good: together(
    SERVING_POD,
    serviceText(`
selector: { app: shop }
ports:
- port: 80
  targetPort: http
`),
  ),
  check: (design) =>
    design.services
      .filter(({ type, selector }) => type?.selects !== false && Object.keys(selector).length === 0)
      // The API server keeps the endpoints of its own Service.
      .filter(({ name, namespace }) => name !== 'kubernetes' && !hasEndpoints(design, name, namespace))
      .map(({ path, name }) => ({
        path: [...path, 'spec'],
        message: `${name} selects no pods, and no EndpointSlice of this design is for it`,
      })),
}

/** An EndpointSlice says its Service by a label (discovery/v1 LabelServiceName); Endpoints have its name. */
function hasEndpoints(design: Design, name: string, namespace: string): boolean {
  if (design.named('Endpoints', name, namespace) !== null) return true
  return design.ofKind('EndpointSlice').some((slice) => {
    const labels = valueAt(design.documents, [...slice.path, 'metadata', 'labels'])
    return (
      sameNamespace(slice.namespace, namespace) &&
      textOf(field(labels, 'kubernetes.io/service-name')) === name
    )
  })
}
