import { describe, expect, it } from 'vitest'
import { fieldsOf, typeNames } from '../kubernetes/schema/schema'
import { VOLUME_SOURCES } from '../kubernetes/volumeSources'
import { HELP_TABLES, helpOf } from './fieldHelp'
import { HELP_BY_NAME } from './help/objectHelp'

const fields = typeNames().flatMap((type) => fieldsOf(type))
const rows = HELP_TABLES.flatMap((table) => Object.keys(table))

describe('helpOf', () => {
  it('is of fields that are, each in one table', () => {
    expect(fields.map(({ owner, name }) => `${owner}.${name}`)).toEqual(expect.arrayContaining(rows))
    expect(new Set(rows).size).toBe(rows.length)
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(HELP_BY_NAME)))
  })

  it('is one plain line', () => {
    for (const field of fields) expect(helpOf(field) ?? 'Said.').toMatch(/^[^\n]{4,160}[.?]$/)
    expect(rows.length).toBeGreaterThan(250)
  })

  it.each([
    ['Container', ['name']],
    ['PodSpec', ['schedulingGroup']],
    ['JobSpec', ['template']],
    ['Probe', []],
    ['SecurityContext', []],
    ['DeploymentSpec', []],
    ['VolumeMount', []],
  ])('has a line for every field of %s but %j', (type, without) => {
    const missing = fieldsOf(type).filter((field) => helpOf(field) === null)
    expect(missing.map(({ name }) => name)).toEqual(without)
  })

  it.each([
    ['Volume', 'emptyDir', VOLUME_SOURCES.find(({ id }) => id === 'emptyDir')?.help],
    ['EphemeralContainer', 'image', helpOf({ owner: 'Container', name: 'image' })],
    ['CinderVolumeSource', 'fsType', HELP_BY_NAME['fsType']],
    ['ObjectMeta', 'uid', null],
    ['toString', 'toString', null],
  ])('of %s.%s', (owner, name, help) => {
    expect(helpOf({ owner, name })).toBe(help)
  })
})
