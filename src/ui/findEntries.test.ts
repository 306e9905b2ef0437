import { describe, expect, it } from 'vitest'
import { findEntries } from './findEntries'

const ENTRIES = [
  { label: 'Add a sidecar', group: 'Add' },
  { label: 'Redo', group: 'Edit' },
  { label: 'Undo', group: 'Edit' },
  { label: 'Download the YAML file', group: 'Design' },
]

describe('findEntries', () => {
  it.each([
    ['', ['Add a sidecar', 'Redo', 'Undo', 'Download the YAML file']],
    ['do', ['Download the YAML file', 'Redo', 'Undo']],
    ['SIDE add', ['Add a sidecar']],
    ['edit', ['Redo', 'Undo']],
    ['yaml down', ['Download the YAML file']],
    ['xyz', []],
  ])('%j finds %j', (query, labels) => {
    expect(findEntries(ENTRIES, query).map(({ label }) => label)).toEqual(labels)
  })
})
