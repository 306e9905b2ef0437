import type { Json } from '../../kubernetes/json'
import { objectAge, nameOf, type Cell, type Columns } from './cells'
import { CLUSTER_COLUMNS } from './clusterColumns'
import { NETWORK_COLUMNS } from './networkColumns'
import { OTHER_COLUMNS } from './otherColumns'
import { WORKLOAD_COLUMNS } from './workloadColumns'

const COLUMNS: Readonly<Record<string, Columns>> = {
  ...WORKLOAD_COLUMNS,
  ...NETWORK_COLUMNS,
  ...OTHER_COLUMNS,
  ...CLUSTER_COLUMNS,
}

/** Kinds that kubectl knows nothing of show their name and age. */
const ANY: Columns = {
  names: ['NAME', 'AGE'],
  wideNames: [],
  cells: (object, now) => [nameOf(object), objectAge(object, now)],
  wideCells: () => [],
}

/** Pods have a row of their own (podCells). */
function columnsOf(kind: string): Columns {
  return (Object.hasOwn(COLUMNS, kind) ? COLUMNS[kind] : undefined) ?? ANY
}

/** Takes a kind, an object, the time (milliseconds since 1970), and whether all columns are wanted; gives the cells of its row in `kubectl get`. */
export function objectCells(kind: string, object: Json, now: number, wide: boolean): readonly Cell[] {
  const { cells, wideCells, allCells } = columnsOf(kind)
  if (!wide) return cells(object, now)
  return allCells?.(object, now) ?? [...cells(object, now), ...wideCells(object, now)]
}

/** Takes a kind and whether all columns are wanted; gives the names of the columns of its row. */
export function columnNames(kind: string, wide: boolean): readonly string[] {
  const { names, wideNames, allNames } = columnsOf(kind)
  if (!wide) return names
  return allNames ?? [...names, ...wideNames]
}
