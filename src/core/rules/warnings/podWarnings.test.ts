import { expect, it } from 'vitest'
import type { JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'

function pod(spec: JsonObject, annotations: JsonObject = {}): JsonObject {
  const containers = [{ name: 'web', image: 'nginx' }]
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', annotations },
    spec: { containers, ...spec },
  }
}

const container = (change: JsonObject): JsonObject =>
  pod({ containers: [{ name: 'web', image: 'nginx', ...change }] })

it.each<[string, JsonObject, readonly string[]]>([
  [
    'a variable made of the one before it',
    container({
      env: [
        { name: 'A', value: 'x' },
        { name: 'A', value: '$(A):y' },
      ],
    }),
    [],
  ],
  [
    'a variable that is only the one before it',
    container({
      env: [
        { name: 'A', value: 'x' },
        { name: 'A', value: '$(A)' },
      ],
    }),
    ['spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply'],
  ],
  [
    'old names of labels',
    pod({ nodeSelector: { 'beta.kubernetes.io/os': 'linux', 'node-role.kubernetes.io/master': '' } }),
    [
      'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
      'spec.nodeSelector[node-role.kubernetes.io/master]: use "node-role.kubernetes.io/control-plane" instead',
    ],
  ],
  [
    'ports that are the same',
    container({
      ports: [{ containerPort: 80, name: 'a' }, { containerPort: 80 }, { containerPort: 80, hostPort: 8080 }],
    }),
    [
      'spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]',
      'spec.containers[0].ports[2]: overlapping port definition with spec.containers[0].ports[0]',
      'spec.containers[0].ports[2]: overlapping port definition with spec.containers[0].ports[1]',
    ],
  ],
  [
    'a name that two ports have, but not that of an init container',
    pod({
      initContainers: [
        { name: 'init', image: 'a', ports: [{ containerPort: 1, name: 'http' }] },
        { name: 'side', image: 'a', restartPolicy: 'Always', ports: [{ containerPort: 2, name: 'http' }] },
      ],
      containers: [{ name: 'web', image: 'a', ports: [{ containerPort: 3, name: 'http' }] }],
    }),
    [
      'spec.containers[0].ports[0]: duplicate port name "http" with spec.initContainers[1].ports[0], services and probes that select ports by name will use spec.initContainers[1].ports[0]',
    ],
  ],
  [
    'an address of the node without its port, as Go prints it',
    container({ ports: [{ containerPort: 80, hostIP: '10.0.0.1' }] }),
    [
      'spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}',
    ],
  ],
  [
    'files of a volume that get in each other’s way',
    pod({
      volumes: [
        {
          name: 'v',
          configMap: {
            name: 'c',
            items: [
              { key: 'a', path: 'x' },
              { key: 'b', path: 'x/y' },
              { key: 'c', path: 'xy' },
            ],
          },
        },
      ],
    }),
    ['volume "v" (ConfigMap "c"): overlapping paths: "x/y" with "x"'],
  ],
  [
    'a projected source whose gate is off',
    pod({
      volumes: [{ name: 'v', projected: { sources: [{ clusterTrustBundle: { name: 'a', path: 'b' } }] } }],
    }),
    ['volume "v" (Projected) has no sources provided'],
  ],
  [
    'an old plugin',
    pod({ volumes: [{ name: 'v', storageos: { volumeName: 'a' } }] }),
    ['spec.volumes[0].storageOS: deprecated in v1.22, non-functional in v1.25+'],
  ],
  [
    'annotations that became fields, the pod’s own first',
    pod(
      {},
      {
        'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default',
        'scheduler.alpha.kubernetes.io/critical-pod': '',
      },
    ),
    [
      'metadata.annotations[container.apparmor.security.beta.kubernetes.io/web]: deprecated since v1.30; use the "appArmorProfile" field instead',
      'metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the "priorityClassName" field instead',
    ],
  ],
])('%s', (_, document, warnings) => expect(judge(document).warnings).toEqual(warnings))
