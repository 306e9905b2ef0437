import { documentation, NO_DOCUMENTATION, type Documentation } from '../../../kubernetes/schema/documentation'
import type { Field, FieldType, ScalarType } from '../../../kubernetes/schema/field'
import { KINDS } from '../../../kubernetes/schema/schema'
import type { Clock, Steps } from '../../clock'
import { explainedFields, fieldAt, innermost, type Place } from '../explainedField'
import { apiVersionOf, resourceNamed, unknownResource, type Resource } from '../objects/resources'
import { fail, type Verb } from '../verb'
import { waitUntil } from '../waiting'

/** How wide the words are (templates/plaintext.tmpl). */
const WIDTH = 76

/** `kubectl explain`: what the API's documentation says of a kind or a field. */
export const explain: Verb = {
  about: 'Get documentation for a resource',
  usage: 'TYPE[.fieldName] [--recursive=false]',
  examples: ['kubectl explain pods', 'kubectl explain pods.spec.containers'],
  flags: [
    { name: 'recursive', value: 'none', about: 'Print the names of all fields inside' },
    { name: 'api-version', value: 'one', about: 'The version (there is one of each)' },
    { name: 'output', short: 'o', value: 'one', about: 'Format (plaintext)' },
  ],
  takes: 'kind',
  *run(call) {
    const [word] = call.asked.words
    if (word === undefined)
      return fail(
        call,
        'error: You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
      )
    const [name = '', ...path] = word.split('.')
    const resource = resourceNamed(name)
    if (resource === undefined || !KINDS.some(({ kind }) => kind === resource.kind))
      return fail(call, unknownResource(name))
    const place = fieldAt(resource.kind, path)
    if ('error' in place) return fail(call, place.error)
    const words = yield* fetched(call.cluster.clock)
    call.out(explanation(resource, place, words, call.asked.has('recursive')))
    return 0
  },
}

/** Fetches the documentation, which takes no virtual time. */
function* fetched(clock: Clock): Steps<Documentation> {
  const free = clock.hold()
  const isThere = clock.signal()
  let words: Documentation | undefined
  const take = (found: Documentation) => {
    words = found
    isThere.fire()
    free()
  }
  documentation().then(take, () => take(NO_DOCUMENTATION))
  yield* waitUntil(clock, [isThere], () => words !== undefined)
  return words ?? NO_DOCUMENTATION
}

const SCALARS: Readonly<Record<ScalarType, string>> = {
  string: 'string',
  boolean: 'boolean',
  int32: 'integer',
  int64: 'integer',
  quantity: 'Quantity',
  'int-or-string': 'IntOrString',
  time: 'string',
  bytes: 'string',
  any: 'Object',
}

function typeName(type: FieldType): string {
  switch (type.is) {
    case 'scalar':
      return SCALARS[type.scalar]
    case 'object':
      return type.type
    case 'list':
      return `[]${typeName(type.of)}`
    case 'map':
      return `map[string]${typeName(type.of)}`
  }
}

function explanation(
  resource: Resource,
  { type, field }: Place,
  words: Documentation,
  recursive: boolean,
): string {
  const { group, kind, version } = resource
  const inner = innermost(type)
  const ofType = inner.is === 'object' ? words.ofType(inner.type) : ''
  const ofField = field === null ? '' : words.ofField(field)
  const about = [ofField, ofType].filter((text, at, all) => text !== '' && all.indexOf(text) === at)
  return [
    ...(group === '' ? [] : [`GROUP:      ${group}`]),
    `KIND:       ${kind}`,
    `VERSION:    ${group === '' ? apiVersionOf(resource) : version}`,
    '',
    ...(field === null ? [] : [`FIELD: ${field.name} <${typeName(type)}>`, ...longEnumOf(field), '']),
    'DESCRIPTION:',
    ...(about.length === 0 ? ['    <empty>'] : about.flatMap((text) => wrapped(text, '    '))),
    '    ',
    ...(inner.is === 'object'
      ? ['FIELDS:', ...fieldList(inner.type, words, recursive, '  ', new Set())]
      : []),
    '',
  ].join('\n')
}

/** How many values of an enum the list of fields shows. */
const MOST_VALUES = 4

function enumOf({ values }: Field, indent: string): readonly string[] {
  const shown = values.toSorted().slice(0, MOST_VALUES)
  const more = values.length > MOST_VALUES ? ['....'] : []
  return values.length === 0 ? [] : [`${indent}enum: ${[...shown, ...more].join(', ')}`]
}

function longEnumOf({ values }: Field): readonly string[] {
  return values.length === 0 ? [] : ['ENUM:', ...values.toSorted().map((value) => `    ${value}`)]
}

function fieldList(
  type: string,
  words: Documentation,
  recursive: boolean,
  indent: string,
  above: ReadonlySet<string>,
): readonly string[] {
  return explainedFields(type).flatMap((field) => {
    const required = field.required ? ' -required-' : ''
    const line = `${indent}${field.name}\t<${typeName(field.type)}>${required}`
    if (!recursive) {
      const text = words.ofField(field)
      const about = text === '' ? [`${indent}  <no description>`] : wrapped(text, `${indent}  `)
      return [line, ...enumOf(field, `${indent}  `), ...about, '']
    }
    const inner = innermost(field.type)
    if (inner.is !== 'object' || above.has(inner.type)) return [line, ...enumOf(field, `${indent}  `)]
    return [line, ...fieldList(inner.type, words, true, `${indent}  `, new Set([...above, inner.type]))]
  })
}

/** A text in lines of at most so many characters, its own lines kept. */
function wrapped(text: string, indent: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > WIDTH) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...lines, line].map((each) => `${indent}${each}`)
  })
}
