import { describe, expect, it } from 'vitest'
import { qosClassOf } from '../kubernetes/qos'
import { qosInWords } from './qosInWords'

describe('qosInWords', () => {
  it.each([
    [{}, /^Best effort: .* first to go\.$/],
    [{ containers: [{ resources: { requests: { cpu: 1 } } }] }, /^Burstable: .* more than that\.$/],
    [{ resources: { limits: { cpu: 1, memory: 1 } } }, /^Guaranteed: .* last to go\.$/],
  ])('of %j', (podSpec, words) => {
    expect(qosInWords(qosClassOf(podSpec))).toMatch(words)
  })
})
