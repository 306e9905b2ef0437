import { expect, test } from 'vitest'
import { parse } from '../../yaml/parse'
import { advise } from './advise'
import { deploymentText, jobText, objectText, podText, serviceText, together } from './design/examples'

/*
 * What looks like a mistake and is none, and what looks fine and is one: the edges of the rules, beyond the examples
 * that they bring along.
 */

function ids(text: string): readonly string[] {
  const source = parse(text)
  expect(source.problem).toBeNull()
  return advise(source).map(({ id }) => id)
}

const APP = `
containers:
- name: app
  image: example.com/shop:1.4
`

test.each([
  [
    'a scratch directory of one container of two',
    'one-sided-volume',
    podText(`${APP}  volumeMounts: [{ name: cache, mountPath: /var/cache/shop }]
- name: proxy
  image: example.com/proxy:2
volumes: [{ name: cache, emptyDir: {} }]`),
  ],
  [
    'a volume for a variable out of a file',
    'unused-volume',
    podText(`${APP}  env:
  - name: KEY
    valueFrom: { fileKeyRef: { volumeName: keys, path: a.env, key: KEY } }
volumes: [{ name: keys, emptyDir: {} }]`),
  ],
  [
    'the log of a Job',
    'unbounded-logs',
    jobText(`${APP}  volumeMounts: [{ name: logs, mountPath: /logs }]
volumes: [{ name: logs, emptyDir: {} }]`),
  ],
  [
    'a file written anew each time',
    'unbounded-logs',
    podText(`
containers:
- name: app
  image: busybox:1.37
  command: [sh, -c, 'while true; do date > /var/log/index.html; sleep 5; done']
  volumeMounts: [{ name: data, mountPath: /var/log }]
volumes: [{ name: data, emptyDir: {} }]`),
  ],
  [
    'a volume in memory of a container with a memory limit',
    'unbounded-memory-volume',
    podText(`${APP}  resources: { limits: { memory: 1Gi } }
  volumeMounts: [{ name: scratch, mountPath: /scratch }]
volumes: [{ name: scratch, emptyDir: { medium: Memory } }]`),
  ],
  [
    'the ConfigMap that every namespace has',
    'missing-config-map',
    podText(`${APP}  volumeMounts: [{ name: ca, mountPath: /ca }]
volumes: [{ name: ca, configMap: { name: kube-root-ca.crt } }]`),
  ],
  [
    'an optional Secret',
    'missing-secret',
    podText(`${APP}  envFrom: [{ secretRef: { name: shop, optional: true } }]`),
  ],
  [
    'a Secret that an ExternalSecret makes',
    'missing-secret',
    together(
      objectText('external-secrets.io/v1', 'ExternalSecret', 'vault', 'spec: { target: { name: shop } }'),
      podText(`${APP}  envFrom: [{ secretRef: { name: shop } }]`),
    ),
  ],
  [
    'the account that every namespace has',
    'missing-service-account',
    podText(`serviceAccountName: default\n${APP}`),
  ],
  ['an image of a digest', 'image-without-tag', podText(APP.replace(':1.4', `@sha256:${'0'.repeat(64)}`))],
  ['a registry with a port', 'image-reference', podText(APP.replace('example.com', 'example.com:5000'))],
  [
    'the latest of a digest',
    'image-latest',
    podText(APP.replace(':1.4', `:latest@sha256:${'0'.repeat(64)}`)),
  ],
  [
    'a shell with somebody to type',
    'exits-at-once',
    podText('containers: [{ name: shell, image: busybox:1.37, stdin: true, tty: true }]'),
  ],
  [
    'TCP and UDP on one port',
    'container-port-clash',
    podText(`${APP}  ports: [{ containerPort: 53, protocol: UDP }]
- name: tcp
  image: example.com/dns:2
  ports: [{ containerPort: 53, protocol: TCP }]`),
  ],
  [
    'a port that a silent container may open',
    'target-port-nobody-opens',
    together(
      podText(`${APP}  ports: [{ containerPort: 8080 }]
- name: proxy
  image: example.com/proxy:2`),
      serviceText('selector: { app: shop }\nports: [{ port: 80, targetPort: 15000 }]'),
    ),
  ],
  [
    'an ExternalName',
    'service-without-selector',
    serviceText('type: ExternalName\nexternalName: shop.example.com'),
  ],
  [
    'a Service with EndpointSlices of its own',
    'service-without-selector',
    together(
      serviceText('ports: [{ port: 80 }]'),
      objectText(
        'discovery.k8s.io/v1',
        'EndpointSlice',
        'shop-1',
        '  labels: { kubernetes.io/service-name: shop }',
      ),
    ),
  ],
  [
    'a pod held back by its sidecar',
    'no-readiness-probe',
    podText(`
initContainers:
- name: proxy
  image: example.com/proxy:2
  restartPolicy: Always
  readinessProbe: { tcpSocket: { port: 15021 } }
containers:
- name: app
  image: example.com/shop:1.4
  ports: [{ containerPort: 8080 }]`),
  ],
  [
    'a startupProbe that asks often and waits long',
    'probe-timeout-above-period',
    podText(`${APP}  startupProbe: { tcpSocket: { port: 80 }, periodSeconds: 1, timeoutSeconds: 5 }`),
  ],
  [
    'a liveness that is as patient as the default',
    'impatient-liveness',
    podText(`${APP}  livenessProbe: { tcpSocket: { port: 80 } }`),
  ],
  [
    'a liveness that gives up much later than readiness',
    'liveness-equals-readiness',
    podText(`${APP}  livenessProbe: { tcpSocket: { port: 80 }, failureThreshold: 10 }
  readinessProbe: { tcpSocket: { port: 80 } }`),
  ],
  [
    'a dollar that is meant',
    'variable-used-early',
    podText(`${APP}  env: [{ name: A, value: '$$(B)' }, { name: B, value: b }]`),
  ],
  [
    'the path of a password',
    'secret-in-plain-text',
    podText(
      `${APP}  env: [{ name: DB_PASSWORD, value: /run/secrets/db }, { name: ALLOW_EMPTY_PASSWORD, value: 'yes' }]`,
    ),
  ],
  [
    'an address with the user in another variable',
    'secret-in-plain-text',
    podText(`${APP}  env: [{ name: DB, value: 'postgres://shop:$(DB_PASSWORD)@db/shop' }]`),
  ],
  ['operators within a script', 'shell-syntax-without-shell', podText(`${APP}  command: [sh, -c, 'a && b']`)],
  [
    'the end of find -exec',
    'shell-syntax-without-shell',
    podText(`${APP}  command: [find, /a, -exec, rm, '{}', ';']`),
  ],
  [
    'a variable within a script',
    'shell-variable-without-shell',
    podText(`${APP}  command: [sh, -c, 'echo $PORT']
  env: [{ name: PORT, value: '1' }]`),
  ],
  ['hundreds of millicores', 'huge-cpu', podText(`${APP}  resources: { requests: { cpu: 500m } }`)],
  [
    'a guarantee given to all',
    'broken-guarantee',
    podText(`${APP}  resources: { limits: { cpu: 1, memory: 1Gi } }`),
  ],
  [
    'two users, one of whom only reads',
    'users-share-volume',
    podText(`${APP}  securityContext: { runAsUser: 1 }
  volumeMounts: [{ name: files, mountPath: /files }]
- name: reader
  image: example.com/reader:2
  securityContext: { runAsUser: 2 }
  volumeMounts: [{ name: files, mountPath: /files, readOnly: true }]
volumes: [{ name: files, emptyDir: {} }]`),
  ],
  [
    'a budget of a workload that scales',
    'blocked-drain',
    together(
      deploymentText(APP),
      objectText(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'shop',
        'spec: { scaleTargetRef: { kind: Deployment, name: shop }, minReplicas: 2, maxReplicas: 5 }',
      ),
      objectText(
        'policy/v1',
        'PodDisruptionBudget',
        'shop',
        'spec: { minAvailable: 1, selector: { matchLabels: { app: shop } } }',
      ),
    ),
  ],
])('%s is fine', (_, id, text) => {
  expect(ids(text)).not.toContain(id)
})

test.each([
  [
    'the claim of a DaemonSet',
    'single-writer-claim',
    together(
      objectText('v1', 'PersistentVolumeClaim', 'shop', 'spec: { accessModes: [ReadWriteOncePod] }'),
      deploymentText(`${APP}volumes: [{ name: data, persistentVolumeClaim: { claimName: shop } }]`).replace(
        'kind: Deployment',
        'kind: DaemonSet',
      ),
    ),
  ],
  [
    'a key of a volume of several sources',
    'missing-key',
    together(
      objectText('v1', 'Secret', 'shop', 'stringData: { a: b }'),
      podText(
        `${APP}volumes: [{ name: all, projected: { sources: [{ secret: { name: shop, items: [{ key: b, path: b }] } }] } }]`,
      ),
    ),
  ],
  [
    'a slip in the key of a selector',
    'service-selector-typo',
    together(podText(APP), serviceText('selector: { ap: shop }\nports: [{ port: 80 }]')),
  ],
  [
    'swapped ports of pods that are elsewhere',
    'swapped-ports',
    serviceText('selector: { app: else }\nports: [{ port: 8080, targetPort: 80 }]'),
  ],
  [
    'a sidecar whose port the client knows',
    'sidecar-without-startup-probe',
    podText(`
initContainers:
- name: proxy
  image: example.com/proxy:2
  restartPolicy: Always
  args: [--port=5432]
containers:
- name: app
  image: postgres:17
  command: [sh, -c, 'pg_isready -h 127.0.0.1 && serve']`),
  ],
  [
    'liveness that is the same question a little sooner',
    'liveness-equals-readiness',
    podText(`${APP}  livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: 5 }
  readinessProbe: { tcpSocket: { port: 80 } }`),
  ],
  [
    'a password within an address',
    'secret-in-plain-text',
    podText(`${APP}  env: [{ name: DB, value: 'postgres://shop:hunter2@db/shop' }]`),
  ],
  [
    'a program of a user that has only a name',
    'non-root-image',
    podText('securityContext: { runAsNonRoot: true }\ncontainers: [{ name: cache, image: memcached:1.6 }]'),
  ],
  [
    'a budget of no percent',
    'blocked-drain',
    objectText('policy/v1', 'PodDisruptionBudget', 'shop', 'spec: { maxUnavailable: 0% }'),
  ],
  [
    'half of one, rounded up',
    'blocked-drain',
    together(
      deploymentText(APP),
      objectText(
        'policy/v1',
        'PodDisruptionBudget',
        'shop',
        'spec: { minAvailable: 50%, selector: { matchLabels: { app: shop } } }',
      ),
    ),
  ],
  [
    'an autoscaler by the memory of one container',
    'autoscaler-without-requests',
    together(
      deploymentText(`${APP}  resources: { requests: { cpu: 1 } }`),
      objectText(
        'autoscaling/v2',
        'HorizontalPodAutoscaler',
        'shop',
        `spec:
  scaleTargetRef: { kind: Deployment, name: shop }
  maxReplicas: 5
  metrics: [{ type: ContainerResource, containerResource: { name: memory, container: app, target: { type: Utilization, averageUtilization: 80 } } }]`,
      ),
    ),
  ],
  [
    'a partition above all pods',
    'stuck-rollout',
    deploymentText(APP, 'updateStrategy: { rollingUpdate: { partition: 1 } }').replace(
      'kind: Deployment',
      'kind: StatefulSet',
    ),
  ],
  [
    'a port of the node that the new pod waits for',
    'stuck-rollout',
    deploymentText(
      `${APP}  ports: [{ containerPort: 80, hostPort: 80 }]`,
      'strategy: { rollingUpdate: { maxUnavailable: 0 } }',
    ),
  ],
  [
    'a script that sleeps in a hook',
    'pre-stop-outlives-grace',
    podText(`${APP}  lifecycle: { preStop: { exec: { command: [sh, -c, 'sleep 30; stop'] } } }`),
  ],
  [
    'two users of two images',
    'users-share-volume',
    podText(`
containers:
- name: sync
  image: registry.k8s.io/git-sync/git-sync:v4.4.0
  volumeMounts: [{ name: files, mountPath: /git }]
- name: app
  image: example.com/shop:1.4
  securityContext: { runAsUser: 1000 }
  volumeMounts: [{ name: files, mountPath: /files }]
volumes: [{ name: files, emptyDir: {} }]`),
  ],
])('%s is seen', (_, id, text) => {
  expect(ids(text)).toContain(id)
})
