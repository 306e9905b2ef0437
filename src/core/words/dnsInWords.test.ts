import { describe, expect, it } from 'vitest'
import type { Json } from '../kubernetes/json'
import { fieldOf } from '../kubernetes/schema/schema'
import { dnsInWords } from './dnsInWords'

describe('dnsInWords', () => {
  it.each<[Json | undefined, RegExp]>([
    [undefined, /^Names are asked of the cluster’s DNS, which knows Services, and other names outside\.$/],
    [{ dnsPolicy: 'ClusterFirst', hostNetwork: true }, /as its node asks .*ClusterFirstWithHostNet asks/],
    [{ dnsPolicy: 'ClusterFirstWithHostNet', hostNetwork: true }, /^Names are asked of the cluster’s DNS/],
    [{ dnsPolicy: 'Default' }, /as its node asks them: Services are not known by name\.$/],
    [{ dnsPolicy: 'None' }, /only as the DNS config says\. It names no server: refused\.$/],
    [
      { dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.10'], searches: ['a.local', 'b.local'] } },
      /says\. Asked: 10\.0\.0\.10\. Short names are tried with a\.local, b\.local\.$/,
    ],
    [{ dnsConfig: { nameservers: ['1.1.1.1'] } }, /Also asked: 1\.1\.1\.1\.$/],
    [{ dnsPolicy: 'toString' }, /^No such policy\.$/],
    [{ dnsPolicy: {}, dnsConfig: 5 }, /^Names are asked of the cluster/],
  ])('%j', (podSpec, words) => {
    expect(dnsInWords(podSpec)).toMatch(words)
  })

  it('knows every policy', () => {
    const policies = fieldOf('PodSpec', 'dnsPolicy')?.values ?? []
    expect(policies.length).toBeGreaterThan(3)
    for (const dnsPolicy of policies) expect(dnsInWords({ dnsPolicy })).not.toBe('No such policy.')
  })
})
