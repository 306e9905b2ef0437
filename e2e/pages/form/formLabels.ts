import { ENV_SOURCES } from '../../../src/core/kubernetes/envSources'
import { RESOURCES } from '../../../src/core/kubernetes/resources'
import type { Field } from '../../../src/core/kubernetes/schema/field'
import { fieldOf } from '../../../src/core/kubernetes/schema/schema'
import type { Choice, SourceField } from '../../../src/core/kubernetes/sourceFields'
import { PROJECTED_SOURCES, VOLUME_SOURCES } from '../../../src/core/kubernetes/volumeSources'
import { labelOf } from '../../../src/core/words/fieldLabels'

/** What the forms that are not made from the schema call a field. */
const CALLED: Readonly<Record<string, string>> = {
  'ContainerPort.containerPort': 'Port',
  'DownwardAPIVolumeFile.path': 'File',
  'KeyToPath.path': 'File',
  'ObjectFieldSelector.fieldPath': 'Field',
  'ServicePort.targetPort': 'Target',
  'VolumeMount.mountPath': 'Path',
  'VolumeMount.name': 'Volume',
}

const TABLES = [
  { type: 'Volume', rows: VOLUME_SOURCES },
  { type: 'VolumeProjection', rows: PROJECTED_SOURCES },
  { type: 'EnvVarSource', rows: ENV_SOURCES },
]

/** The rows of the tables of sources, by the schema's field that they are of. */
const ROWS: ReadonlyMap<string, SourceField> = new Map(
  TABLES.flatMap(({ type, rows }) =>
    rows.flatMap(({ id, fields }) => {
      const source = fieldOf(type, id)?.type
      return source?.is === 'object'
        ? fields.map((field) => [`${source.type}.${String(field.path[0])}`, field] as const)
        : []
    }),
  ),
)

/** Takes a field; gives what its control is labelled with: in a form by the schema, or in one of its own. */
export function labelled(field: Field): RegExp {
  const key = `${field.owner}.${field.name}`
  return anyOf([CALLED[key] ?? ROWS.get(key)?.label ?? labelOf(field)])
}

/** Takes texts; gives the pattern of each of them as a whole. */
export function anyOf(texts: readonly (string | undefined)[]): RegExp {
  const escaped = texts.flatMap((text) =>
    text === undefined ? [] : [text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)],
  )
  return new RegExp(`^(?:${escaped.join('|')})$`)
}

/** Takes a field with a few values and one of them ('' for none); gives what that choice is labelled with. */
export function choiceLabel(field: Field, value: string): RegExp {
  const row = ROWS.get(`${field.owner}.${field.name}`)
  const choices: readonly Choice[] =
    row?.control === 'choice' ? row.choices : row?.control === 'resource' ? RESOURCES : []
  const label = choices.find((choice) => choice.value === value)?.label
  if (value !== '') return anyOf([value, label])
  return label === undefined ? /^Not set/ : anyOf([label])
}

/** Takes a field; says whether a form offers its values in a list, though the schema has none. */
export function isChosen(field: Field): boolean {
  const control = ROWS.get(`${field.owner}.${field.name}`)?.control
  return field.values.length > 0 || control === 'choice' || control === 'resource'
}
