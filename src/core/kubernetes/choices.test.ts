import { describe, expect, it } from 'vitest'
import { fieldsRuledOut, ruledFields } from './choices'
import { setChoice } from './edits/setChoice'
import type { Json } from './json'
import { fieldOf } from './schema/schema'

describe('the table', () => {
  it.each(ruledFields())('$chooses and $field are fields, and their values are known', (row) => {
    const [owner = '', name = ''] = row.chooses.split('.')
    expect(fieldOf(owner, row.field)).not.toBeNull()
    const values = fieldOf(owner, name)?.values ?? []
    expect(values.length).toBeGreaterThan(1)
    expect([...values, '']).toEqual(expect.arrayContaining([...row.values]))
    expect(values.some((value) => fieldsRuledOut(owner, name, value).includes(row.field))).toBe(true)
    expect(values.some((value) => !fieldsRuledOut(owner, name, value).includes(row.field))).toBe(true)
  })

  it('rules nothing elsewhere', () => {
    expect(fieldsRuledOut('ServiceSpec', 'type', 'ClusterIP')).toEqual([])
    expect(fieldsRuledOut('toString', 'x', '')).toEqual([])
  })
})

describe('setChoice', () => {
  it.each<[string, string, Json, string, Json]>([
    [
      'DeploymentStrategy',
      'type',
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
      'Recreate',
      { type: 'Recreate' },
    ],
    [
      'DeploymentStrategy',
      'type',
      { rollingUpdate: {} },
      'RollingUpdate',
      { type: 'RollingUpdate', rollingUpdate: {} },
    ],
    ['DeploymentStrategy', 'type', { type: 'RollingUpdate', rollingUpdate: {} }, '', { rollingUpdate: {} }],
    ['Toleration', 'operator', { key: 'a', value: 'b' }, 'Exists', { key: 'a', operator: 'Exists' }],
    ['Toleration', 'effect', { effect: 'NoExecute', tolerationSeconds: 5 }, '', {}],
    [
      'SeccompProfile',
      'type',
      { type: 'Localhost', localhostProfile: 'p' },
      'RuntimeDefault',
      { type: 'RuntimeDefault' },
    ],
    ['PodSpec', 'dnsPolicy', { values: [1] }, 'None', { values: [1], dnsPolicy: 'None' }],
    ['Toleration', 'operator', 5, '', 5],
  ])('%s.%s of %j to “%s”', (owner, name, before, value, after) => {
    const documents: Json[] = [structuredClone(before)]
    setChoice([0, name], owner, value)(documents)
    expect(documents).toEqual([after])
  })
})
