import { isObject, type JsonObject } from '../kubernetes/json'
import { field } from '../kubernetes/shape'

/**
 * Takes a document; gives it in the version that the schema knows: an autoscaler of autoscaling/v1 says one percentage
 * where autoscaling/v2 has metrics (pkg/apis/autoscaling/v1/conversion.go). All else stays as it is.
 */
export function inHubVersion(document: JsonObject): JsonObject {
  if (document['kind'] !== 'HorizontalPodAutoscaler' || document['apiVersion'] !== 'autoscaling/v1')
    return document
  const { spec } = document
  const percentage = field(spec, 'targetCPUUtilizationPercentage')
  const hub = { ...document, apiVersion: 'autoscaling/v2' }
  if (!isObject(spec) || typeof percentage !== 'number') return hub
  const { targetCPUUtilizationPercentage: _, ...rest } = spec
  const target = { type: 'Utilization', averageUtilization: percentage }
  return { ...hub, spec: { ...rest, metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] } }
}
