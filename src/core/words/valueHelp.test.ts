import { describe, expect, it } from 'vitest'
import { fieldOf } from '../kubernetes/schema/schema'
import { explainedValues, inExplainedOrder, valueHelpOf } from './valueHelp'

describe('what a value means', () => {
  it.each(explainedValues())('$field: $value is one that the field takes', ({ field, value }) => {
    const [owner = '', name = ''] = field.split('.')
    expect(fieldOf(owner, name)?.values).toContain(value)
    expect(valueHelpOf(owner, name, value)).toMatch(/^[A-Z].*\.$/)
  })

  it('is null where nothing is said', () => {
    expect(valueHelpOf('Container', 'imagePullPolicy', 'toString')).toBeNull()
    expect(valueHelpOf('JobSpec', 'completionMode', 'toString')).toBeNull()
  })

  it('tells the order, and what is not explained comes last', () => {
    const modes = ['X', 'ReadWriteOncePod', 'ReadWriteOnce']
    expect(inExplainedOrder('PersistentVolumeClaimSpec', 'accessModes', modes)).toEqual([
      'ReadWriteOnce',
      'ReadWriteOncePod',
      'X',
    ])
    expect(inExplainedOrder('Container', 'x', modes)).toEqual(modes)
  })
})
