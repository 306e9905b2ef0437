import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { affinityInWords, spreadInWords } from './affinityInWords'
import { tolerationInWords } from './tolerationInWords'

const web = { matchLabels: { app: 'web' } }
const arch = (operator: string, ...values: string[]): Json => ({
  matchExpressions: [{ key: 'arch', operator, values }],
})
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution'
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution'

describe('a toleration', () => {
  it.each<[Json | undefined, string]>([
    [{ key: 'dedicated', value: 'web' }, 'Tolerates the taint dedicated = web.'],
    [
      { key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' },
      'Tolerates the taint dedicated, where it keeps pods away (NoSchedule).',
    ],
    [
      { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 },
      'Tolerates the taint a, where it drives pods out (NoExecute), for 5 min.',
    ],
    [{ key: 'a', operator: 'Exists', tolerationSeconds: 300 }, 'Tolerates the taint a.'],
    [{ key: 'load', operator: 'Lt', value: '5' }, 'Tolerates the taint load below 5.'],
    [{ operator: 'Exists' }, 'Tolerates every taint.'],
    [{ key: 'a' }, 'Tolerates the taint a = (empty).'],
    [{ key: 'a', operator: 'toString', effect: 'x' }, 'Tolerates the taint a.'],
    [{}, 'It says no taint yet.'],
    [5, 'It says no taint yet.'],
    [undefined, 'It says no taint yet.'],
  ])('%j', (toleration, words) => {
    expect(tolerationInWords(toleration)).toBe(words)
  })
})

describe('an affinity', () => {
  it.each<[Json | undefined, string[]]>([
    [
      {
        nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [arch('In', 'arm64', 'amd64'), arch('Gt', '5')] } },
      },
      ['Only on nodes with arch = arm64 or amd64, or nodes with arch above 5.'],
    ],
    [
      {
        nodeAffinity: {
          [REQUIRED]: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }],
          },
          [PREFERRED]: [{ weight: 10, preference: arch('NotIn', 'arm64') }],
        },
      },
      ['Only on nodes with metadata.name = n1.', 'Rather on nodes without arch = arm64 (weight 10).'],
    ],
    [
      {
        podAffinity: { [REQUIRED]: [{ labelSelector: web, topologyKey: 'topology.kubernetes.io/zone' }] },
        podAntiAffinity: {
          [REQUIRED]: [{ labelSelector: {}, topologyKey: 'rack', namespaces: ['a', 'b'] }],
          [PREFERRED]: [
            {
              weight: 1,
              podAffinityTerm: {
                labelSelector: web,
                topologyKey: 'kubernetes.io/hostname',
                namespaceSelector: {},
              },
            },
          ],
        },
      },
      [
        'Only beside pods with app = web in the same zone.',
        'Never beside any pods of namespace a or b where rack is the same.',
        'Rather not beside pods with app = web of any namespace on the same node (weight 1).',
      ],
    ],
    [
      { podAffinity: { [REQUIRED]: [{}] }, nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{}] } } },
      ['Only on no nodes at all.', 'Only beside no pods at all where (no key yet) is the same.'],
    ],
    [{ podAffinity: 5, nodeAffinity: [] }, []],
    [undefined, []],
  ])('%j', (affinity, words) => {
    expect(affinityInWords(affinity)).toEqual(words)
  })
})

describe('spreading', () => {
  it.each<[Json | undefined, string]>([
    [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: web,
      },
      'Of pods with app = web, no zone has over 1 more than another; else the pod waits.',
    ],
    [
      {
        maxSkew: 2,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: {},
      },
      'Of all pods of the namespace, no node has over 2 more than another; if that can be done.',
    ],
    [
      { labelSelector: web, minDomains: 3, topologyKey: 'rack' },
      'Of pods with app = web, no value of rack has over 1 more than another, and there must be 3 of them before one gets more; else the pod waits.',
    ],
    [{}, 'It counts no pods: nothing is spread.'],
    ['x', 'It counts no pods: nothing is spread.'],
  ])('%j', (constraint, words) => {
    expect(spreadInWords(constraint)).toBe(words)
  })
})
