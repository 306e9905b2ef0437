import { describe, expect, it } from 'vitest'
import { dns1123Label, labelKey, portName } from '../../../core/kubernetes/names'
import { complaint } from './complaint'

describe('complaint', () => {
  it('leaves out the regular expression', () => {
    expect(complaint(dns1123Label('A'))).toBe(
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and " +
        "end with an alphanumeric character (e.g. 'my-name', or '123-abc')",
    )
    expect(complaint(labelKey('-'))).not.toContain('regex')
  })

  it('leaves anything else as it is', () => {
    expect(complaint(portName('--'))).toBe(portName('--'))
    expect(complaint(null)).toBeNull()
  })
})
