import { labelsOf } from '../../../kubernetes/shape'
import { inside } from '../../printing/cells'
import { columnNames, objectCells } from '../../printing/objectCells'
import { podCells } from '../../printing/podCells'
import { labelCell } from '../../printing/cells'
import { shownKind, resourceOf, type Resource } from './resources'
import type { Served } from './served'

/** How a table is wanted. */
export interface TableOptions {
  readonly wide: boolean
  readonly showLabels: boolean
  readonly withNamespace: boolean
  /** Whether names are written with their kind: `pod/x`. */
  readonly withKind: boolean
  /** Labels that have a column (`-L`). */
  readonly labelColumns: readonly string[]
}

const POD_COLUMNS = ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE']
const POD_WIDE_COLUMNS = ['IP', 'NODE', 'NOMINATED NODE', 'READINESS GATES']

/** Takes a resource and how the table is wanted; gives the names of its columns. */
export function tableHead({ kind, namespaced }: Resource, options: TableOptions): readonly string[] {
  const names =
    kind === 'Pod'
      ? [...POD_COLUMNS, ...(options.wide ? POD_WIDE_COLUMNS : [])]
      : columnNames(kind, options.wide)
  return [
    ...(options.withNamespace && namespaced ? ['NAMESPACE'] : []),
    ...names,
    ...options.labelColumns.map((key) => (key.split('/').at(-1) ?? '').toUpperCase()),
    ...(options.showLabels ? ['LABELS'] : []),
  ]
}

/** Takes an object, the time (milliseconds since 1970) and how the table is wanted; gives its row. */
export function tableRow(each: Served, now: number, options: TableOptions): readonly string[] {
  const { kind, object, pod } = each
  const resource = resourceOf(kind)
  const labels = inside(object, 'metadata', 'labels')
  const cells =
    pod === undefined ? objectCells(kind, object, now, options.wide) : podCells(pod, now, options.wide)
  const names = tableHead(resource, { ...options, withNamespace: false })
  const at = names.indexOf('NAME')
  const shown = cells.map((cell, index) =>
    index === at && options.withKind ? `${shownKind(resource)}/${cell}` : String(cell),
  )
  return [
    ...(options.withNamespace && resource.namespaced ? [each.namespace] : []),
    ...shown,
    ...options.labelColumns.map((key) => labelsOf(labels)[key] ?? ''),
    ...(options.showLabels ? [labelCell(labels)] : []),
  ]
}
