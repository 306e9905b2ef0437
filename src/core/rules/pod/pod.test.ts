import { describe, expect, it } from 'vitest'
import { causesOf, judged, saidOfPod } from '../../../golden/judgedPod'

const SUBDOMAIN =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"

describe('a pod', () => {
  it.each([
    [
      'restartPolicy: always',
      ['spec.restartPolicy: Unsupported value: "always": supported values: "Always", "OnFailure", "Never"'],
    ],
    [
      'dnsPolicy: None',
      ['spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None'],
    ],
    [
      'dnsPolicy: None, dnsConfig: {searches: [a]}',
      [
        'spec.dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None',
      ],
    ],
    [
      'dnsConfig: {searches: [_tcp.a, a., .], options: [{}]}',
      ['spec.dnsConfig.options[0]: Required value: must not be empty'],
    ],
    [
      'dnsConfig: {nameservers: [1.2.3]}',
      [
        'spec.dnsConfig.nameservers[0]: Invalid value: "1.2.3": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    ],
    [
      'hostAliases: [{ip: 10.0.0.1, hostnames: [A]}]',
      [`spec.hostAliases[0].hostnames[0]: Invalid value: "A": ${SUBDOMAIN}`],
    ],
    ['serviceAccountName: A', [`spec.serviceAccountName: Invalid value: "A": ${SUBDOMAIN}`]],
    ['runtimeClassName: ""', [`spec.runtimeClassName: Invalid value: "": ${SUBDOMAIN}`]],
    ['priorityClassName: ""', []],
    ['hostname: a.b', ['spec.hostname: Invalid value: "a.b": must not contain dots']],
    [
      'activeDeadlineSeconds: 0',
      ['spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive'],
    ],
    ['terminationGracePeriodSeconds: -5', []],
    [
      'preemptionPolicy: Sometimes',
      [
        'spec.preemptionPolicy: Unsupported value: "Sometimes": supported values: "PreemptLowerPriority", "Never"',
      ],
    ],
    [
      'readinessGates: [{conditionType: a/b/c}]',
      [
        "spec.readinessGates[0].conditionType: Invalid value: \"a/b/c\": a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
      ],
    ],
    ['schedulingGates: [{name: a}, {name: a}]', ['spec.schedulingGates[1]: Duplicate value: "a"']],
    [
      'schedulingGates: [{name: a}], nodeName: b',
      ['spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared'],
    ],
    [
      'hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true',
      [
        'spec.hostNetwork: Forbidden: when `hostUsers` is false',
        'spec.HostPID: Forbidden: when `hostUsers` is false',
        'spec.HostIPC: Forbidden: when `hostUsers` is false',
      ],
    ],
    [
      'hostnameOverride: a, hostNetwork: true',
      ['spec.hostnameOverride: Forbidden: may not be specified when hostNetwork is true'],
    ],
    [
      'resourceClaims: [{name: a}, {name: a, resourceClaimName: b}]',
      [
        'spec.resourceClaims[0]: Invalid value: {"Name":"a","ResourceClaimName":null,"ResourceClaimTemplateName":null}: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`',
        'spec.resourceClaims[1].name: Duplicate value: "a"',
      ],
    ],
    ['schedulingGroup: {podGroupName: A}', []],
  ])('%s', (spec, want) => {
    expect(saidOfPod(spec)).toEqual(want)
  })

  it('without containers is none', () => {
    const pod = '{apiVersion: v1, kind: Pod, metadata: {name: w}, spec: {containers: []}}'
    expect(causesOf(pod)).toEqual(['spec.containers: Required value'])
    expect(judged(pod).message).toBe('Pod "w" is invalid: spec.containers: Required value')
  })
})

describe('annotations that Kubernetes reads', () => {
  const annotated = (annotations: string, spec = ''): string[] =>
    causesOf(
      `{apiVersion: v1, kind: Pod, metadata: {name: w, annotations: {${annotations}}}, spec: {containers: [{name: app, image: a, ${spec}}]}}`,
    )
  const cost = 'controller.kubernetes.io/pod-deletion-cost'
  const seccomp = 'container.seccomp.security.alpha.kubernetes.io/app'
  const appArmor = 'container.apparmor.security.beta.kubernetes.io'
  it.each([
    [`${cost}: "-5"`, '', []],
    [`${cost}: "007"`, '', [`metadata.annotations[${cost}]: Invalid value: "007": must be a 32bit integer`]],
    [
      `${cost}: "2147483648"`,
      '',
      [`metadata.annotations[${cost}]: Invalid value: "2147483648": must be a 32bit integer`],
    ],
    [
      'kubernetes.io/config.mirror: x',
      '',
      [
        'metadata.annotations[kubernetes.io/config.mirror]: Invalid value: "x": must set spec.nodeName if mirror pod annotation is set',
      ],
    ],
    [
      `${seccomp}: strict`,
      '',
      [`metadata.annotations.${seccomp}: Invalid value: "strict": must be a valid seccomp profile`],
    ],
    [
      `${seccomp}: localhost/../a`,
      '',
      [`metadata.annotations.${seccomp}: Invalid value: "../a": must not contain '..'`],
    ],
    [
      `${seccomp}: unconfined`,
      'securityContext: {seccompProfile: {type: RuntimeDefault}}',
      [
        'spec.containers[0].securityContext.seccompProfile.type: Forbidden: seccomp type in annotation and field must match',
      ],
    ],
    [`${seccomp}: docker/default`, 'securityContext: {seccompProfile: {type: RuntimeDefault}}', []],
    [
      `${appArmor}/other: unconfined`,
      '',
      [`metadata.annotations[${appArmor}/other]: Invalid value: "other": container not found`],
    ],
    [
      `${appArmor}/app: mine`,
      '',
      [`metadata.annotations[${appArmor}/app]: Invalid value: "mine": invalid AppArmor profile name: "mine"`],
    ],
    [
      `${appArmor}/app: localhost/a`,
      'securityContext: {appArmorProfile: {type: Localhost, localhostProfile: b}}',
      [
        'spec.containers[0].securityContext.appArmorProfile.localhostProfile: Forbidden: apparmor profile in annotation and field must match',
      ],
    ],
  ])('%s (%s)', (annotations, container, want) => {
    expect(annotated(annotations, container)).toEqual(want)
  })
})

describe('a pod template', () => {
  const said = (metadata: string, spec: string): string[] =>
    causesOf(
      `{apiVersion: apps/v1, kind: Deployment, metadata: {name: w}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}, ${metadata}}, spec: {${spec}}}}}`,
    )
  it.each([
    [
      'annotations: {"a b": c}',
      'containers: [{name: a, image: " b"}]',
      "spec.template.annotations: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
    [
      '',
      'containers: [{name: a, image: b}], ephemeralContainers: [{name: c, image: d}]',
      'spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template',
    ],
    [
      '',
      'hostNetwork: true, containers: [{name: a, image: b, ports: [{containerPort: 1}, {containerPort: 2, hostPort: 3}]}]',
      'spec.template.spec.containers[0].ports[1].hostPort: Invalid value: 3: must match `containerPort` when `hostNetwork` is true',
    ],
    [
      '',
      'volumes: [{name: v, image: {}}], containers: [{name: A, image: b}]',
      "spec.template.spec.containers[0].name: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  ])('%s %s', (metadata, spec, want) => {
    expect(said(metadata, spec)).toEqual([want])
  })
})

describe('admission', () => {
  const pod = (metadata: string, spec: string): string =>
    `{apiVersion: v1, kind: Pod, metadata: {name: w, ${metadata}}, spec: {containers: [{name: a, image: b}], ${spec}}}`
  it.each([
    [pod('namespace: A.b', ''), 404, 'namespaces "A.b" not found'],
    [pod('namespace: other', ''), 201, ''],
    [
      pod('', 'priority: 5'),
      403,
      'pods "w" is forbidden: the integer value of priority (5) must not be provided in pod spec; priority admission controller computed 0 from the given PriorityClass name',
    ],
    [pod('', 'priority: 0'), 201, ''],
    [pod('', 'priorityClassName: mine, priority: 5'), 201, ''],
    [pod('', 'priorityClassName: system-node-critical, priority: 2000001000'), 201, ''],
    [
      pod('', 'overhead: {cpu: 1}'),
      403,
      'pods "w" is forbidden: pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
    ],
    [
      pod('', 'overhead: {cpus: 1}'),
      422,
      'Pod "w" is invalid: [spec.overhead.limits[cpus]: Invalid value: "cpus": must be a standard resource type or fully qualified, spec.overhead.limits[cpus]: Invalid value: "cpus": must be a standard resource for containers]',
    ],
  ])('%s', (yaml, status, message) => {
    expect(judged(yaml)).toMatchObject({ status, message })
  })
})
