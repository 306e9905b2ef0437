import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { qosClassOf, storedQosClassOf, type QosClass } from './qos'

const both = (cpu: Json, memory: Json): Json => ({ cpu, memory })

describe('the class of a pod', () => {
  it.each<[Json | undefined, QosClass]>([
    [undefined, 'BestEffort'],
    [{ containers: [{}, { resources: {} }] }, 'BestEffort'],
    [{ containers: [{ resources: { requests: { cpu: 0, 'ephemeral-storage': '1Gi' } } }] }, 'BestEffort'],
    [{ containers: [{ resources: { requests: { cpu: '100m' } } }] }, 'Burstable'],
    [{ containers: [{ resources: { limits: both('100m', '1Gi') } }] }, 'Guaranteed'],
    [
      { containers: [{ resources: { limits: both('0.7', '1Gi'), requests: both('700m', '1024Mi') } }] },
      'Guaranteed',
    ],
    [{ containers: [{ resources: { limits: both('1', '1Gi'), requests: { cpu: '500m' } } }] }, 'Burstable'],
    [{ containers: [{ resources: { limits: { cpu: '1' } } }] }, 'Burstable'],
    [{ containers: [{ resources: { limits: both(1, 1) } }, {}] }, 'Burstable'],
    [{ containers: [{ resources: { limits: both(1, 1) } }], initContainers: [{}] }, 'Burstable'],
    [{ containers: [{}], resources: { limits: both(1, 1) } }, 'Guaranteed'],
    [{ containers: [{ resources: { requests: both(2, 2) } }] }, 'Burstable'],
    [{ containers: 5, initContainers: [null] }, 'BestEffort'],
    [{ containers: [{ resources: { limits: both('much', {}) } }] }, 'BestEffort'],
  ])('%j is %s', (podSpec, qos) => {
    expect(qosClassOf(podSpec)).toBe(qos)
  })
})

interface Case {
  readonly name: string
  readonly pod: { readonly spec: Json }
  readonly expected: string
}

const FILE = '../shared/golden/kubelet/qos.json'

describe('against Kubernetes’ own cases', () => {
  if (!existsSync(FILE)) console.info(`skipped: ${FILE} is absent`)
  const { cases }: { cases: Case[] } = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, 'utf8'))
    : { cases: [] }
  it(`all ${cases.length} of them`, () => {
    for (const { name, pod, expected } of cases)
      expect([name, storedQosClassOf(pod.spec)]).toEqual([name, expected])
  })
})
