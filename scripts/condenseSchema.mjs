/*
 * Condenses Kubernetes' OpenAPI definitions into what Podwright needs of them: the shape of every type that can be
 * reached from its kinds (one short text a field, see `fieldText`), the documentation apart from it, because that is
 * nine tenths of the size and is needed only when somebody reads it, the shape of what the server writes into
 * `status`, which nobody edits but which may stand in a manifest, and the types as TypeScript.
 */

/** Every kind that Podwright knows field by field: apiVersion, kind, and the package of its definition. */
const KINDS = [
  ['v1', 'Pod', 'core.v1'],
  ['apps/v1', 'Deployment', 'apps.v1'],
  ['apps/v1', 'StatefulSet', 'apps.v1'],
  ['apps/v1', 'DaemonSet', 'apps.v1'],
  ['apps/v1', 'ReplicaSet', 'apps.v1'],
  ['batch/v1', 'Job', 'batch.v1'],
  ['batch/v1', 'CronJob', 'batch.v1'],
  ['v1', 'Service', 'core.v1'],
  ['v1', 'ConfigMap', 'core.v1'],
  ['v1', 'Secret', 'core.v1'],
  ['v1', 'PersistentVolumeClaim', 'core.v1'],
  ['v1', 'ServiceAccount', 'core.v1'],
  ['networking.k8s.io/v1', 'Ingress', 'networking.v1'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'networking.v1'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', 'autoscaling.v2'],
  ['policy/v1', 'PodDisruptionBudget', 'policy.v1'],
]

/** Definitions that are one value in a manifest, whatever they are in Go. */
const VALUES = new Map([
  ['io.k8s.apimachinery.pkg.apis.meta.v1.Time', 'time'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1', 'any'],
  ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', 'int-or-string'],
  ['io.k8s.apimachinery.pkg.api.resource.Quantity', 'quantity'],
])

/**
 * The parts of an OpenAPI schema that are read here.
 * @typedef {object} Schema
 * @property {string} [description]
 * @property {string} [type]
 * @property {string} [format]
 * @property {string} [$ref]
 * @property {Schema} [items]
 * @property {Schema} [additionalProperties]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {string[]} [enum]
 * @property {unknown} [default]
 * @property {string} [x-kubernetes-list-type]
 * @property {string[]} [x-kubernetes-list-map-keys]
 */

/**
 * Takes the OpenAPI definitions, the order in which the server prints the fields of types (by short name; what it
 * does not name comes after, by the alphabet), and the version; gives the texts of the files.
 * @param {{ definitions: Record<string, Schema> }} openapi
 * @param {Record<string, string[]>} fieldOrder
 * @param {string} version
 * @returns {{ shape: string, documentation: string, status: string, types: string }}
 */
export function condense({ definitions }, fieldOrder, version) {
  /** @type {Map<string, string>} */
  const reached = new Map()
  const roots = new Map(KINDS.map(([, kind, group]) => [`io.k8s.api.${group}.${kind}`, kind]))

  /** @param {string} id */
  const reach = (id) => {
    const name = shortName(id)
    if (VALUES.has(id) || reached.get(name) === id) return
    if (reached.has(name)) throw new Error(`Two types are called ${name}: ${id} and ${reached.get(name)}`)
    reached.set(name, id)
    for (const [, schema] of fieldsOf(id)) for (const other of referencesOf(schema)) reach(other)
  }

  /**
   * The fields of a type in their order.
   * @param {string} id
   * @returns {[string, Schema][]}
   */
  const fieldsOf = (id) => {
    const fields = Object.entries(definitions[id]?.properties ?? {})
    const order = fieldOrder[shortName(id)] ?? ['apiVersion', 'kind', 'metadata', 'spec']
    const rank = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length)
    return fields
      .filter(([name]) => !(roots.has(id) && name === 'status'))
      .toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  }

  for (const id of roots.keys()) reach(id)
  const types = [...reached].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const statuses = [...roots].flatMap(([id, kind]) => {
    const status = definitions[id]?.properties?.status?.$ref?.replace('#/definitions/', '')
    return status === undefined ? [] : [{ kind, id: status }]
  })
  for (const { id } of statuses) reach(id)
  const ofStatus = [...reached].slice(types.length).toSorted(([a], [b]) => (a < b ? -1 : 1))
  /** @type {Record<string, Record<string, string>>} */
  const shapes = {}
  /** @type {Record<string, Record<string, string>>} */
  const texts = {}
  for (const [name, id] of types) {
    const required = new Set(definitions[id]?.required)
    if (roots.has(id)) for (const field of ['apiVersion', 'kind', 'metadata']) required.add(field)
    const fields = fieldsOf(id)
    shapes[name] = Object.fromEntries(
      fields.map(([field, schema]) => [field, fieldText(schema, required.has(field))]),
    )
    texts[name] = Object.fromEntries([
      ['', definitions[id]?.description ?? ''],
      ...fields.map(([field, schema]) => [field, schema.description ?? '']),
    ])
  }
  const kinds = KINDS.map(([apiVersion, kind]) => ({ apiVersion, kind }))
  const status = {
    kinds: Object.fromEntries(statuses.map(({ kind, id }) => [kind, shortName(id)])),
    types: Object.fromEntries(
      ofStatus.map(([name, id]) => [
        name,
        Object.fromEntries(fieldsOf(id).map(([field, schema]) => [field, typeText(schema)])),
      ]),
    ),
  }
  return {
    shape: print({ version, kinds, types: shapes }),
    documentation: print(texts),
    status: print(status),
    types: typeScript(shapes, version),
  }
}

/** How a value of the schema reads in TypeScript. @type {Readonly<Record<string, string>>} */
const TYPES = {
  string: 'string',
  boolean: 'boolean',
  int32: 'number',
  int64: 'number',
  quantity: 'Quantity',
  'int-or-string': 'IntOrString',
  time: 'string',
  bytes: 'string',
  any: 'Json',
}

/**
 * Takes a type as the shape writes it (`[@Container]`); gives it in TypeScript.
 * @param {string} text
 * @returns {string}
 */
function typeScriptOf(text) {
  const inner = text.slice(1, -1)
  if (text.startsWith('[')) return `readonly ${typeScriptOf(inner)}[]`
  if (text.startsWith('{')) return `Readonly<Record<string, ${typeScriptOf(inner)}>>`
  if (text.startsWith('@')) return text.slice(1)
  return TYPES[text] ?? 'Json'
}

/**
 * Takes the shapes and the version; gives the types in TypeScript. No field is required: to the server what is absent is
 * Go's zero value.
 * @param {Record<string, Record<string, string>>} shapes
 * @param {string} version
 */
function typeScript(shapes, version) {
  const head = `import type { Json } from '../json'

/*
 * The types of Kubernetes ${version}, made from its OpenAPI definitions by \`npm run schema\`. No field is required: what is
 * absent is Go's zero value to the server.
 */

/** An amount such as \`250m\` or \`64Mi\`; a number reads the same way. */
export type Quantity = string | number

/** A number, or a text such as a port's name or \`25%\`. */
export type IntOrString = string | number
`
  const interfaces = Object.entries(shapes).map(([name, fields]) => {
    const lines = Object.entries(fields).map(([field, text]) => {
      const [type = ''] = text.split(' ')
      return `  readonly ${field}?: ${typeScriptOf(type.replace('!', ''))}\n`
    })
    return `export interface ${name} {\n${lines.join('')}}\n`
  })
  const names = Object.keys(shapes).map((name) => `  ${name}: ${name}\n`)
  const all = `/** Every type by its name. */\nexport interface Types {\n${names.join('')}}\n`
  return [head, ...interfaces, all].join('\n')
}

/** @param {string} id */
function shortName(id) {
  return id.slice(id.lastIndexOf('.') + 1)
}

/**
 * @param {Schema} schema
 * @returns {string[]}
 */
function referencesOf(schema) {
  const own = schema.$ref === undefined ? [] : [schema.$ref.replace('#/definitions/', '')]
  return own.concat(
    [schema.items, schema.additionalProperties].flatMap((part) =>
      part === undefined ? [] : referencesOf(part),
    ),
  )
}

/**
 * A field in one short text: its type (`string`, `int32`, …, `@Type`, `[element]`, `{value}`), `!` where it is
 * required, then `name=value` for all else that is known, parted by spaces.
 * @param {Schema} schema
 * @param {boolean} required
 */
function fieldText(schema, required) {
  const type = typeText(schema)
  const about = [type + (required ? '!' : '')]
  const keys = schema['x-kubernetes-list-map-keys']
  const list = schema['x-kubernetes-list-type']
  if (list !== undefined && list !== 'atomic') about.push(`list=${[list, ...(keys ?? [])].join(',')}`)
  const text = schema.description ?? ''
  const values = (schema.enum ?? schema.items?.enum ?? []).filter((value) => value !== '')
  if (values.length > 0) about.push(`enum=${values.join(',')}`)
  const preset = defaultOf(schema, type, text)
  if (preset !== null) about.push(`default=${preset}`)
  if (/(?:^|[.\n] ?)deprecated[:.]|is a deprecated alias|considered as deprecated/i.test(text))
    about.push('deprecated')
  if (/Populated by the system|^ResourceVersion|^SelfLink|^ManagedFields|Read-only\./.test(text) && !required)
    about.push('server')
  const gate =
    /(?:requires?|depends on|gated by)(?: enabling| that)?(?: the)?(?: alpha| beta)? ([A-Z]\w+) feature gate/i.exec(
      text,
    )
  if (gate !== null) about.push(`gate=${gate[1]}`)
  const since = /\b(?:alpha in|beta in|stable in|GA in|(?<!deprecated )since|will require) v?(1\.\d+)/.exec(
    text,
  )
  if (since !== null) about.push(`since=${since[1]}`)
  return about.join(' ')
}

/**
 * @param {Schema} schema
 * @returns {string}
 */
function typeText(schema) {
  if (schema.$ref !== undefined) {
    const id = schema.$ref.replace('#/definitions/', '')
    return VALUES.get(id) ?? `@${shortName(id)}`
  }
  if (schema.type === 'array') return `[${typeText(schema.items ?? {})}]`
  if (schema.type === 'object') return `{${typeText(schema.additionalProperties ?? {})}}`
  if (schema.format === 'byte') return 'bytes'
  return schema.format ?? schema.type ?? 'any'
}

/**
 * The value the server puts where there is none: as the definition says, else as its text does in so many words.
 * Go's own zero values mean nothing.
 * @param {Schema} schema
 * @param {string} type
 * @param {string} text
 * @returns {string | null}
 */
function defaultOf(schema, type, text) {
  const written = schema.default
  if (typeof written === 'string' && written !== '') return written
  if (typeof written === 'boolean' || (typeof written === 'number' && written !== 0)) return String(written)
  // Only the first: a second one is for another case.
  const [, told = ''] = text.split(/\b[Dd]efaults? (?:to|is|value is) /)
  const value = /^[`"']?([\w.\-/]+?)[`"']?(?: seconds?)?(?:[.,;]?\s*(?:\n|$)|[.;)] | \()/.exec(told)?.[1]
  if (value === undefined) return null
  if (schema.enum !== undefined) return schema.enum.includes(value) ? value : null
  if (/^int(?:32|64)$/.test(type)) return /^\d+$/.test(value) ? value : null
  if (type === 'boolean') return /^(?:true|false)$/.test(value) ? value : null
  return type === 'int-or-string' && /^\d+%?$/.test(value) ? value : null
}

/**
 * JSON with a line for each field, so that the difference to another version can be read.
 * @param {unknown} value
 */
function print(value) {
  return `${JSON.stringify(value, null, 1)}\n`
}
