import { describe, expect, it } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import type { Around } from './around'
import { describeObject } from './describeObject'

const ALONE: Around = {
  now: Date.UTC(2030, 0, 1, 0, 1),
  events: [],
  pods: [],
  replicaSets: [],
  services: [],
  endpointSlices: [],
}

const CASES: readonly (readonly [string, Json, Partial<Around>, string])[] = [
  [
    'EndpointSlice',
    {
      metadata: { name: 'web-x2x4z', namespace: 'default', labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      endpoints: [
        {
          addresses: ['10.0.0.1'],
          conditions: { ready: true, serving: true, terminating: false },
          nodeName: 'node-1',
          targetRef: { kind: 'Pod', name: 'web-1' },
        },
      ],
      ports: [{ name: '', port: 80, protocol: 'TCP' }],
    },
    {},
    `Name:         web-x2x4z
Namespace:    default
Labels:       kubernetes.io/service-name=web
Annotations:  <none>
AddressType:  IPv4
Ports:
  Name     Port  Protocol
  ----     ----  --------
  <unset>  80    TCP
Endpoints:
  - Addresses:  10.0.0.1
    Conditions:
      Ready:    true
    Hostname:   <unset>
    TargetRef:  Pod/web-1
    NodeName:   node-1
    Zone:       <unset>
Events:         <none>
`,
  ],
  [
    'EndpointSlice',
    { metadata: { name: 'web-x2x4z', namespace: 'default' }, endpoints: null, ports: null },
    {},
    `Name:         web-x2x4z
Namespace:    default
Labels:       <none>
Annotations:  <none>
AddressType:  
Ports: <unset>
Endpoints: <none>
Events:  <none>
`,
  ],
  [
    'HorizontalPodAutoscaler',
    {
      metadata: { name: 'web', namespace: 'default', creationTimestamp: '2030-01-01T00:00:00Z' },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'web' },
        minReplicas: 2,
        maxReplicas: 6,
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 50 } } },
          { type: 'Pods', pods: { metric: { name: 'hits' }, target: { averageValue: '1k' } } },
        ],
        behavior: {
          scaleDown: {
            stabilizationWindowSeconds: 60,
            policies: [{ type: 'Pods', value: 1, periodSeconds: 15 }],
          },
        },
      },
      status: {
        currentReplicas: 2,
        desiredReplicas: 3,
        conditions: [{ type: 'AbleToScale', status: 'True', reason: 'Ready', message: 'all well' }],
      },
    },
    {},
    `Name:                                                  web
Namespace:                                             default
Labels:                                                <none>
Annotations:                                           <none>
CreationTimestamp:                                     Tue, 01 Jan 2030 00:00:00 +0000
Reference:                                             Deployment/web
Metrics:                                               ( current / target )
  resource cpu on pods  (as a percentage of request):  <unknown> / 50%
  "hits" on pods:                                      <unknown> / 1k
Min replicas:                                          2
Max replicas:                                          6
Behavior:
  Scale Down:
    Stabilization Window: 60 seconds
    Select Policy: Max
    Policies:
      - Type: Pods  Value: 1  Period: 15 seconds
Deployment pods:    2 current / 3 desired
Conditions:
  Type         Status  Reason  Message
  ----         ------  ------  -------
  AbleToScale  True    Ready   all well
Events:        <none>
`,
  ],
]

describe('kubectl describe, of what leads to pods and scales them', () => {
  it.each(CASES)('%s', (kind, object, around, text) => {
    expect(describeObject(kind, object, { ...ALONE, ...around })).toBe(text)
  })

  it.each([
    ['nobody makes slices for it', [], '<none>'],
    ['no pod has the port: then they have none', [{ ports: null, ready: true }], '10.0.0.1'],
    ['no pod is ready', [{ ports: [{ name: '', port: 80 }], ready: false }], ''],
    ['two ports', [{ ports: [{ name: 'x', port: 1 }], ready: true }], ''],
  ])('tells of a Service where %s', (_why, slices, text) => {
    const endpointSlices: Json[] = slices.map(({ ports, ready }) => ({
      metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
      endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready } }],
      ports,
    }))
    const service = { metadata: { name: 'web' }, spec: { ports: [{ port: 80, protocol: 'TCP' }] } }
    const around = { ...ALONE, services: [service], endpointSlices }
    expect(/\nEndpoints: +(.*)\n/.exec(describeObject('Service', service, around))?.[1]).toBe(text)
    const backend = { service: { name: 'web', port: { number: 80 } } }
    expect(describeObject('Ingress', { spec: { defaultBackend: backend } }, around)).toContain(
      `Default backend:  web:80 (${text})\n`,
    )
  })
})
