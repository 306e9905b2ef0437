import { useState, type ComponentType, type ReactNode } from 'react'
import type { Json } from '../../../core/kubernetes/json'
import type { Path } from '../../../core/kubernetes/path'
import type { Field } from '../../../core/kubernetes/schema/field'
import { fieldsOf } from '../../../core/kubernetes/schema/schema'
import { helpOf } from '../../../core/words/fieldHelp'
import { labelOf } from '../../../core/words/fieldLabels'
import { useDesigner } from '../../../store/designer'
import { AddButton } from '../../../ui/AddButton'
import { Section } from '../../../ui/Section'
import { pathKey } from '../pathKey'
import { AllFields, type Offer } from './AllFields'
import { enterField } from './goInto'
import { lowered } from '../../../core/words/lowered'
import { addField, FieldAt, hasParts } from './ObjectFields'
import { ValueInWords } from './InWords'
import { Place } from './Place'
import styles from './schema.module.css'
import { useAfterFirstForm } from './useAfterFirstForm'
import { useKeysOf } from './useKeys'

/** A mapping whose fields a form edits: of an object mostly its metadata and its spec. */
export interface FormBase {
  /** Where it is in the thing the form is for, e.g. `spec.template.metadata`; '' for the thing itself. */
  readonly id: string
  readonly type: string
  readonly path: Path
  /** Names it in the list of all fields. */
  readonly title: string
  /** Fields that have controls elsewhere in the form: found in the list, and gone to. */
  readonly covered?: readonly string[]
  /** Its fields have a form of their own: they are found here, and gone to. */
  readonly elsewhere?: boolean
  /** Fields that are no business of this form. */
  readonly except?: readonly string[]
}

/** A part of a form. */
export type FormSection = FieldsSection | FieldSection | OwnSection

/** A part with a component of its own. */
interface OwnSection {
  /** The base whose path the component takes. */
  readonly of: string
  readonly Own: ComponentType<{ readonly path: Path }>
  /** The fields of the base that it has controls for. */
  readonly covers: readonly string[]
}

/** One field with parts of its own: its name is the title. */
interface FieldSection {
  readonly of: string
  readonly field: string
  /** Left out: the field's own name. */
  readonly title?: string
  readonly help?: string
}

/** A titled part of a form: the fields people look for there. */
interface FieldsSection {
  readonly title: string
  readonly help?: string
  /** The base whose fields these are. */
  readonly of: string
  /** Shown before they are set. */
  readonly always?: readonly string[]
  /** A button each while they are not set. */
  readonly adds?: readonly string[]
  /** Says what the base means as far as this part is about it ('': nothing to say). */
  readonly words?: (value: Json | undefined) => string
}

/** What a {@link FormSections} takes. */
export interface FormSectionsProps {
  readonly bases: readonly FormBase[]
  readonly sections: readonly FormSection[]
}

/**
 * The parts of a form that the schema fills in: the sections of its face, then what else is set, then the list of
 * every field that is not.
 */
export function FormSections(props: FormSectionsProps) {
  return useAfterFirstForm() ? <AllSections {...props} /> : null
}

function AllSections({ bases, sections }: FormSectionsProps) {
  const set = useKeysOf(bases.map(({ path }) => path))
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const entries = bases.flatMap((base, index) =>
    fieldsOf(base.type)
      .filter(({ name }) => base.except?.includes(name) !== true)
      .map((field): Entry => {
        const path = [...base.path, field.name]
        return {
          field,
          base,
          path,
          isThere: set[index]?.includes(field.name) === true || asked.has(pathKey(path)),
        }
      }),
  )
  const ask = (base: FormBase, field: Field): void =>
    addField(field, base.path, () => setAsked(new Set(asked).add(pathKey([...base.path, field.name]))))
  const find = (of: string, name: string): Entry[] =>
    entries.filter(
      ({ base, field }) => base.id === of && field.name === name && base.covered?.includes(name) !== true,
    )
  const placed = new Set(
    sections.flatMap((section) => namesOf(section).flatMap((name) => find(section.of, name))),
  )
  const own = sections.filter((section) => 'Own' in section)
  const isShown = ({ base, field }: Entry): boolean =>
    base.elsewhere === true ||
    base.covered?.includes(field.name) === true ||
    own.some(({ of, covers }) => of === base.id && covers.includes(field.name))
  const more = entries.filter((entry) => entry.isThere && !placed.has(entry) && !isShown(entry))
  const offers = entries
    .filter(({ field, isThere }) => !isThere && !field.byServer)
    .map((entry): Offer => {
      const { field, base, path } = entry
      const onAdd = (): void => {
        if (base.elsewhere === true) useDesigner.getState().select(path)
        else if (isShown(entry)) enterField(path)
        else ask(base, field)
      }
      return { field, group: base.title, onAdd }
    })
  return (
    <>
      {sections.map((section) =>
        'Own' in section ? (
          bases.flatMap((base) =>
            base.id === section.of
              ? [<OwnPart key={section.covers.join(' ')} section={section} path={base.path} />]
              : [],
          )
        ) : 'field' in section ? (
          find(section.of, section.field).map((entry) => (
            <OneField key={pathKey(entry.path)} entry={entry} section={section} onAsk={ask} />
          ))
        ) : (
          <SectionFields key={section.title} section={section} find={find} onAsk={ask} />
        ),
      )}
      {more.length === 0 ? null : (
        <Section title="More">
          <Fields entries={more} />
        </Section>
      )}
      <Section title="All fields" help={`${offers.length} more can be set here.`}>
        <div>
          <AllFields label="Find a field" offers={offers} />
        </div>
      </Section>
    </>
  )
}

/** Takes a part of a form; gives the names of the fields in it. */
function namesOf(section: FormSection): readonly string[] {
  if ('Own' in section) return section.covers
  return 'field' in section ? [section.field] : [...(section.always ?? []), ...(section.adds ?? [])]
}

/** The fields it covers can be gone to. */
function OwnPart({ section: { Own, covers }, path }: { readonly section: OwnSection; readonly path: Path }) {
  return covers.reduceRight<ReactNode>(
    (part, name) => <Place at={[...path, name]}>{part}</Place>,
    <Own path={path} />,
  )
}

interface Entry {
  readonly field: Field
  readonly base: FormBase
  readonly path: Path
  /** Set in the text, or its control was asked for. */
  readonly isThere: boolean
}

function Fields({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <div className={styles.fields}>
      {entries.map(({ field, path }) => (
        <FieldAt
          key={pathKey(path)}
          field={field}
          path={path}
          layout={hasParts(field.type) ? 'cell' : 'row'}
        />
      ))}
    </div>
  )
}

function OneField({
  entry: { field, base, path, isThere },
  section: { title, help },
  onAsk,
}: {
  readonly entry: Entry
  readonly section: FieldSection
  readonly onAsk: (base: FormBase, field: Field) => void
}): ReactNode {
  const label = title ?? labelOf(field)
  if (isThere) return <FieldAt field={field} path={path} layout="cell" heading="section" label={label} />
  const add = (
    <AddButton aria-label={`Add ${lowered(label)}`} onClick={() => onAsk(base, field)}>
      Add
    </AddButton>
  )
  return <Section title={label} help={help ?? helpOf(field) ?? undefined} action={add} />
}

function SectionFields({
  section,
  find,
  onAsk,
}: {
  readonly section: FieldsSection
  readonly find: (of: string, name: string) => readonly Entry[]
  readonly onAsk: (base: FormBase, field: Field) => void
}): ReactNode {
  const { title, help, of, always = [], adds = [], words } = section
  const inOrder = [...always, ...adds].flatMap((name) => find(of, name))
  const shown = inOrder.filter(({ field, isThere }) => isThere || always.includes(field.name))
  const absent = inOrder.filter((entry) => !shown.includes(entry))
  const at = inOrder[0]?.base.path
  return (
    <Section title={title} help={help}>
      {words === undefined || at === undefined ? null : <ValueInWords path={at} words={words} />}
      {shown.length === 0 ? null : <Fields entries={shown} />}
      {absent.length === 0 ? null : (
        <div className={styles.adds}>
          {absent.map(({ field, base }) => (
            <AddButton key={field.name} onClick={() => onAsk(base, field)}>
              {labelOf(field)}
            </AddButton>
          ))}
        </div>
      )}
    </Section>
  )
}
