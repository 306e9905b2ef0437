import { ChevronRight, FileCode2 } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { CONCEPTS, type ConceptId } from '../../../ui/concepts'
import styles from './outline.module.css'

/** What a {@link OutlineRowView} takes: plain values, so that a row renders only when it changes. */
export interface OutlineRowViewProps {
  readonly rowKey: string
  readonly level: number
  readonly label: string
  readonly detail: string
  readonly concept: ConceptId | null
  readonly group: boolean
  readonly number: number | null
  readonly place: number
  readonly siblings: number
  readonly expanded: boolean | undefined
  readonly selected: boolean
  /** Whether Tab reaches this row: one row of the tree. */
  readonly tabbable: boolean
  /** A button at the end of the row, to add to the group. */
  readonly children?: ReactNode
}

/** A line of the outline. The tree around it handles clicks and keys. */
export const OutlineRowView = memo(function OutlineRowView(props: OutlineRowViewProps) {
  const { rowKey, level, label, detail, concept, group, number, expanded, selected, tabbable, children } =
    props
  const { Icon, ink } = concept === null ? PLAIN : CONCEPTS[concept]
  return (
    <div
      role="treeitem"
      data-row={rowKey}
      className={styles.row}
      data-group={group ? '' : undefined}
      style={{ '--level': level }}
      aria-level={level}
      aria-posinset={props.place}
      aria-setsize={props.siblings}
      aria-expanded={expanded}
      aria-selected={selected}
      tabIndex={tabbable ? 0 : -1}
    >
      <span className={styles.fold} data-fold={expanded === undefined ? undefined : ''}>
        {expanded === undefined ? null : <ChevronRight aria-hidden data-open={expanded ? '' : undefined} />}
      </span>
      {group ? null : <Icon aria-hidden className={styles.icon} style={{ color: ink }} />}
      {number === null ? null : <span className={styles.number}>{number}</span>}
      <span className={styles.label} data-unnamed={label === '' ? '' : undefined}>
        {label === '' ? 'no name' : label}
      </span>
      <span className={styles.detail}>{detail}</span>
      {children}
    </div>
  )
})

const PLAIN = { Icon: FileCode2, ink: 'var(--text-2)' }
