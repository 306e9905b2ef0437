import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { fieldOf, fieldsOf } from './schema/schema'
import { field } from './shape'
import { switchMember, unionOf, unionTypes } from './unions'

describe('the table', () => {
  it.each(unionTypes())('%s names fields that are', (type) => {
    const union = unionOf(type)
    expect(union?.members.length).toBeGreaterThan(1)
    for (const member of union?.members ?? [])
      expect([member, fieldOf(type, member)]).not.toEqual([member, null])
    const { discriminator } = union ?? { discriminator: null }
    if (discriminator === null) return
    expect(fieldOf(type, discriminator.field)).not.toBeNull()
    expect(Object.keys(discriminator.values)).toEqual(union?.members)
  })

  it('has every volume source', () => {
    expect(unionOf('Volume')?.members).toHaveLength(fieldsOf('Volume').length - 1)
    expect(unionOf('Container')).toBeNull()
    expect(unionOf('toString')).toBeNull()
  })
})

function switched(type: string, before: Json, member: string | null): Json | undefined {
  const documents: Json[] = [structuredClone(before)]
  const union = unionOf(type)
  if (union !== null) switchMember([0], union, member)(documents)
  return documents[0]
}

describe('switchMember', () => {
  it.each<[string, Json, string | null, Json]>([
    ['Probe', {}, 'httpGet', { httpGet: { port: '' } }],
    [
      'Probe',
      { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 },
      'tcpSocket',
      { tcpSocket: { port: 'http' }, periodSeconds: 5 },
    ],
    ['Probe', { tcpSocket: { port: 80 } }, 'grpc', { grpc: { port: 80 } }],
    ['Probe', { tcpSocket: { port: 'http' } }, 'grpc', { grpc: { port: 0 } }],
    ['Probe', { exec: { command: ['true'] }, grpc: { port: 1 } }, 'grpc', { grpc: { port: 1 } }],
    ['Probe', { exec: {} }, null, {}],
    [
      'Volume',
      { name: 'v', configMap: { name: 'c', items: [{ key: 'k', path: 'p' }], optional: true } },
      'secret',
      { name: 'v', secret: { secretName: 'c', items: [{ key: 'k', path: 'p' }], optional: true } },
    ],
    [
      'Volume',
      { name: 'v', secret: { secretName: 's', defaultMode: 256 } },
      'persistentVolumeClaim',
      { name: 'v', persistentVolumeClaim: { claimName: 's' } },
    ],
    ['ClusterTrustBundleProjection', { name: 'a', path: 'p' }, 'signerName', { signerName: '', path: 'p' }],
    [
      'Volume',
      { name: 'v', configMap: { items: [{ key: 'k', path: 'p' }] } },
      'downwardAPI',
      { name: 'v', downwardAPI: {} },
    ],
    ['Volume', { name: 'v', hostPath: { path: '/x' } }, 'nfs', { name: 'v', nfs: { server: '', path: '' } }],
    [
      'EnvVarSource',
      { configMapKeyRef: { name: 'a', key: 'b' } },
      'secretKeyRef',
      { secretKeyRef: { name: 'a', key: 'b' } },
    ],
    ['EnvVar', { name: 'A', value: 'x' }, 'valueFrom', { name: 'A', valueFrom: {} }],
    [
      'PodResourceClaim',
      { name: 'a', resourceClaimName: 'x' },
      'resourceClaimTemplateName',
      { name: 'a', resourceClaimTemplateName: 'x' },
    ],
    [
      'MetricSpec',
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } },
      'containerResource',
      {
        type: 'ContainerResource',
        containerResource: { name: 'cpu', target: { type: 'Utilization' }, container: '' },
      },
    ],
    [
      'MetricTarget',
      { type: 'Utilization', averageUtilization: 80 },
      'averageValue',
      { type: 'AverageValue', averageValue: '' },
    ],
    ['Probe', { exec: {} }, 'nothing', { exec: {} }],
    ['Probe', 5, 'exec', 5],
  ])('%s %j to %s', (type, before, member, after) => {
    expect(switched(type, before, member)).toEqual(after)
  })

  it('puts the new one in the place of the old', () => {
    const after = switched('Probe', { tcpSocket: { port: 1 }, periodSeconds: 5 }, 'httpGet')
    expect(JSON.stringify(after)).toBe('{"httpGet":{"port":1},"periodSeconds":5}')
  })

  it.each(unionTypes())('leaves one member of %s alone there, and says so', (type) => {
    const { members = [], discriminator = null } = unionOf(type) ?? {}
    for (const from of members) {
      for (const to of members) {
        const start = switched(type, { kept: 1 }, from)
        const after = switched(type, start ?? null, to)
        const names = discriminator === null ? [to] : [to, discriminator.field]
        expect(new Set(Object.keys(Object(after)))).toEqual(new Set(['kept', ...names]))
        if (discriminator !== null) expect(field(after, discriminator.field)).toBe(discriminator.values[to])
        // What both can say is there again after going back.
        expect(Object.keys(Object(switched(type, after ?? null, from)))).toEqual(Object.keys(Object(start)))
      }
    }
  })
})
