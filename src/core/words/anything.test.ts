import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { qosClassOf } from '../kubernetes/qos'
import type { FieldType } from '../kubernetes/schema/field'
import { fieldsOf } from '../kubernetes/schema/schema'
import { affinityInWords, spreadInWords } from './affinityInWords'
import { disruptionInWords } from './disruptionInWords'
import { dnsInWords } from './dnsInWords'
import { jobInWords } from './jobInWords'
import { policyInWords } from './policyInWords'
import { handlerInWords, probeInWords } from './probeInWords'
import { qosInWords } from './qosInWords'
import { resourceShare } from './resourceShares'
import { scalingInWords } from './scalingInWords'
import { selectorInWords } from './selectorInWords'
import { daemonSetStrategyInWords, statefulSetStrategyInWords, strategyInWords } from './strategyInWords'
import { terminationInWords } from './terminationInWords'
import { tolerationInWords } from './tolerationInWords'

/*
 * Words are made of text that anybody may type: mappings as the schema has them, with anything in place of their parts.
 */

const wrong: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, 1e21, '', 'x', '5%', '-3', '100m'),
  fc.constantFrom<Json>([], {}, [null], [[]], { a: { b: 1 } }, ['a', 5]),
)

function valueOf(type: FieldType, depth: number): fc.Arbitrary<Json> {
  if (depth === 0) return wrong
  const right: Record<FieldType['is'], () => fc.Arbitrary<Json>> = {
    scalar: () => wrong,
    list: () => (type.is === 'list' ? fc.array(valueOf(type.of, depth), { maxLength: 2 }) : wrong),
    map: () =>
      type.is === 'map'
        ? fc.dictionary(fc.constantFrom('cpu', 'memory', 'app'), valueOf(type.of, depth), { maxKeys: 2 })
        : wrong,
    object: () => (type.is === 'object' ? mappingOf(type.type, depth - 1) : wrong),
  }
  return fc.oneof({ weight: 6, arbitrary: right[type.is]() }, { weight: 1, arbitrary: wrong })
}

function mappingOf(type: string, depth: number): fc.Arbitrary<Json> {
  const fields = fieldsOf(type).map(({ name, type: of, values }): [string, fc.Arbitrary<Json>] => [
    name,
    values.length === 0 ? valueOf(of, depth) : fc.oneof(fc.constantFrom<Json>(...values), valueOf(of, depth)),
  ])
  return fc.record<Record<string, Json>>(Object.fromEntries(fields), { requiredKeys: [] })
}

const WORDS: Readonly<Record<string, readonly [type: string, (value: Json) => string | readonly string[]]>> =
  {
    probe: ['Probe', (value) => probeInWords(value, 'livenessProbe')],
    hook: ['LifecycleHandler', handlerInWords],
    rollout: ['DeploymentStrategy', (value) => strategyInWords(value, 3)],
    'StatefulSet’s rollout': ['StatefulSetUpdateStrategy', (value) => statefulSetStrategyInWords(value, 3)],
    'DaemonSet’s rollout': ['DaemonSetUpdateStrategy', daemonSetStrategyInWords],
    Job: ['JobSpec', jobInWords],
    resources: ['ResourceRequirements', (value) => resourceShare(value, 'cpu')?.words ?? ''],
    memory: ['ResourceRequirements', (value) => resourceShare(value, 'memory')?.words ?? ''],
    selector: [
      'LabelSelector',
      (value) => selectorInWords({ owner: 'NetworkPolicySpec', name: 'podSelector' }, value),
    ],
    toleration: ['Toleration', tolerationInWords],
    affinity: ['Affinity', affinityInWords],
    spread: ['TopologySpreadConstraint', spreadInWords],
    DNS: ['PodSpec', dnsInWords],
    end: ['PodSpec', terminationInWords],
    quality: ['PodSpec', (value) => qosInWords(qosClassOf(value))],
    autoscaler: ['HorizontalPodAutoscalerSpec', scalingInWords],
    policy: ['NetworkPolicySpec', policyInWords],
    budget: ['PodDisruptionBudgetSpec', (value) => disruptionInWords(value, 3)],
  }

describe('anything can be said in words', () => {
  it.each(Object.entries(WORDS))('%s', (_, [type, words]) => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mappingOf(type, 4) }, wrong), (value) => {
        const said = [words(value)].flat().join(' ')
        expect(said).not.toMatch(/undefined|NaN|\[object|null/)
        if (said !== '') expect(said).toMatch(/\S$/)
      }),
      { numRuns: 200 },
    )
  })
})
