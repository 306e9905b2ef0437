import type { Change } from './change'
import { objectAt } from './edits/ensure'
import { renameKey, setKey } from './edits/mapping'
import { isObject, type Json, type JsonObject } from './json'
import type { Path } from './path'
import type { FieldType, ScalarType } from './schema/field'
import { blankOf } from './schema/newObject'
import { fieldOf, fieldsOf } from './schema/schema'
import { field } from './shape'

/** A mapping of which only one of some fields may be there. */
export interface Union {
  /** The schema's type of the mapping. */
  readonly type: string
  /** What the choice is called in a form. */
  readonly label: string
  /** The fields to choose from. */
  readonly members: readonly string[]
  /** Whether one must be there. */
  readonly required: boolean
  /** Whether what one member says can come along to another. */
  readonly carries: boolean
  /** The field that names the choice once more, and its value for each member. */
  readonly discriminator: { readonly field: string; readonly values: Readonly<Record<string, string>> } | null
}

interface Row {
  readonly label: string
  /** The members by name; else every field but these. */
  readonly members?: readonly string[]
  readonly besides?: readonly string[]
  readonly optional?: true
  /** What one member says means nothing in another. */
  readonly apart?: true
  readonly discriminator?: Union['discriminator']
}

/** Where the API says "exactly one of" or "at most one of" (the validation of each type in pkg/apis/ of Kubernetes). */
const ROWS: Readonly<Record<string, Row>> = {
  Volume: { label: 'Source', besides: ['name'] },
  VolumeProjection: { label: 'Source', besides: [] },
  EnvVar: { label: 'Value from', members: ['value', 'valueFrom'], optional: true },
  EnvVarSource: { label: 'Value from', besides: [] },
  EnvFromSource: { label: 'Source', besides: ['prefix'] },
  Probe: { label: 'Check', members: ['httpGet', 'tcpSocket', 'grpc', 'exec'] },
  LifecycleHandler: { label: 'Do', besides: [] },
  DownwardAPIVolumeFile: { label: 'Holds', members: ['fieldRef', 'resourceFieldRef'] },
  IngressBackend: { label: 'Leads to', besides: [] },
  ServiceBackendPort: { label: 'Port by', besides: [] },
  PodResourceClaim: {
    label: 'Claim',
    members: ['resourceClaimName', 'resourceClaimTemplateName'],
    optional: true,
  },
  ClusterTrustBundleProjection: { label: 'Bundle by', members: ['name', 'signerName'], apart: true },
  PodFailurePolicyRule: { label: 'When', members: ['onExitCodes', 'onPodConditions'] },
  PodDisruptionBudgetSpec: { label: 'Limit by', members: ['minAvailable', 'maxUnavailable'] },
  MetricSpec: {
    label: 'Metric',
    members: ['resource', 'containerResource', 'pods', 'object', 'external'],
    discriminator: {
      field: 'type',
      values: {
        resource: 'Resource',
        containerResource: 'ContainerResource',
        pods: 'Pods',
        object: 'Object',
        external: 'External',
      },
    },
  },
  MetricTarget: {
    label: 'Target',
    members: ['averageUtilization', 'averageValue', 'value'],
    discriminator: {
      field: 'type',
      values: { averageUtilization: 'Utilization', averageValue: 'AverageValue', value: 'Value' },
    },
  },
}

/** Takes a type's name; gives its union, or null where all its fields may be there together. */
export function unionOf(type: string): Union | null {
  const row = Object.hasOwn(ROWS, type) ? ROWS[type] : undefined
  if (row === undefined) return null
  const { label, members, besides = [], optional = false, apart = false, discriminator = null } = row
  return {
    type,
    label,
    members:
      members ??
      fieldsOf(type)
        .map(({ name }) => name)
        .filter((name) => !besides.includes(name)),
    required: !optional,
    carries: !apart,
    discriminator,
  }
}

/** Gives the names of all types that are unions. */
export function unionTypes(): readonly string[] {
  return Object.keys(ROWS)
}

/**
 * Takes a mapping's path, its union (null: nothing happens) and a member (null for none), and perhaps what a new one
 * holds at first; leaves that member alone there. What the old one said and the new one can say too (a port, a name,
 * items) comes along.
 */
export function switchMember(path: Path, union: Union | null, member: string | null, blank?: Json): Change {
  return (documents) => {
    const mapping = objectAt(documents, path)
    if (union === null || mapping === null) return undefined
    if (member !== null && !union.members.includes(member)) return undefined
    const isThere = member !== null && Object.hasOwn(mapping, member)
    const old = union.members.filter((name) => name !== member && Object.hasOwn(mapping, name))
    const [first] = old
    const type = member === null ? undefined : fieldOf(union.type, member)?.type
    if (member !== null && type !== undefined && !isThere) {
      const next = carried(union, first, first === undefined ? undefined : mapping[first], type, blank)
      // In the old one's place, so that the line that changes is the line that changed.
      if (first !== undefined) renameKey(mapping, first, member)
      setKey(mapping, path, member, next)
    }
    for (const name of old) delete mapping[name]
    const { discriminator } = union
    const value = member === null ? undefined : discriminator?.values[member]
    if (discriminator !== null && value !== undefined) setKey(mapping, path, discriminator.field, value)
    return undefined
  }
}

/** Fields that say the same by other names: what a volume source calls the object it is of. */
const SAME: readonly (readonly string[])[] = [['name', 'secretName', 'claimName']]

/** Fields that mean something else in each member, though their names are the same. */
const OWN: ReadonlySet<string> = new Set(['path', 'type'])

function carried(
  union: Union,
  member: string | undefined,
  said: Json | undefined,
  type: FieldType,
  start: Json = blankOf(type),
): Json {
  const before = member === undefined || !union.carries ? undefined : fieldOf(union.type, member)?.type
  if (type.is !== 'object')
    return said !== undefined && before !== undefined && goesInto(before, type, said) ? said : start
  if (!isObject(start) || before?.is !== 'object') return start
  // Two types that say the same (a ConfigMap's reference, a Secret's): all of it, also what neither knows.
  if (isObject(said) && shapeOf(before.type) === shapeOf(type.type)) return said
  const next: JsonObject = { ...start }
  for (const { name, type: fieldType } of fieldsOf(type.type)) {
    if (OWN.has(name)) continue
    const names = new Set([name, ...SAME.filter((group) => group.includes(name)).flat()])
    for (const old of fieldsOf(before.type)) {
      const value = names.has(old.name) ? field(said, old.name) : undefined
      if (value !== undefined && goesInto(old.type, fieldType, value)) next[name] = value
    }
  }
  return next
}

/** Takes a type's name; gives its fields and their types as one text. */
function shapeOf(type: string): string {
  return JSON.stringify(fieldsOf(type).map(({ name, type: of }) => [name, of]))
}

/** Whether a value of one type may stand where another is wanted. */
function goesInto(from: FieldType, to: FieldType, value: Json): boolean {
  if (from.is === 'scalar' && to.is === 'scalar')
    return from.scalar === to.scalar || (FITTING[to.scalar]?.includes(typeof value) ?? false)
  return JSON.stringify(from) === JSON.stringify(to)
}

/** What else may stand for a scalar. */
const FITTING: Readonly<Partial<Record<ScalarType, readonly string[]>>> = {
  int32: ['number'],
  int64: ['number'],
  'int-or-string': ['number', 'string'],
}
