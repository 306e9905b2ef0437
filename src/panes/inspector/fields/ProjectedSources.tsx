import type { ReactNode } from 'react'
import { addProjection, removeProjection } from '../../../core/kubernetes/edits/volumes'
import { moveItem } from '../../../core/kubernetes/edits/list'
import type { Path } from '../../../core/kubernetes/path'
import { fieldsOf } from '../../../core/kubernetes/schema/schema'
import type { SourceField } from '../../../core/kubernetes/sourceFields'
import { PROJECTED_SOURCES } from '../../../core/kubernetes/volumeSources'
import { projectionsIn } from '../../../core/kubernetes/volumes'
import { helpOf } from '../../../core/words/fieldHelp'
import { labelOf } from '../../../core/words/fieldLabels'
import { AddButton } from '../../../ui/AddButton'
import { CONCEPTS } from '../../../ui/concepts'
import { ListEditor } from '../../../ui/ListEditor'
import { Menu } from '../../../ui/Menu'
import { act } from '../change'
import { useManifest } from '../useManifest'
import type { AtProps } from './at'
import { BlockField } from './BlockField'
import styles from './fields.module.css'

const SOURCES = [
  ...PROJECTED_SOURCES.map(({ id, label, help, concept }) => ({
    id,
    label,
    hint: help,
    Icon: CONCEPTS[concept].Icon,
  })),
  ...fieldsOf('VolumeProjection')
    .filter(({ name }) => !PROJECTED_SOURCES.some(({ id }) => id === name))
    .map((field) => ({
      id: field.name,
      label: labelOf(field),
      hint: helpOf(field) ?? undefined,
      Icon: CONCEPTS.volume.Icon,
    })),
]

/** The sources that a projected volume puts together in one directory. Takes how to render the fields of one. */
export function ProjectedSources({
  path,
  label,
  help,
  rowFields,
  otherFields,
}: AtProps & {
  readonly rowFields: (fields: readonly SourceField[], base: Path) => ReactNode
  /** Takes a source without a row of its own. */
  readonly otherFields: (sourceId: string, base: Path) => ReactNode
}) {
  const volume = path.slice(0, -2)
  const projections = projectionsIn(useManifest(), volume)
  const row = (index: number): ReactNode => {
    const projection = projections[index]
    if (projection === undefined) return null
    const { source, sourceId } = projection
    const { Icon, ink } = CONCEPTS[source?.concept ?? 'volume']
    return (
      <div className={styles.card}>
        <div className={styles.cardTitle} style={{ color: ink }}>
          <Icon aria-hidden size={14} />
          {source?.label ?? sourceId}
        </div>
        {source === null
          ? otherFields(sourceId, [...projection.path, sourceId])
          : rowFields(source.fields, [...projection.path, sourceId])}
      </div>
    )
  }
  return (
    <BlockField label={label} help={help}>
      <ListEditor
        heading="bare"
        stacked
        title={label}
        noun="source"
        count={projections.length}
        row={row}
        onRemove={(index) => act(removeProjection(projections[index]?.path ?? path))}
        onMove={(from, to) => act(moveItem(projections[from]?.path ?? path, to))}
        action={
          <Menu
            trigger={<AddButton>Add source</AddButton>}
            entries={SOURCES.map(({ id, label: name, hint, Icon }) => ({
              id,
              label: name,
              hint,
              icon: <Icon aria-hidden />,
              run: () => act(addProjection(volume, id)),
            }))}
          />
        }
      />
    </BlockField>
  )
}
