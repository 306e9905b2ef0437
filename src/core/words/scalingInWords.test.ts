import { expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { scalingInWords } from './scalingInWords'

const web = { scaleTargetRef: { kind: 'Deployment', name: 'web' } }

it.each<[Json, string]>([
  [
    { ...web, minReplicas: 2, maxReplicas: 10 },
    'Keeps 2 to 10 pods of Deployment web, aiming at CPU at 80 % of the request.',
  ],
  [
    {
      ...web,
      maxReplicas: 3,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } },
        { containerResource: { name: 'memory', container: 'app', target: { averageValue: '400Mi' } } },
      ],
    },
    'Keeps 1 to 3 pods of Deployment web, aiming at CPU at 70 % of the request; memory of container app at 400Mi a pod, whichever asks for most.',
  ],
  [
    { ...web, maxReplicas: 1, metrics: [{ pods: { metric: { name: 'rps' }, target: { averageValue: 5 } } }] },
    'Keeps 1 pod of Deployment web, aiming at rps of each pod at 5 a pod.',
  ],
  [
    {
      metrics: [
        {
          object: {
            metric: { name: 'rps' },
            describedObject: { kind: 'Ingress', name: 'i' },
            target: { value: '2k' },
          },
        },
        { external: { metric: {}, target: {} } },
        null,
      ],
    },
    'Keeps 1 or more pods of nothing yet, aiming at rps of Ingress i at 2k; a metric at no value yet, whichever asks for most.',
  ],
  [5, 'Keeps 1 or more pods of nothing yet, aiming at CPU at 80 % of the request.'],
])('%j', (spec, words) => {
  expect(scalingInWords(spec)).toBe(words)
})
