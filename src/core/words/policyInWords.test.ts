import { expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { policyInWords } from './policyInWords'

const NO_EGRESS = 'It says nothing of what may go out.'
const web = { podSelector: { matchLabels: { role: 'front' } } }

it.each<[Json | undefined, string, string]>([
  [{}, 'Nothing may come in.', NO_EGRESS],
  [undefined, 'Nothing may come in.', NO_EGRESS],
  [{ ingress: [{}] }, 'Anything may come in.', NO_EGRESS],
  [
    { ingress: [{ from: [web], ports: [{ port: 8080 }, { protocol: 'UDP', port: 'dns' }] }] },
    'May come in: from pods with role = front on TCP 8080, UDP dns. Nothing else.',
    NO_EGRESS,
  ],
  [
    { ingress: [{ ports: [{ port: 1, endPort: 9 }] }] },
    'May come in: from anywhere on TCP 1–9. Nothing else.',
    NO_EGRESS,
  ],
  [{ policyTypes: ['Egress'] }, 'It says nothing of what may come in.', 'Nothing may go out.'],
  [
    {
      ingress: [{ from: [{ namespaceSelector: {} }] }],
      egress: [
        { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }, { ipBlock: { cidr: '::/0' } }] },
      ],
    },
    'May come in: from any pod of any namespace. Nothing else.',
    'May go out: to 10.0.0.0/8 but not 10.1.0.0/16 or ::/0. Nothing else.',
  ],
  [
    {
      ingress: [
        { from: [{ ...web, namespaceSelector: { matchLabels: { a: 'b' } } }, { podSelector: {} }, {}] },
      ],
    },
    'May come in: from pods with role = front of namespaces with a = b or any pod or (nobody yet). Nothing else.',
    NO_EGRESS,
  ],
  [{ ingress: [{ ports: [{}] }, null], egress: 5 }, 'Anything may come in.', NO_EGRESS],
])('%j', (spec, ingress, egress) => {
  expect(policyInWords(spec)).toEqual([ingress, egress])
})
