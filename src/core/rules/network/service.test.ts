import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'

function service(spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', ...metadata },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
  }
}

function saidOf(document: Json): string[] {
  return judge(document).causes.map(({ field, message }) => `${field}: ${message}`)
}

describe('what the cluster can’t give', () => {
  it.each<[string, JsonObject, readonly string[]]>([
    [
      'an address outside its range, and nothing else is said then',
      { clusterIP: '10.0.0.10', ports: [] },
      [
        'spec.clusterIPs: Invalid value: ["10.0.0.10"]: failed to allocate IP 10.0.0.10: the provided IP (10.0.0.10) is not in the valid range. The range of valid IPs is 10.96.0.0/16',
      ],
    ],
    [
      'the address of the network itself',
      { clusterIP: '10.96.0.0' },
      [
        'spec.clusterIPs: Invalid value: ["10.96.0.0"]: failed to allocate IP 10.96.0.0: the provided IP (10.96.0.0) is not in the valid range. The range of valid IPs is 10.96.0.0/16',
      ],
    ],
    ['an address inside its range', { clusterIP: '10.96.0.77' }, []],
    [
      'an IPv6 address',
      { clusterIP: '2001:db8::1' },
      ['spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster'],
    ],
    [
      'IPv6',
      { ipFamilies: ['IPv6'] },
      ['spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster'],
    ],
    [
      'both families',
      { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] },
      [
        'spec.ipFamilies[1]: Invalid value: "IPv6": not configured on this cluster',
        'spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services',
      ],
    ],
    [
      'both families, unless the Service is headless and has no selector',
      { clusterIP: 'None', selector: null, ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] },
      [],
    ],
    [
      'a node port twice',
      {
        type: 'NodePort',
        ports: [
          { name: 'a', port: 80, nodePort: 30080 },
          { name: 'b', port: 81, nodePort: 30080 },
        ],
      },
      ['spec.ports[1].nodePort: Invalid value: 30080: provided port is already allocated'],
    ],
    [
      'a node port twice, unless the ports are of the same number',
      {
        type: 'NodePort',
        ports: [
          { name: 'a', port: 53, nodePort: 30053 },
          { name: 'b', port: 53, protocol: 'UDP' },
        ],
      },
      [],
    ],
    [
      'a node port outside the range',
      { type: 'NodePort', ports: [{ port: 80, nodePort: 8080 }] },
      [
        'spec.ports[0].nodePort: Invalid value: 8080: provided port is not in the valid range. The range of valid ports is 30000-32767',
      ],
    ],
  ])('%s', (_, spec, said) => expect(saidOf(service(spec))).toEqual(said))
})

describe('what is said', () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ['of no ports', { ports: [] }, ['spec.ports: Required value']],
    ['nothing of no ports where there is no address', { ports: [], clusterIP: 'None' }, []],
    [
      'of names where there are several ports',
      { ports: [{ port: 80 }, { port: 81, name: 'b' }] },
      ['spec.ports[0].name: Required value'],
    ],
    [
      'of the same port twice, which gets the same node port',
      {
        type: 'NodePort',
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ],
      },
      [
        'spec.ports[1].nodePort: Duplicate value: 32769',
        'spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}',
      ],
    ],
    [
      'of a node port without need',
      { ports: [{ port: 80, nodePort: 30080 }] },
      ["spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"],
    ],
    [
      'of a target that is neither number nor name',
      { ports: [{ port: 80, targetPort: '8080' }] },
      ['spec.ports[0].targetPort: Invalid value: "8080": must contain at least one letter (a-z)'],
    ],
    [
      'of a load balancer that is headless',
      { type: 'LoadBalancer', clusterIP: 'None' },
      ['spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for LoadBalancer services'],
    ],
    [
      'of an external name that has an address',
      {
        type: 'ExternalName',
        externalName: 'db.example.com.',
        clusterIP: 'none',
        ipFamilyPolicy: 'SingleStack',
      },
      [
        'spec.clusterIPs: Forbidden: may not be set for ExternalName services',
        'spec.ipFamilyPolicy: Forbidden: may not be set for ExternalName services',
      ],
    ],
    ['of an external name that is none', { type: 'ExternalName' }, ['spec.externalName: Required value']],
    [
      'of an address that is none',
      { clusterIP: 'none' },
      [
        'spec.clusterIPs[0]: Invalid value: "none": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    ],
    [
      'of two addresses, and which is first',
      { clusterIP: '10.96.0.4', clusterIPs: ['10.96.0.5'] },
      ['spec.clusterIPs: Invalid value: ["10.96.0.5"]: first value must match `clusterIP`'],
    ],
    [
      'of a family that does not fit',
      { clusterIP: '2001:db8::1', ipFamilies: ['IPv4'] },
      [
        'spec.clusterIPs[0]: Invalid value: "2001:db8::1": expected an IPv4 value as indicated by `ipFamilies[0]`',
      ],
    ],
    [
      'of outside addresses that lead back',
      { externalIPs: ['127.0.0.1', '0.0.0.0', '169.254.1.1', '224.0.0.9', 'fe80::1'] },
      [
        'spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        'spec.externalIPs[1]: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)',
        'spec.externalIPs[2]: Invalid value: "169.254.1.1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
        'spec.externalIPs[3]: Invalid value: "224.0.0.9": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)',
        'spec.externalIPs[4]: Invalid value: "fe80::1": may not be in the link-local range (169.254.0.0/16, fe80::/10)',
      ],
    ],
    [
      'of ranges that are none, by the field’s old name',
      { type: 'LoadBalancer', loadBalancerSourceRanges: [' 10.0.0.0/8 ', '10.0.0.0'] },
      [
        'spec.LoadBalancerSourceRanges[1]: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
      ],
    ],
    [
      'of what only load balancers have',
      {
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        loadBalancerClass: 'a',
        allocateLoadBalancerNodePorts: true,
      },
      [
        "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.allocateLoadBalancerNodePorts: Forbidden: may only be used when `type` is 'LoadBalancer'",
        "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'",
      ],
    ],
    [
      'of outside traffic that can’t come',
      { externalTrafficPolicy: 'Local' },
      [
        'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
      ],
    ],
    [
      'of a health check that nobody asks',
      { type: 'LoadBalancer', healthCheckNodePort: 30000 },
      [
        "spec.healthCheckNodePort: Invalid value: 30000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      ],
    ],
    [
      'of a long affinity',
      { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } } },
      [
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be greater than 0 and less than 86400',
      ],
    ],
    [
      'of a far distribution',
      { trafficDistribution: 'Far' },
      [
        'spec.trafficDistribution: Unsupported value: "Far": supported values: "PreferClose", "PreferSameZone", "PreferSameNode"',
      ],
    ],
  ])('%s', (_, spec, said) => expect(saidOf(service(spec))).toEqual(said))

  it('of ranges in the old annotation', () => {
    const annotations = { 'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8, x' }
    const field = 'metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]'
    expect(saidOf(service({ type: 'LoadBalancer' }, { annotations }))).toEqual([
      `${field}: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)`,
    ])
  })
})

it.each<[JsonObject, readonly string[]]>([
  [
    { externalIPs: ['10.1.2.3'] },
    ['spec.externalIPs is deprecated and may no longer be implemented in some clusters'],
  ],
  [{ clusterIP: 'None', externalIPs: ['10.1.2.3'] }, ['spec.externalIPs is ignored for headless services']],
  [{ externalName: 'a.example.com' }, ['spec.externalName is ignored when spec.type is not "ExternalName"']],
  [
    { trafficDistribution: 'PreferClose' },
    ['spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"'],
  ],
])('%j is warned of', (spec, warnings) => expect(judge(service(spec)).warnings).toEqual(warnings))
