import { isArray, isObject, type Json, type JsonObject } from '../../kubernetes/json'
import type { FieldType } from '../../kubernetes/schema/field'
import { fieldsOf } from '../../kubernetes/schema/schema'
import { field, textOf } from '../../kubernetes/shape'
import { canonicalQuantity } from './canonicalQuantity'
import { OTHER_DEFAULTS } from './otherDefaults'
import { POD_DEFAULTS } from './podDefaults'
import type { Context, Rule, Rules } from './rule'
import { VOLUME_DEFAULTS } from './volumeDefaults'
import { takeLabelsOfTemplate, WORKLOAD_DEFAULTS } from './workloadDefaults'
import { dropsZero } from './zeroValues'

const RULES: Rules = { ...POD_DEFAULTS, ...VOLUME_DEFAULTS, ...WORKLOAD_DEFAULTS, ...OTHER_DEFAULTS }

/** Amounts in lists of resources keep thousandths (SetDefaults_ResourceList). */
const THOUSANDTH = 1_000_000n

/** What the admission plugin StorageObjectInUseProtection puts on every claim. */
const CLAIM_FINALIZER = 'kubernetes.io/pvc-protection'

/**
 * Takes an object of a known kind as decoded; gives it as the server would store it on a bare cluster: everything filled
 * in, empty fields left out, amounts in their shortest form. What the server makes up (uid, addresses, node ports, times)
 * is not there. The object itself stays as it is.
 */
export function withDefaults(object: JsonObject): JsonObject {
  const stored = admitted(object)
  if (stored['kind'] === 'Job') takeLabelsOfTemplate(stored)
  return stored
}

/** Takes an object of a known kind as decoded; gives it as the server's validation sees it: as `withDefaults`, before it is stored. */
export function admitted(object: JsonObject): JsonObject {
  const kind = textOf(object['kind'])
  const context: Context = { kind, hostNetwork: field(object['spec'], 'hostNetwork') === true }
  return filled({ ...object, metadata: ownMetadata(object, kind) }, kind, context)
}

function ownMetadata(object: JsonObject, kind: string): JsonObject {
  const metadata = isObject(object['metadata']) ? object['metadata'] : {}
  const { finalizers } = metadata
  const namespaced = { ...metadata, namespace: textOf(metadata['namespace']) || 'default' }
  if (kind !== 'PersistentVolumeClaim' || (isArray(finalizers) && finalizers.includes(CLAIM_FINALIZER)))
    return namespaced
  return { ...namespaced, finalizers: [...(isArray(finalizers) ? finalizers : []), CLAIM_FINALIZER] }
}

function filled(object: JsonObject, owner: string, context: Context): JsonObject {
  const { fields, fixed, computed } = tableOf(owner)
  const draft: JsonObject = {}
  for (const name of Object.keys(object)) {
    const value = object[name] ?? null
    if (!(fields.get(name)?.drops === true && isZero(value))) draft[name] = value
  }
  for (const [name, value] of fixed) draft[name] ??= value
  computed?.(draft, context)
  for (const name of Object.keys(draft)) {
    const known = fields.get(name)
    if (known?.fills === true) draft[name] = filledValue(draft[name] ?? null, known.type, context)
  }
  return draft
}

function filledValue(value: Json, type: FieldType, context: Context): Json {
  switch (type.is) {
    case 'object':
      return isObject(value) ? filled(value, type.type, context) : value
    case 'list':
      return isArray(value) && type.of.is !== 'scalar'
        ? value.map((item) => filledValue(item, type.of, context))
        : value
    case 'map':
      return isObject(value) && type.of.is === 'scalar' && type.of.scalar === 'quantity'
        ? Object.fromEntries(
            Object.entries(value).map(([key, amount]) => [key, canonical(amount, THOUSANDTH)]),
          )
        : value
    case 'scalar':
      return type.scalar === 'quantity' ? canonical(value) : value
  }
}

function canonical(value: Json, step?: bigint): Json {
  return typeof value === 'string' || typeof value === 'number' ? canonicalQuantity(value, step) : value
}

function isZero(value: Json): boolean {
  if (value === '' || value === 0 || value === false) return true
  if (isArray(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

interface FieldOfTable {
  readonly type: FieldType
  /** Whether the zero value is left out. */
  readonly drops: boolean
  /** Whether something may have to be filled in below, or written otherwise. */
  readonly fills: boolean
}

/** What is known of a type: its fields, and what is set where there is none. */
interface Table {
  readonly fields: ReadonlyMap<string, FieldOfTable>
  readonly fixed: readonly (readonly [string, Json])[]
  readonly computed: Rule['computed']
}

const tables = new Map<string, Table>()

function tableOf(owner: string): Table {
  const known = tables.get(owner)
  if (known !== undefined) return known
  const rule: Rule = RULES[owner] ?? {}
  const fields = fieldsOf(owner).map(
    (each) => [each.name, { type: each.type, drops: dropsZero(each), fills: mayFill(each.type) }] as const,
  )
  const table: Table = {
    fields: new Map(fields),
    fixed: Object.entries(rule.fixed ?? {}),
    computed: rule.computed,
  }
  tables.set(owner, table)
  return table
}

function mayFill(type: FieldType): boolean {
  if (type.is === 'object') return true
  return type.is === 'scalar' ? type.scalar === 'quantity' : mayFill(type.of)
}
