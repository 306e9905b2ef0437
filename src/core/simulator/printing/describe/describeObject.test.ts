import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../kubernetes/json'
import type { Around } from './around'
import { describeObject } from './describeObject'

const NOW = Date.UTC(2030, 0, 1, 0, 1)
const MADE = '2030-01-01T00:00:00Z'
const ALONE: Around = { now: NOW, events: [], pods: [], replicaSets: [], services: [], endpointSlices: [] }

const TEMPLATE = {
  metadata: { labels: { app: 'web' } },
  spec: {
    containers: [{ name: 'nginx', image: 'nginx:1', ports: [{ containerPort: 80, protocol: 'TCP' }] }],
    volumes: [{ name: 'data', emptyDir: {} }],
  },
}

const TEMPLATE_TEXT = `Pod Template:
  Labels:  app=web
  Containers:
   nginx:
    Image:        nginx:1
    Port:         80/TCP
    Host Port:    0/TCP
    Environment:  <none>
    Mounts:       <none>
  Volumes:
   data:
    Type:          EmptyDir (a temporary directory that shares a pod's lifetime)
    Medium:        
    SizeLimit:     <unset>
  Node-Selectors:  <none>
  Tolerations:     <none>
`

const owned = (name: string, more: object = {}) => ({
  metadata: { name, ownerReferences: [{ uid: 'u', kind: 'X', name: 'web', controller: true }], ...more },
})

/** What kubectl 1.36 prints of such objects, written down by its source. */
const CASES: readonly (readonly [kind: string, object: Json, around: Partial<Around>, text: string])[] = [
  [
    'Deployment',
    {
      metadata: {
        name: 'web',
        namespace: 'default',
        uid: 'u',
        creationTimestamp: MADE,
        annotations: { 'deployment.kubernetes.io/revision': '2' },
      },
      spec: {
        replicas: 2,
        selector: {
          matchLabels: { app: 'web' },
          matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['a', 'b'] }],
        },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 1 } },
        template: TEMPLATE,
      },
      status: {
        replicas: 3,
        updatedReplicas: 2,
        availableReplicas: 2,
        unavailableReplicas: 1,
        conditions: [{ type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' }],
      },
    },
    {
      replicaSets: [
        {
          ...owned('web-1', { annotations: { 'deployment.kubernetes.io/revision': '1' } }),
          spec: { replicas: 1 },
          status: { replicas: 1 },
        },
        {
          ...owned('web-2', { annotations: { 'deployment.kubernetes.io/revision': '2' } }),
          spec: { replicas: 2 },
          status: { replicas: 2 },
        },
        { metadata: { name: 'other' } },
      ],
    },
    `Name:                   web
Namespace:              default
CreationTimestamp:      Tue, 01 Jan 2030 00:00:00 +0000
Labels:                 <none>
Annotations:            deployment.kubernetes.io/revision: 2
Selector:               app=web,tier notin (a,b)
Replicas:               2 desired | 2 updated | 3 total | 2 available | 1 unavailable
StrategyType:           RollingUpdate
MinReadySeconds:        0
RollingUpdateStrategy:  1 max unavailable, 25% max surge
${TEMPLATE_TEXT}Conditions:
  Type           Status  Reason
  ----           ------  ------
  Available      True    MinimumReplicasAvailable
OldReplicaSets:  web-1 (1/1 replicas created)
NewReplicaSet:   web-2 (2/2 replicas created)
Events:          <none>
`,
  ],
  [
    'ReplicaSet',
    {
      ...owned('web-1', { namespace: 'default', uid: 'r' }),
      spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template: TEMPLATE },
      status: { replicas: 2 },
    },
    {
      pods: ['Running', 'Pending'].map((phase) => ({
        metadata: { name: phase, labels: { app: 'web' }, ownerReferences: [{ uid: 'r' }] },
        status: { phase },
      })),
    },
    `Name:           web-1
Namespace:      default
Selector:       app=web
Labels:         <none>
Annotations:    <none>
Controlled By:  X/web
Replicas:       2 current / 2 desired
Pods Status:    1 Running / 1 Waiting / 0 Succeeded / 0 Failed
${TEMPLATE_TEXT}Events:            <none>
`,
  ],
  [
    'Job',
    {
      metadata: { name: 'once', namespace: 'default' },
      spec: {
        parallelism: 1,
        completions: 1,
        completionMode: 'NonIndexed',
        suspend: false,
        backoffLimit: 6,
        selector: { matchLabels: { job: 'once' } },
        template: TEMPLATE,
      },
      status: { startTime: MADE, completionTime: '2030-01-01T00:00:07Z', succeeded: 1, ready: 0 },
    },
    {},
    `Name:             once
Namespace:        default
Selector:         job=once
Labels:           <none>
Annotations:      <none>
Parallelism:      1
Completions:      1
Completion Mode:  NonIndexed
Suspend:          false
Backoff Limit:    6
Start Time:       Tue, 01 Jan 2030 00:00:00 +0000
Completed At:     Tue, 01 Jan 2030 00:00:07 +0000
Duration:         7s
Pods Statuses:    0 Active (0 Ready) / 1 Succeeded / 0 Failed
${TEMPLATE_TEXT}Events:            <none>
`,
  ],
  [
    'Service',
    {
      metadata: { name: 'web', namespace: 'default' },
      spec: {
        selector: { app: 'web' },
        type: 'NodePort',
        clusterIP: '10.96.0.7',
        clusterIPs: ['10.96.0.7'],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        ports: [{ name: 'http', port: 80, targetPort: 'web', nodePort: 30_080, protocol: 'TCP' }],
        sessionAffinity: 'None',
        internalTrafficPolicy: 'Cluster',
      },
    },
    {
      endpointSlices: [
        {
          metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
          endpoints: ['1', '2', '3', '4', '5'].map((end) => ({
            addresses: [`10.0.0.${end}`],
            conditions: { ready: end !== '2' },
          })),
          ports: [{ name: 'http', port: 8080 }],
        },
      ],
    },
    `Name:                     web
Namespace:                default
Labels:                   <none>
Annotations:              <none>
Selector:                 app=web
Type:                     NodePort
IP Family Policy:         SingleStack
IP Families:              IPv4
IP:                       10.96.0.7
IPs:                      10.96.0.7
Port:                     http  80/TCP
TargetPort:               web/TCP
NodePort:                 http  30080/TCP
Endpoints:                10.0.0.1:8080,10.0.0.3:8080,10.0.0.4:8080 + 1 more...
Session Affinity:         None
Internal Traffic Policy:  Cluster
Events:                   <none>
`,
  ],
  [
    'ConfigMap',
    { metadata: { name: 'page', namespace: 'default' }, data: { b: 'two\nlines', a: '1' } },
    {},
    `Name:         page
Namespace:    default
Labels:       <none>
Annotations:  <none>

Data
====
a:
----
1

b:
----
two
lines


BinaryData
====

Events:  <none>
`,
  ],
  [
    'Secret',
    { metadata: { name: 'key', namespace: 'default' }, type: 'Opaque', data: { password: 'aGVsbG8=' } },
    {},
    `Name:         key
Namespace:    default
Labels:       <none>
Annotations:  <none>

Type:  Opaque

Data
====
password:  5 bytes
`,
  ],
  [
    'NetworkPolicy',
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'none', namespace: 'default' },
      spec: { policyTypes: ['Ingress'], podSelector: { matchLabels: { app: 'web' } } },
    },
    {},
    `Name:         none
Namespace:    default
Labels:       <none>
Annotations:  <none>
API Version:  networking.k8s.io/v1
Kind:         NetworkPolicy
Spec:
  Pod Selector:
    Match Labels:
      App:  web
  Policy Types:
    Ingress
Events:  <none>
`,
  ],
]

const KINDS = [
  'Pod',
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'Job',
  'CronJob',
  'Service',
  'Endpoints',
  'EndpointSlice',
  'HorizontalPodAutoscaler',
  'Ingress',
  'ConfigMap',
  'Secret',
  'PersistentVolumeClaim',
  'ServiceAccount',
  'Node',
  'PodDisruptionBudget',
  'Anything',
]

describe('kubectl describe', () => {
  it.each(CASES)('%s', (kind, object, around, text) => {
    expect(describeObject(kind, object, { ...ALONE, ...around })).toBe(text)
  })

  it('tells of counts, partitions and claims of sets', () => {
    const set = describeObject(
      'StatefulSet',
      {
        metadata: { name: 'db', namespace: 'default' },
        spec: {
          replicas: 3,
          updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
          template: TEMPLATE,
          volumeClaimTemplates: [
            {
              metadata: { name: 'data' },
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1024Mi' } } },
            },
          ],
        },
      },
      ALONE,
    )
    expect(set).toContain(
      'Replicas:           3 desired | 0 total\nUpdate Strategy:    RollingUpdate\n  Partition:        1\n',
    )
    expect(set).toContain('  Capacity:      1Gi\n  Access Modes:  [ReadWriteOnce]\n')
    expect(describeObject('DaemonSet', { status: { numberMisscheduled: 1 } }, ALONE)).toContain(
      'Number of Nodes Misscheduled: 1\n',
    )
    expect(describeObject('CronJob', { spec: { schedule: '* * * * *', suspend: false } }, ALONE)).toMatch(
      /Schedule: {22}\* \* \* \* \*\n.*\nSuspend: {23}False\n/,
    )
  })

  it('tells of volumes by their sources', () => {
    const text = describeObject(
      'Pod',
      {
        spec: {
          volumes: [
            { name: 'a', iscsi: { targetPortal: 'p', iqn: 'i', lun: 1, secretRef: { name: 's' } } },
            {
              name: 'b',
              ephemeral: {
                volumeClaimTemplate: {
                  spec: { storageClassName: 'fast', accessModes: ['ReadWriteOnce'], volumeMode: 'Block' },
                },
              },
            },
            { name: 'c', flexVolume: { driver: 'd', options: { b: '2', a: '1' } } },
            { name: 'd', csi: { driver: 'd', volumeAttributes: { b: '2', a: '1' } } },
            { name: 'e', nothing: {} },
          ],
        },
      },
      ALONE,
    )
    expect(text).toContain('    Lun:                1\n')
    expect(text).toContain(
      '    SecretRef:          &LocalObjectReference{Name:s,}\n    InitiatorName:      <none>\n',
    )
    expect(text).toContain(
      '    StorageClass:  fast\n    Volume:        \n    Labels:        <none>\n    Annotations:   <none>\n    Capacity:      \n    Access Modes:  \n    VolumeMode:    Block\n',
    )
    expect(text).toContain('    SecretRef:  nil\n    ReadOnly:   false\n    Options:    map[a:1 b:2]\n')
    expect(text).toContain('    VolumeAttributes:  a=1\n                       b=2\n')
    expect(text).toContain('  e:\n  <unknown>\n')
  })

  it('says something of whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.jsonValue({ maxDepth: 4 }),
        fc.jsonValue(),
        (kind, spec, other) => {
          const read = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null))
          const object = {
            metadata: read(other),
            spec: read(spec),
            status: read(spec),
            data: read(other),
            subsets: read(spec),
            endpoints: read(spec),
            ports: read(other),
          }
          const text = describeObject(kind, object, { ...ALONE, events: [read(other)], pods: [read(spec)] })
          expect(text).toMatch(/^Name:/)
        },
      ),
      { numRuns: 300 },
    )
  })
})
