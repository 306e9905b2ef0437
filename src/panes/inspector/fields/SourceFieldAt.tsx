import type { ReactNode } from 'react'
import type { Path } from '../../../core/kubernetes/path'
import { RESOURCES } from '../../../core/kubernetes/resources'
import { fieldOf } from '../../../core/kubernetes/schema/schema'
import type { SourceField } from '../../../core/kubernetes/sourceFields'
import { configKey } from '../../../core/kubernetes/names'
import { ObjectFields } from '../schema/ObjectFields'
import type { AtProps } from './at'
import { ChoiceAt } from './ChoiceAt'
import { DownwardItems } from './DownwardItems'
import { FieldPathAt } from './FieldPathAt'
import styles from './fields.module.css'
import { KeyItems } from './KeyItems'
import { ModeAt } from './ModeAt'
import { KeyAt, NameAt } from './NameAt'
import { NumberAt } from './NumberAt'
import { ProjectedSources } from './ProjectedSources'
import { DivisorAt, QuantityAt } from './QuantityAt'
import { TextAt } from './TextAt'
import { Unedited } from './Unedited'
import { YesNoAt } from './YesNoAt'

/** The fields of a source (of a volume, a variable, a projection), from its row in the tables. */
export function SourceFields({
  fields,
  base,
  podSpec,
  layout = 'row',
}: {
  readonly fields: readonly SourceField[]
  /** Where the source's own value is. */
  readonly base: Path
  readonly podSpec: Path
  readonly layout?: AtProps['layout']
}) {
  return (
    <div className={styles.stack}>
      {fields.map((field) => (
        <SourceFieldAt
          key={field.path.join('.')}
          field={field}
          siblings={fields}
          base={base}
          podSpec={podSpec}
          layout={layout}
        />
      ))}
    </div>
  )
}

/** Takes the fields of a source; gives the path of the one that names an object of that kind. */
function nameField(fields: readonly SourceField[], names: string): Path {
  return fields.find((field) => field.control === 'text' && field.names === names)?.path ?? ['name']
}

/** A source of a projected volume that the tables have no row for: its fields by the schema. */
function otherFields(sourceId: string, base: Path): ReactNode {
  const type = fieldOf('VolumeProjection', sourceId)?.type
  return type?.is === 'object' ? <ObjectFields type={type.type} path={base} /> : <Unedited path={base} />
}

/** One field of a source, with the control its row asks for. */
export function SourceFieldAt({
  field,
  siblings,
  base,
  podSpec,
  layout,
}: {
  readonly field: SourceField
  /** All fields of the same source. */
  readonly siblings: readonly SourceField[]
  readonly base: Path
  readonly podSpec: Path
  readonly layout: AtProps['layout']
}) {
  const at: AtProps = { path: [...base, ...field.path], label: field.label, help: field.help, layout }
  const { required } = field
  const fieldsOf = (fields: readonly SourceField[], value: Path): ReactNode => (
    <SourceFields fields={fields} base={value} podSpec={podSpec} />
  )
  switch (field.control) {
    case 'text': {
      const text = {
        ...at,
        required,
        check: field.check,
        placeholder: field.example,
        keepEmpty: required || field.path.length === 0,
      }
      return field.names === undefined ? (
        <TextAt {...text} />
      ) : (
        <NameAt {...text} podSpec={podSpec} names={field.names} />
      )
    }
    case 'key':
      return (
        <KeyAt
          {...at}
          required={required}
          check={configKey}
          object={[...base, ...field.of]}
          names={field.names}
        />
      )
    case 'number':
      return <NumberAt {...at} required={required} check={field.check} placeholder={field.example} />
    case 'quantity':
      return field.path.at(-1) === 'divisor' ? (
        <DivisorAt {...at} />
      ) : (
        <QuantityAt {...at} example={field.example} />
      )
    case 'mode':
      return <ModeAt {...at} />
    case 'switch':
      return <YesNoAt {...at} />
    case 'choice':
      return <ChoiceAt {...at} choices={field.choices} />
    case 'fieldPath':
      return <FieldPathAt {...at} use={field.use} />
    case 'resource':
      return <ChoiceAt {...at} choices={RESOURCES} />
    case 'keyItems':
      return <KeyItems {...at} object={[...base, ...nameField(siblings, field.names)]} names={field.names} />
    case 'downwardItems':
      return <DownwardItems {...at} podSpec={podSpec} />
    case 'projectedSources':
      return <ProjectedSources {...at} rowFields={fieldsOf} otherFields={otherFields} />
  }
}
