import { Trash2 } from 'lucide-react'
import { removeVolume, renameVolume, setVolumeSource } from '../../../core/kubernetes/edits/volumes'
import { isObject } from '../../../core/kubernetes/json'
import { dns1123Label } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { fieldOf, fieldsOf } from '../../../core/kubernetes/schema/schema'
import { field, wordOf } from '../../../core/kubernetes/shape'
import { VOLUME_SOURCES } from '../../../core/kubernetes/volumeSources'
import { sourceKeyOf, sourceKeysOf } from '../../../core/kubernetes/volumes'
import { helpOf } from '../../../core/words/fieldHelp'
import { labelOf } from '../../../core/words/fieldLabels'
import { useDesigner } from '../../../store/designer'
import { CONCEPTS } from '../../../ui/concepts'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { SelectField } from '../../../ui/SelectField'
import { act, change, selectField } from '../change'
import { SourceFields } from '../fields/SourceFieldAt'
import { TextAt } from '../fields/TextAt'
import { Unedited } from '../fields/Unedited'
import { useValue } from '../fields/useValue'
import { Matrix } from '../matrix/Matrix'
import { hasNamesake } from '../namesakes'
import { ObjectFields } from '../schema/ObjectFields'
import { FormHead } from './FormHead'
import styles from './forms.module.css'

/** Every source the schema knows: first those that are used most, those that are no longer made last. */
const SOURCE_OPTIONS = [
  ...VOLUME_SOURCES.map(({ id, label, help, concept }) => {
    const { Icon, ink } = CONCEPTS[concept]
    return { value: id, label, hint: help, icon: <Icon aria-hidden style={{ color: ink }} /> }
  }),
  ...fieldsOf('Volume')
    .filter(({ name }) => name !== 'name' && !VOLUME_SOURCES.some(({ id }) => id === name))
    .toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated))
    .map((member) => ({
      value: member.name,
      label: labelOf(member),
      hint: member.deprecated ? 'Deprecated' : (helpOf(member) ?? undefined),
      icon: <CONCEPTS.volume.Icon aria-hidden style={{ color: CONCEPTS.volume.ink }} />,
    })),
]

/** The form of a volume: its name, where its files come from, and who mounts it. */
export function VolumeForm({ path, podSpec }: { readonly path: Path; readonly podSpec: Path }) {
  const volume = useValue(path)
  const namesake = useDesigner((designer) => hasNamesake(designer.manifest, [path.slice(0, -1)], path))
  const sourceId = isObject(volume) ? sourceKeyOf(volume) : ''
  const sources = isObject(volume) ? sourceKeysOf(volume) : []
  const source = VOLUME_SOURCES.find((row) => row.id === sourceId) ?? null
  const name = wordOf(field(volume, 'name'))
  return (
    <div className={styles.form}>
      <FormHead
        concept={source?.concept ?? 'volume'}
        kind={['Volume', source?.label ?? sourceId].filter((word) => word !== '').join(' · ')}
        name={name}
      >
        <IconButton label="Remove volume and its mounts" onClick={() => act(removeVolume(path))}>
          <Trash2 aria-hidden />
        </IconButton>
      </FormHead>
      <div className={styles.fields}>
        <TextAt
          label="Name"
          help="Unique in the pod. Its mounts follow when you change it."
          path={[...path, 'name']}
          required
          hold
          check={dns1123Label}
          write={(next) => renameVolume(path, next)}
          refusal="Another volume of the pod has this name. The manifest keeps the old one."
          error={namesake ? 'Duplicate value: another volume of the pod has this name.' : null}
        />
        <SelectField
          label="Source"
          help={source?.help ?? 'Choosing another source replaces this one.'}
          value={sourceId}
          error={
            sourceId === ''
              ? 'A volume needs a source.'
              : sources.length > 1
                ? `Only one of ${sources.join(', ')} may be there: choose the one to keep.`
                : null
          }
          options={SOURCE_OPTIONS}
          onFocus={() => selectField([...path, sourceId])}
          onChange={(id) => change(setVolumeSource(path, id), path)}
        />
        {source === null ? null : (
          <SourceFields fields={source.fields} base={[...path, sourceId]} podSpec={podSpec} />
        )}
        {source === null && sourceId !== '' ? <OtherSource path={[...path, sourceId]} /> : null}
      </div>
      <Section title="Mounts" help="Type a path to mount the volume in a container; clear it to unmount.">
        <Matrix podSpec={podSpec} only={name} />
      </Section>
    </div>
  )
}

/** A source without a row of its own: its fields by the schema; what the schema does not know is YAML. */
function OtherSource({ path }: { readonly path: Path }) {
  const type = fieldOf('Volume', String(path.at(-1)))?.type
  return type?.is === 'object' ? <ObjectFields type={type.type} path={path} /> : <Unedited path={path} />
}
