import { describe, expect, it } from 'vitest'
import type { Json } from '../../kubernetes/json'
import { ordinaryNode } from '../api/bootstrap'
import { isObject } from '../../kubernetes/json'
import { columnNames, objectCells } from './objectCells'

const NOW = Date.UTC(2030, 0, 1)

function row(kind: string, object: unknown, wide = false): readonly (string | number)[] {
  return objectCells(kind, isObject(object) ? object : {}, NOW, wide)
}

describe('rows of what stands around', () => {
  it.each<[string, Json, readonly (string | number)[]]>([
    ['Node', { metadata: { name: 'n' } }, ['n', 'Unknown', '<none>', '<unknown>', '']],
    ['ServiceAccount', { metadata: { name: 's' }, secrets: [{}] }, ['s', 1, '<unknown>']],
    [
      'HorizontalPodAutoscaler',
      {
        metadata: { name: 'h' },
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'web' },
          maxReplicas: 5,
          metrics: [
            {
              type: 'Resource',
              resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
            },
          ],
        },
      },
      ['h', 'Deployment/web', 'cpu: <unknown>/80%', '<unset>', 5, 0, '<unknown>'],
    ],
    [
      'PodDisruptionBudget',
      { metadata: { name: 'p' }, spec: { minAvailable: '50%' } },
      ['p', '50%', 'N/A', 0, '<unknown>'],
    ],
    [
      'ControllerRevision',
      {
        metadata: { name: 'c', ownerReferences: [{ kind: 'StatefulSet', name: 'db', controller: true }] },
        revision: 2,
      },
      ['c', 'statefulset.apps/db', 2, '<unknown>'],
    ],
    [
      'Ingress',
      { metadata: { name: 'i' }, spec: { tls: [{}], rules: [{ host: 'a.b' }, { host: 'c.d' }] } },
      ['i', '<none>', 'a.b,c.d', '', '80, 443', '<unknown>'],
    ],
    [
      'Ingress',
      { metadata: { name: 'i' }, spec: { ingressClassName: 'nginx' } },
      ['i', 'nginx', '*', '', '80', '<unknown>'],
    ],
    [
      'NetworkPolicy',
      { metadata: { name: 'n' }, spec: { podSelector: { matchLabels: { a: 'b' } } } },
      ['n', 'a=b', '<unknown>'],
    ],
  ])('%s', (kind, object, cells) => {
    expect(row(kind, object)).toEqual(cells)
    expect(columnNames(kind, false)).toHaveLength(cells.length)
  })

  it('a node says whether pods may be put on it', () => {
    const node = { ...ordinaryNode('n'), spec: { unschedulable: true } }
    expect(row('Node', node)[1]).toBe('Ready,SchedulingDisabled')
    expect(row('Node', node, true)).toHaveLength(columnNames('Node', true).length)
  })
})
