import { wordOf } from '../../../kubernetes/shape'
import { isObject, type Json } from '../../../kubernetes/json'
import type { ObjectChange } from '../../api/apiServer'
import type { Steps } from '../../clock'
import { TABLE, writeTabbed } from '../../printing/tabWriter'
import { valuesAt } from '../objects/jsonPath'
import { outputNamed } from '../objects/outputs'
import { resourceOf, type Resource } from '../objects/resources'
import { servedOne, type Served } from '../objects/served'
import { tableHead, tableRow, type TableOptions } from '../objects/table'
import { chooserOf, targetsOf, type Targets } from '../objects/targets'
import { INTERRUPTED } from '../terminal'
import { fail, FILENAME, SELECTING, type Verb, type VerbCall } from '../verb'
import { waitUntil } from '../waiting'
import { askedNamespaces, getNamespaces } from './namespaces'

/** `kubectl get`: rows, or whole objects in a format; with `-w` a row at every change. */
export const get: Verb = {
  about: 'Display one or many resources',
  usage:
    '[(-o|--output=)json|yaml|name|wide|jsonpath=TEMPLATE|custom-columns=SPEC] (TYPE[,TYPE] [NAME | -l label] | TYPE/NAME ...) [flags]',
  examples: [
    'kubectl get pods -o wide',
    'kubectl get deployment,svc',
    "kubectl get pods -o jsonpath='{.items[*].metadata.name}'",
  ],
  flags: [
    ...SELECTING,
    FILENAME,
    { name: 'output', short: 'o', value: 'one', about: 'Output format' },
    { name: 'watch', short: 'w', value: 'none', about: 'After listing the objects, watch for changes' },
    { name: 'watch-only', value: 'none', about: 'Watch for changes, without listing first' },
    { name: 'show-labels', value: 'none', about: 'Show all labels as the last column' },
    { name: 'label-columns', short: 'L', value: 'one', about: 'Labels that are shown as columns' },
    { name: 'no-headers', value: 'none', about: "Don't print headers" },
    { name: 'show-kind', value: 'none', about: 'List the resource type with the name' },
    { name: 'sort-by', value: 'one', about: "A JSONPath to sort by, e.g. '.metadata.name'" },
    { name: 'ignore-not-found', value: 'none', about: 'Say nothing of what is not there' },
  ],
  takes: 'objects',
  *run(call) {
    const namespaces = askedNamespaces(call.asked.words)
    if (namespaces !== null) return getNamespaces(call, namespaces)
    const targets = targetsOf(call)
    if ('error' in targets) return fail(call, targets.error)
    const format = call.asked.text('output')
    const objects = sorted(call, targets.objects)
    if (objects === null)
      return fail(call, `error: couldn't find any field with path "${call.asked.text('sort-by') ?? ''}"`)
    const options = optionsOf(call, targets)
    if (format !== undefined && format !== 'wide') return writeFormatted(call, targets, objects, format)
    const isWatched = call.asked.has('watch') || call.asked.has('watch-only')
    if (isWatched) return yield* watch(call, targets, objects, options)
    writeTables(call, targets, objects, options)
    return sayErrors(call, targets)
  },
}

function optionsOf(call: VerbCall, targets: Targets): TableOptions {
  const { asked } = call
  return {
    wide: asked.text('output') === 'wide',
    showLabels: asked.has('show-labels'),
    withNamespace: asked.has('all-namespaces'),
    withKind: targets.resources.length > 1 || asked.has('show-kind'),
    labelColumns: asked.all('label-columns').flatMap((keys) => keys.split(',')),
  }
}

function sayErrors(call: VerbCall, targets: Targets): number {
  if (call.asked.has('ignore-not-found')) return 0
  for (const error of targets.errors) call.err(`${error}\n`)
  return targets.errors.length === 0 ? 0 : 1
}

function writeFormatted(
  call: VerbCall,
  targets: Targets,
  objects: readonly Served[],
  format: string,
): number {
  const output = outputNamed(format, !call.asked.has('no-headers'))
  if ('error' in output) return fail(call, output.error)
  const isOne = targets.isNamed && objects.length === 1 && targets.errors.length === 0
  if (!targets.isNamed || objects.length > 0) call.out(output.write(objects, isOne))
  return sayErrors(call, targets)
}

/** A table a kind; kinds without objects have none. */
function writeTables(
  call: VerbCall,
  targets: Targets,
  objects: readonly Served[],
  options: TableOptions,
): void {
  const tables = targets.resources
    .map((resource) => ({ resource, rows: objects.filter(({ kind }) => kind === resource.kind) }))
    .filter(({ rows }) => rows.length > 0)
  if (tables.length === 0 && !targets.isNamed && !call.asked.has('ignore-not-found')) sayNone(call, targets)
  const texts = tables.map(({ resource, rows }) =>
    writeTabbed(
      [
        ...(call.asked.has('no-headers') ? [] : [tableHead(resource, options)]),
        ...rows.map((each) => tableRow(each, timeOf(call), options)),
      ],
      TABLE,
    ),
  )
  if (texts.length > 0) call.out(texts.join('\n'))
}

function sayNone(call: VerbCall, { resources }: Targets): void {
  const isInNamespace = !call.asked.has('all-namespaces') && resources.some(({ namespaced }) => namespaced)
  call.err(isInNamespace ? `No resources found in ${call.namespace} namespace.\n` : 'No resources found\n')
}

function timeOf({ cluster: { clock } }: VerbCall): number {
  return clock.epoch + clock.now
}

/** In the order of `--sort-by`; null where no object has such a field. */
function sorted(call: VerbCall, objects: readonly Served[]): readonly Served[] | null {
  const path = call.asked.text('sort-by')
  if (path === undefined || objects.length === 0) return objects
  const keys = new Map(objects.map((each) => [each, valuesAt(path, each.object)?.[0]]))
  if ([...keys.values()].every((key) => key === undefined)) return null
  return objects.toSorted((a, b) => compared(keys.get(a), keys.get(b)))
}

function compared(a: Json | undefined, b: Json | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [one, other] = [wordOf(a), wordOf(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Writes rows below each other as they come: a column never gets narrower. */
class GrowingTable {
  private widths: readonly number[] = []

  constructor(private readonly call: VerbCall) {}

  write(cells: readonly string[]): void {
    const last = cells.length - 1
    this.widths = cells.map((cell, at) =>
      at === last ? 0 : Math.max(this.widths[at] ?? 0, TABLE.least, cell.length + TABLE.between),
    )
    this.call.out(`${cells.map((cell, at) => cell.padEnd(this.widths[at] ?? 0)).join('')}\n`)
  }
}

/** Every change of the objects is a row, with the object's last state where it went. */
function* watch(
  call: VerbCall,
  targets: Targets,
  listed: readonly Served[],
  options: TableOptions,
): Steps<number> {
  const { resources } = targets
  const [resource] = resources
  if (resources.length > 1 || resource === undefined)
    return fail(call, 'error: you may only specify a single resource type')
  if (targets.errors.length > 0) return sayErrors(call, targets)
  const chosen = chooserOf(call)
  if ('error' in chosen) return fail(call, chosen.error)
  const names = targets.isNamed ? new Set(listed.map(({ name }) => name)) : null
  const known = new Map(listed.map((each) => [`${each.namespace}/${each.name}`, each]))
  const rows = new GrowingTable(call)
  let hasHead = call.asked.has('no-headers')
  const show = (each: Served) => {
    if (!hasHead) rows.write(tableHead(resource, options))
    hasHead = true
    rows.write(tableRow(each, timeOf(call), options))
  }
  if (!call.asked.has('watch-only')) {
    const all = [
      ...(hasHead || listed.length === 0 ? [] : [tableHead(resource, options)]),
      ...listed.map((each) => tableRow(each, timeOf(call), options)),
    ]
    hasHead ||= listed.length > 0
    writeTogether(rows, all)
  }
  const stop = call.cluster.api.subscribe((change) => {
    const each = changedObject(call, resource, change, known)
    if (each === null || (names !== null && !names.has(change.name)) || !chosen.isChosen(each)) return
    show(each)
  })
  yield* waitUntil(call.cluster.clock, [call.interrupted], call.isInterrupted)
  stop()
  return INTERRUPTED
}

/** Rows that come together share their widths. */
function writeTogether(table: GrowingTable, rows: readonly (readonly string[])[]): void {
  const widest = rows[0]?.map((_cell, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0))) ?? []
  for (const cells of rows)
    table.write(cells.map((cell, at) => (at === cells.length - 1 ? cell : cell.padEnd(widest[at] ?? 0))))
}

function changedObject(
  call: VerbCall,
  resource: Resource,
  change: ObjectChange,
  known: Map<string, Served>,
): Served | null {
  const { kind, namespace, name } = change
  if (kind !== resource.kind) return null
  if (!call.asked.has('all-namespaces') && resourceOf(kind).namespaced && namespace !== call.namespace)
    return null
  const key = `${namespace}/${name}`
  const now = servedOne(call.cluster.api, kind, namespace, name)
  const each = now ?? known.get(key)
  if (now === undefined) known.delete(key)
  else known.set(key, now)
  return each !== undefined && isObject(each.object) ? each : null
}
