import { expect, it } from 'vitest'
import type { JsonObject } from '../../kubernetes/json'
import { judge } from '../judge'

function policy(spec: JsonObject): JsonObject {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'web' }, spec }
}

const INGRESS = 'spec.ingress[0]'

it.each<[string, JsonObject, readonly string[]]>([
  [
    'everything allowed',
    {
      podSelector: {},
      ingress: [{}],
      egress: [{ to: [{ podSelector: {} }], ports: [{ port: 53, endPort: 60 }] }],
    },
    [],
  ],
  [
    'a peer that is none',
    { ingress: [{ from: [{}] }] },
    [`${INGRESS}.from[0]: Required value: must specify a peer`],
  ],
  [
    'a peer that is two',
    { egress: [{ to: [{ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }] }] },
    ['spec.egress[0].to[0]: Forbidden: may not specify both ipBlock and another peer'],
  ],
  [
    'blocks',
    {
      ingress: [
        {
          from: [
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '11.0.0.0/16', '10.0.0.0/8', 'x'] } },
            { ipBlock: {} },
          ],
        },
      ],
    },
    [
      `${INGRESS}.from[0].ipBlock.except[1]: Invalid value: "11.0.0.0/16": must be a strict subset of \`cidr\``,
      `${INGRESS}.from[0].ipBlock.except[2]: Invalid value: "10.0.0.0/8": must be a strict subset of \`cidr\``,
      `${INGRESS}.from[0].ipBlock.except[3]: Invalid value: "x": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)`,
      `${INGRESS}.from[1].ipBlock.cidr: Required value`,
    ],
  ],
  [
    'ports',
    {
      ingress: [
        {
          ports: [
            { port: 80, endPort: 79 },
            { port: 'http', endPort: 80 },
            { endPort: 80 },
            { port: 0, protocol: 'ICMP' },
          ],
        },
      ],
    },
    [
      `${INGRESS}.ports[0].endPort: Invalid value: 79: must be greater than or equal to \`port\``,
      `${INGRESS}.ports[1].endPort: Invalid value: 80: may not be specified when \`port\` is non-numeric`,
      `${INGRESS}.ports[2].endPort: Invalid value: 80: may not be specified when \`port\` is not specified`,
      `${INGRESS}.ports[3].protocol: Unsupported value: "ICMP": supported values: "TCP", "UDP", "SCTP"`,
      `${INGRESS}.ports[3].port: Invalid value: 0: must be between 1 and 65535, inclusive`,
    ],
  ],
  [
    'types',
    { policyTypes: ['ingress'] },
    ['spec.policyTypes[0]: Unsupported value: "ingress": supported values: "Ingress", "Egress"'],
  ],
  [
    'more types than there are',
    { policyTypes: ['Ingress', 'Egress', 'x'] },
    ['spec.policyTypes: Invalid value: ["Ingress","Egress","x"]: may not specify more than two policyTypes'],
  ],
])('%s', (_, spec, said) => {
  expect(judge(policy(spec)).causes.map(({ field, message }) => `${field}: ${message}`)).toEqual(said)
})
