import { useState, type ReactNode } from 'react'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import type { Field, FieldType } from '../../../core/kubernetes/schema/field'
import { newItemOf } from '../../../core/kubernetes/schema/newItem'
import { blankOf } from '../../../core/kubernetes/schema/newObject'
import { innerFieldsOf } from '../../../core/kubernetes/schema/schema'
import { unionOf } from '../../../core/kubernetes/unions'
import { helpOf } from '../../../core/words/fieldHelp'
import { labelOf } from '../../../core/words/fieldLabels'
import { nounOf } from '../../../core/words/nouns'
import { AddButton } from '../../../ui/AddButton'
import type { FieldProps } from '../../../ui/FieldFrame'
import { act } from '../change'
import { pathKey } from '../pathKey'
import { AllFields } from './AllFields'
import { bodyOf } from './bodies'
import type { ControlProps } from './control'
import { faceOf } from './faces'
import { goInto } from './goInto'
import { GroupAt } from './GroupAt'
import { ListAt } from './ListAt'
import { MapAt } from './MapAt'
import { NotesAt } from './NotesAt'
import { ownControlOf } from './ownControls'
import { ScalarAt } from './ScalarAt'
import styles from './schema.module.css'
import { UnionAt } from './UnionAt'
import { useKeys } from './useKeys'

/** What an {@link ObjectFields} takes. */
export interface ObjectFieldsProps {
  /** The schema's type of the mapping. */
  readonly type: string
  readonly path: Path
  /** Fields that stand elsewhere in the form. */
  readonly except?: readonly string[]
}

const NONE: readonly string[] = []

/**
 * The fields of a mapping by its type: those its face always shows, those that are set, and a way to every other.
 * Another row in the schema is another field here; nothing else is needed.
 */
export function ObjectFields({ type, path, except = NONE }: ObjectFieldsProps) {
  const keys = useKeys(path)
  const [asked, setAsked] = useState<readonly string[]>([])
  const union = unionOf(type)
  const face = faceOf(type)
  const body = bodyOf(type)
  const own = innerFieldsOf(type).filter(
    ({ name }) =>
      !except.includes(name) &&
      union?.members.includes(name) !== true &&
      // The choice of a member writes it.
      union?.discriminator?.field !== name &&
      body?.covers.includes(name) !== true,
  )
  const isThere = ({ name }: Field): boolean => keys.includes(name) || asked.includes(name)
  const inFace = face.flatMap((name) => own.filter((field) => field.name === name))
  const shown = [
    ...inFace.filter((field) => isThere(field) || !hasParts(field.type) || field.values.length > 0),
    ...own.filter((field) => isThere(field) && !face.includes(field.name)),
  ]
  const offered = own.filter((field) => !shown.includes(field) && !field.byServer)
  const bodyHere = body === null ? null : <div data-wide>{body.render(path, fieldsAt)}</div>
  return (
    <div className={styles.cells}>
      {body?.isBelow === true ? null : bodyHere}
      {union === null || union.members.every((name) => body?.covers.includes(name)) ? null : (
        <UnionAt union={union} path={path} keys={keys} fields={fieldsAt} scalar={scalarAt} />
      )}
      {shown.map((field) => (
        <FieldAt key={field.name} field={field} path={[...path, field.name]} layout="cell" />
      ))}
      {body?.isBelow === true ? bodyHere : null}
      <Adds path={path} offered={offered} near={inFace} onAsk={({ name }) => setAsked([...asked, name])} />
    </div>
  )
}

/** Takes a type and a path; gives the fields of a mapping of that type there. */
export const fieldsAt = (type: string, path: Path): ReactNode => <ObjectFields type={type} path={path} />

/** Takes a field and its path; gives its control. */
export const scalarAt = (field: Field, path: Path): ReactNode => (
  <FieldAt field={field} path={path} layout="cell" />
)

/** Takes a type; says whether its control has parts of its own: it then takes the whole width, and is added by a button. */
export function hasParts(type: FieldType): boolean {
  return type.is !== 'scalar'
}

/** So many fields stand side by side. */
const FEW = 3

/** Buttons that add the fields one thinks of first, and the list of all others. */
function Adds({
  path,
  offered,
  near,
  onAsk,
}: {
  readonly path: Path
  /** Every field that is not shown yet. */
  readonly offered: readonly Field[]
  /** Those that get a button of their own. */
  readonly near: readonly Field[]
  readonly onAsk: (field: Field) => void
}) {
  if (offered.length === 0) return null
  const add = (field: Field): void => addField(field, path, onAsk)
  // A list of a few is no help: they are in sight themselves.
  const buttons = offered.length <= FEW ? offered : near.filter((field) => offered.includes(field))
  return (
    <div className={styles.adds} data-wide>
      {buttons.map((field) => (
        <AddButton key={field.name} onClick={() => add(field)}>
          {labelOf(field)}
        </AddButton>
      ))}
      {buttons.length === offered.length ? null : (
        <AllFields
          label="Add field"
          offers={offered.map((field) => ({ field, group: '', onAdd: () => add(field) }))}
        />
      )}
    </div>
  )
}

/**
 * Takes a field that is not set, the path of its mapping, and how to ask for its control; puts the smallest value
 * there where a mapping is wanted, else only shows the control: what is not typed is not written. Goes to it.
 */
export function addField(field: Field, mapping: Path, onAsk: (field: Field) => void): void {
  const path = [...mapping, field.name]
  goInto(path, () => {
    if (field.type.is === 'object') act(setValue(path, blankOf(field.type)))
    onAsk(field)
  })
}

/** The control of a field: its own where it has one, else one by its type. */
export function FieldAt({
  field,
  path,
  layout,
  heading = 'part',
  label = labelOf(field),
}: {
  readonly field: Field
  readonly path: Path
  readonly layout: FieldProps['layout']
  readonly heading?: ControlProps['heading']
  /** Left out: the field's own name. */
  readonly label?: string
}) {
  const own = ownControlOf(field)
  const props: ControlProps = {
    field,
    path,
    label,
    help: helpOf(field) ?? undefined,
    layout,
    heading,
    fields: fieldsAt,
  }
  return (
    <div data-at={pathKey(path)} data-wide={hasParts(field.type) ? '' : undefined}>
      {hasParts(field.type) ? <NotesAt path={path} /> : null}
      {own === null ? <TypeAt type={field.type} {...props} /> : own(props)}
    </div>
  )
}

function TypeAt({ type, ...props }: ControlProps & { readonly type: FieldType }) {
  const { field, path, label, help, heading } = props
  switch (type.is) {
    case 'scalar':
      return <ScalarAt scalar={type.scalar} {...props} />
    case 'object':
      return (
        <GroupAt path={path} label={label} help={help} required={field.required} heading={heading}>
          <ObjectFields type={type.type} path={path} />
        </GroupAt>
      )
    case 'map':
      return <MapAt {...props} of={type.of} noun={nounOf(field)} />
    case 'list':
      return <ItemsAt {...props} of={type.of} />
  }
}

function ItemsAt({ of, ...props }: ControlProps & { readonly of: FieldType }) {
  const { field, path, label, help, heading } = props
  const noun = nounOf(field)
  const item: Field = { ...field, type: of, required: true, preset: null }
  const row = (place: Path, index: number): ReactNode =>
    of.is === 'object' ? (
      <div className={styles.item} data-item>
        <div className={styles.itemTitle}>{`${noun} ${index + 1}`}</div>
        <ObjectFields type={of.type} path={place} />
      </div>
    ) : (
      <TypeAt {...props} type={of} field={item} path={place} layout="bare" label={`${noun} ${index + 1}`} />
    )
  return (
    <ListAt
      path={path}
      label={label}
      help={help}
      noun={noun}
      blank={() => newItemOf(of)}
      stacked={of.is === 'object'}
      heading={heading}
      row={row}
    />
  )
}
