import { describe, expect, it } from 'vitest'
import { causesOf, saidOfPod } from '../../../golden/judgedPod'

const LABEL =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
const VOLUMES = 'volumes: [{name: data, emptyDir: {}}, {name: block, persistentVolumeClaim: {claimName: c}}]'

/** What is said of the one container, without its place. */
const said = (container: string, spec = ''): string[] =>
  saidOfPod(spec, container).map((line) => line.replace('spec.containers[0].', ''))

describe('a container', () => {
  it.each([
    ['image: " nginx"', ['image: Invalid value: " nginx": must not have leading or trailing whitespace']],
    [
      'imagePullPolicy: always',
      ['imagePullPolicy: Unsupported value: "always": supported values: "Always", "IfNotPresent", "Never"'],
    ],
    [
      'terminationMessagePolicy: Log',
      [
        'terminationMessagePolicy: Unsupported value: "Log": supported values: "File", "FallbackToLogsOnError"',
      ],
    ],
    [
      'restartPolicyRules: [{action: Restart}]',
      [
        'restartPolicy: Required value: must specify restartPolicy when restart rules are used',
        'restartPolicyRules[0].exitCodes: Required value: must be specified',
      ],
    ],
    [
      'resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: Never}]',
      [
        'resizePolicy[1]: Duplicate value: "cpu"',
        'resizePolicy: Unsupported value: "Never": supported values: "NotRequired", "RestartContainer"',
      ],
    ],
  ])('%s', (container, want) => {
    expect(
      causesOf(
        `{apiVersion: v1, kind: Pod, metadata: {name: w}, spec: {containers: [{name: app, ${container.startsWith('image:') ? '' : 'image: x, '}${container}}]}}`,
      ).map((line) => line.replace('spec.containers[0].', '')),
    ).toEqual(want)
  })

  it('names are one of a kind over app and init containers', () => {
    expect(saidOfPod('initContainers: [{name: app, image: a}, {name: B, image: a}]')).toEqual([
      'spec.initContainers[0].name: Duplicate value: "app"',
      `spec.initContainers[1].name: Invalid value: "B": ${LABEL}`,
    ])
  })
})

describe('ports', () => {
  it.each([
    ['ports: [{containerPort: 80}, {containerPort: 80}]', []],
    ['ports: [{}]', ['ports[0].containerPort: Required value']],
    [
      'ports: [{containerPort: 70000, hostPort: -1}]',
      [
        'ports[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive',
        'ports[0].hostPort: Invalid value: -1: must be between 1 and 65535, inclusive',
      ],
    ],
    [
      'ports: [{name: a, containerPort: 1}, {name: a, containerPort: 2}]',
      ['ports[1].name: Duplicate value: "a"'],
    ],
    [
      'ports: [{name: "1-", containerPort: 1}]',
      [
        'ports[0].name: Invalid value: "1-": must contain at least one letter (a-z)',
        'ports[0].name: Invalid value: "1-": must not begin or end with a hyphen',
      ],
    ],
    [
      'ports: [{containerPort: 1, hostPort: 9}, {containerPort: 2, hostPort: 9}]',
      ['ports[1].hostPort: Duplicate value: "TCP//9"'],
    ],
    ['ports: [{containerPort: 1, hostPort: 9}, {containerPort: 2, hostPort: 9, protocol: UDP}]', []],
  ])('%s', (container, want) => {
    expect(said(container)).toEqual(want)
  })

  it('are the node’s on the node’s network', () => {
    expect(saidOfPod('hostNetwork: true', 'ports: [{containerPort: 80}]')).toEqual([])
    expect(saidOfPod('hostNetwork: true', 'ports: [{containerPort: 80, hostPort: 81}]')).toEqual([
      'spec.containers[0].ports[0].hostPort: Invalid value: 81: must match `containerPort` when `hostNetwork` is true',
    ])
  })
})

describe('variables', () => {
  const field = (path: string): string => `env: [{name: A, valueFrom: {fieldRef: {fieldPath: ${path}}}}]`
  const at = 'env[0].valueFrom'
  it.each([
    ['env: [{name: 1_a-b.c}, {name: "a b"}]', []],
    ['env: [{name: ""}]', ['env[0].name: Required value']],
    [
      'env: [{name: a=b}]',
      [
        'env[0].name: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than \'=\'',
      ],
    ],
    [
      'env: [{name: A, value: x, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]',
      [`${at}: Invalid value: "": may not be specified when \`value\` is not empty`],
    ],
    [
      field('metadata.labels'),
      [
        `${at}.fieldRef.fieldPath: Unsupported value: "metadata.labels": supported values: "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs"`,
      ],
    ],
    [field(`"metadata.labels['app']"`), []],
    [
      field(`"metadata.name['app']"`),
      [
        `${at}.fieldRef.fieldPath: Invalid value: "metadata.name['app']": error converting fieldPath: field label does not support subscript: metadata.name['app']`,
      ],
    ],
    [
      field('spec.hostname'),
      [
        `${at}.fieldRef.fieldPath: Invalid value: "spec.hostname": error converting fieldPath: field label not supported: spec.hostname`,
      ],
    ],
    ['env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.hugepages-2Mi}}}]', []],
    [
      'env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1k}}}]',
      [
        `${at}.resourceFieldRef.divisor: Invalid value: "limits.cpu": only divisor's values 1m and 1 are supported with the cpu resource`,
      ],
    ],
    ['env: [{name: A, valueFrom: {secretKeyRef: {name: s}}}]', [`${at}.secretKeyRef.key: Required value`]],
    [
      'env: [{name: A, valueFrom: {fileKeyRef: {volumeName: block, path: a, key: K}}}]',
      [`${at}.fileKeyRef.volumeName: Invalid value: "block": referenced volume must be of type emptyDir`],
    ],
    [
      'env: [{name: A, valueFrom: {fileKeyRef: {volumeName: data, path: ../a, key: K}}}]',
      [`${at}.fileKeyRef.path: Invalid value: "../a": must not contain '..'`],
    ],
    [
      'envFrom: [{}, {prefix: "=", configMapRef: {name: c}}]',
      [
        'envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`',
        'envFrom[1].prefix: Invalid value: "=": a valid environment variable name must consist only of printable ASCII characters other than \'=\'',
      ],
    ],
  ])('%s', (container, want) => {
    expect(said(container, VOLUMES)).toEqual(want)
  })
})

describe('mounts and devices', () => {
  it.each([
    ['volumeMounts: [{name: data, mountPath: relative}]', []],
    [
      'volumeMounts: [{name: data, mountPath: /a}, {name: data, mountPath: /a}]',
      ['volumeMounts[1].mountPath: Invalid value: "/a": must be unique'],
    ],
    ['volumeMounts: [{name: nope, mountPath: /a}]', ['volumeMounts[0].name: Not found: "nope"']],
    [
      'volumeMounts: [{name: data, mountPath: /a, subPath: a/../b, subPathExpr: $(A)}]',
      [
        'volumeMounts.subPath: Invalid value: "a/../b": must not contain \'..\'',
        'volumeMounts[0].subPathExpr: Invalid value: "$(A)": subPathExpr and subPath are mutually exclusive',
      ],
    ],
    [
      'volumeMounts: [{name: data, mountPath: /a, recursiveReadOnly: Enabled, mountPropagation: HostToContainer}]',
      [
        'volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true',
        'volumeMounts.recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified',
      ],
    ],
    [
      'volumeMounts: [{name: data, mountPath: /a, mountPropagation: Bidirectional}]',
      [
        'volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers',
      ],
    ],
    [
      'securityContext: {privileged: true}, volumeMounts: [{name: data, mountPath: /a, mountPropagation: Bidirectional}]',
      [],
    ],
    ['volumeDevices: [{name: block, devicePath: /dev/x}]', []],
    [
      'volumeDevices: [{name: data, devicePath: /dev/../x}]',
      [
        'volumeDevices[0].name: Invalid value: "data": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
        'volumeDevices[0].devicePath: Invalid value: "/dev/../x": can not contain backsteps (\'..\')',
      ],
    ],
    [
      'volumeMounts: [{name: block, mountPath: /a}], volumeDevices: [{name: block, devicePath: /dev/x}]',
      [
        'volumeMounts[0].name: Invalid value: "block": must not already exist in volumeDevices',
        'volumeDevices[0].name: Invalid value: "block": must not already exist in volumeMounts',
      ],
    ],
  ])('%s', (container, want) => {
    expect(said(container, VOLUMES)).toEqual(want)
  })
})

describe('probes and hooks', () => {
  it.each([
    ['readinessProbe: {httpGet: {port: web}}', []],
    ['readinessProbe: {}', ['readinessProbe: Required value: must specify a handler type']],
    [
      'livenessProbe: {exec: {}, tcpSocket: {port: 80}}',
      [
        'livenessProbe.exec.command: Required value',
        'livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type',
      ],
    ],
    [
      'livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2, periodSeconds: -1}',
      [
        'livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0',
        'livenessProbe.successThreshold: Invalid value: 2: must be 1',
      ],
    ],
    [
      'readinessProbe: {tcpSocket: {port: 80}, successThreshold: 2, terminationGracePeriodSeconds: 5}',
      ['readinessProbe.terminationGracePeriodSeconds: Invalid value: 5: must not be set for readinessProbes'],
    ],
    [
      'startupProbe: {grpc: {port: 0}}',
      ['startupProbe.grpc.port: Invalid value: 0: must be between 1 and 65535, inclusive'],
    ],
    [
      'lifecycle: {preStop: {sleep: {seconds: 31}}}',
      [
        'lifecycle.preStop.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)',
      ],
    ],
    ['lifecycle: {preStop: {sleep: {seconds: 30}}}', []],
    [
      'lifecycle: {postStart: {httpGet: {port: 80, httpHeaders: [{name: "a b"}]}}}',
      [
        "lifecycle.postStart.httpGet.httpHeaders: Invalid value: \"a b\": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')",
      ],
    ],
  ])('%s', (container, want) => {
    expect(said(container)).toEqual(want)
  })
})

describe('the roles', () => {
  const init = (rest: string): string[] =>
    saidOfPod(`initContainers: [{name: first, image: a, ${rest}}]`).map((line) =>
      line.replace('spec.initContainers[0].', ''),
    )
  it.each([
    [
      'readinessProbe: {tcpSocket: {port: 1}}',
      ['readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always'],
    ],
    ['restartPolicy: Always, readinessProbe: {tcpSocket: {port: 1}}', []],
    [
      'restartPolicy: Sometimes',
      ['restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "Never", "OnFailure"'],
    ],
    [
      'resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]',
      [
        'resizePolicy[0].restartPolicy: Invalid value: "RestartContainer": must not be set to \'RestartContainer\' for non-sidecar initContainers',
      ],
    ],
    ['restartPolicy: Always, resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]', []],
  ])('an init container with %s', (rest, want) => {
    expect(init(rest)).toEqual(want)
  })

  it('an ephemeral container has little', () => {
    expect(
      saidOfPod(
        'ephemeralContainers: [{name: app, image: a, targetContainerName: b, ports: [{containerPort: 1}], restartPolicy: Always}]',
      ),
    ).toEqual([
      'spec.ephemeralContainers[0].name: Duplicate value: "app"',
      'spec.ephemeralContainers[0].targetContainerName: Not found: "b"',
      'spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers[0].restartPolicy: Forbidden: cannot be set for an Ephemeral Container',
      'spec.ephemeralContainers: Forbidden: cannot be set on create',
    ])
  })
})
