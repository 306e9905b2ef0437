import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../kubernetes/json'
import { dns1123Label } from '../../kubernetes/names'
import { judge } from '../judge'

function autoscaler(spec: JsonObject, apiVersion = 'autoscaling/v2'): JsonObject {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }
  return {
    apiVersion,
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: { scaleTargetRef, maxReplicas: 3, ...spec },
  }
}

function budget(spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', ...metadata },
    spec,
  }
}

function saidOf(document: Json): string[] {
  return judge(document).causes.map(({ field, message }) => `${field}: ${message}`)
}

const cpu = (target: JsonObject): JsonObject => ({
  metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
})

describe('autoscalers', () => {
  it.each<[string, Json, readonly string[]]>([
    ['a plain one', autoscaler({}), []],
    [
      'a ReplicationController has no group',
      autoscaler({ scaleTargetRef: { apiVersion: 'v1', kind: 'ReplicationController', name: 'a' } }),
      [],
    ],
    [
      'bounds',
      autoscaler({ minReplicas: 0, maxReplicas: 0 }),
      [
        'spec.minReplicas: Invalid value: 0: must be greater than or equal to 1',
        'spec.maxReplicas: Required value: must be set and greater than 0',
        'spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas',
      ],
    ],
    [
      'the target',
      autoscaler({ scaleTargetRef: { kind: 'a/b', apiVersion: 'v1' } }),
      [
        'spec.scaleTargetRef.kind: Invalid value: "a/b": may not contain \'/\'',
        'spec.scaleTargetRef.name: Required value',
        'spec.scaleTargetRef.apiVersion: Invalid value: "v1": apiVersion must specify API group',
      ],
    ],
    [
      'metrics of a kind that is none: said twice',
      autoscaler({ metrics: [{ type: 'CPU' }] }),
      [
        'spec.metrics[0].type: Unsupported value: "CPU": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
        'spec.metrics[0].type: Unsupported value: "CPU": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
      ],
    ],
    [
      'metrics of two kinds',
      autoscaler({
        metrics: [
          {
            type: 'Pods',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
          },
        ],
      }),
      ['spec.metrics[0].pods: Required value: must populate information for the given metric source'],
    ],
    [
      'both percentage and amount',
      autoscaler(cpu({ type: 'Utilization', averageUtilization: 0, averageValue: '0' })),
      [
        'spec.metrics[0].resource.target.averageValue: Invalid value: "0": must be positive',
        'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
        'spec.metrics[0].resource.target.averageValue: Forbidden: may not set both a target raw value and a target utilization',
      ],
    ],
    [
      'behavior',
      autoscaler({
        behavior: {
          scaleUp: {
            stabilizationWindowSeconds: 3601,
            policies: [{ type: 'Nodes', value: 0, periodSeconds: 1801 }],
          },
        },
      }),
      [
        'spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600',
        'spec.behavior.scaleUp.policies[0].type: Unsupported value: "Nodes": supported values: "Percent", "Pods"',
        'spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero',
        'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800',
      ],
    ],
    [
      'a resource that no container has',
      autoscaler({
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: { name: 'gpus', container: 'Web', target: { type: 'Value', averageValue: 1 } },
          },
        ],
      }),
      [
        'spec.metrics[0].containerResource.name: Invalid value: "gpus": must be a standard resource type or fully qualified',
        'spec.metrics[0].containerResource.name: Invalid value: "gpus": must be a standard resource for containers',
        `spec.metrics[0].containerResource.container: Invalid value: "Web": ${dns1123Label('Web') ?? ''}`,
      ],
    ],
    ['the older version', autoscaler({ targetCPUUtilizationPercentage: 50 }, 'autoscaling/v1'), []],
    [
      'the older version, in the words of the newer one',
      autoscaler({ targetCPUUtilizationPercentage: 0, maxReplicas: 0, minReplicas: 1 }, 'autoscaling/v1'),
      [
        'spec.maxReplicas: Required value: must be set and greater than 0',
        'spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`',
        'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
      ],
    ],
  ])('%s', (_, document, said) => expect(saidOf(document)).toEqual(said))
})

describe('disruption budgets', () => {
  it.each<[string, Json, readonly string[]]>([
    ['a share', budget({ minAvailable: '50%' }), []],
    ['any name that fits into a path', budget({}, { name: 'Web_1' }), []],
    [
      'a name with a slash',
      budget({}, { name: 'a/b' }),
      ['metadata.name: Invalid value: "a/b": may not contain \'/\''],
    ],
    [
      'the spec before the metadata',
      budget({ minAvailable: -1 }, { name: 'a/b' }),
      ['spec.minAvailable: Invalid value: -1: must be greater than or equal to 0'],
    ],
    [
      'both',
      budget({ minAvailable: 1, maxUnavailable: '101%', selector: { matchLabels: { b: '2', a: '1' } } }),
      [
        'spec: Invalid value: {"MinAvailable":1,"Selector":{"matchLabels":{"a":"1","b":"2"}},"MaxUnavailable":"101%","UnhealthyPodEvictionPolicy":null}: minAvailable and maxUnavailable cannot be both set',
        'spec.maxUnavailable: Invalid value: "101%": must not be greater than 100%',
      ],
    ],
    [
      'an eviction policy',
      budget({ unhealthyPodEvictionPolicy: 'Always' }),
      [
        'spec.unhealthyPodEvictionPolicy: Unsupported value: "Always": supported values: "AlwaysAllow", "IfHealthyBudget"',
      ],
    ],
  ])('%s', (_, document, said) => expect(saidOf(document)).toEqual(said))
})
