import { expect, it } from 'vitest'
import type { Json } from '../../core/kubernetes/json'
import type { Diagnostic } from '../../core/rules/verdict'
import type { Level } from '../../ui/levels'
import { groupsOf } from './groups'

const said = (index: number, level: Level, message: string): Diagnostic => ({
  path: [index, 'spec'],
  level,
  message,
  id: message,
  reason: '',
  source: 'advice',
})
const DOCUMENTS: Json[] = [{ kind: 'Pod', metadata: { name: 'a' } }, null, { kind: 'Service' }]

it('groups by object, worst first, of the levels that are wanted', () => {
  const shown = [
    said(0, 'info', 'i'),
    said(2, 'warning', 'w'),
    said(0, 'error', 'e'),
    said(0, 'warning', 'v'),
  ]
  expect(groupsOf(DOCUMENTS, shown, new Set<Level>(['error', 'info']))).toEqual([
    { index: 0, kind: 'Pod', name: 'a', problems: [said(0, 'error', 'e'), said(0, 'info', 'i')] },
  ])
  expect(groupsOf(DOCUMENTS, shown, new Set<Level>(['warning'])).map(({ kind }) => kind)).toEqual([
    'Pod',
    'Service',
  ])
  expect(groupsOf([], shown, new Set<Level>(['error']))).toEqual([])
})
