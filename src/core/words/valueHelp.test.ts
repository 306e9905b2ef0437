import { describe, expect, it } from 'vitest'
import { fieldOf } from '../kubernetes/schema/schema'
import { explainedValues, valueHelpOf } from './valueHelp'

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
})
