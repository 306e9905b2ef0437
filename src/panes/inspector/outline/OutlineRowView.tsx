import { ChevronRight, FileCode2 } from 'lucide-react'
import { memo } from 'react'
import { CONCEPTS } from '../../../ui/concepts'
import { GroupAdd } from './GroupAdd'
import styles from './outline.module.css'
import type { OutlineRow } from './rows'

/** What a {@link OutlineRowView} takes. */
export interface OutlineRowViewProps {
  readonly row: OutlineRow
  /** undefined: nothing to fold. */
  readonly expanded: boolean | undefined
  readonly selected: boolean
  /** Whether Tab reaches this row: one row of the tree. */
  readonly tabbable: boolean
}

const GROUPS: ReadonlySet<string> = new Set(['init', 'app', 'volumes'])
const PLAIN = { Icon: FileCode2, ink: 'var(--text-2)' }

function View({ row, expanded, selected, tabbable }: OutlineRowViewProps) {
  const { key, level, label, detail, number, kind } = row
  const { Icon, ink } = row.concept === null ? PLAIN : CONCEPTS[row.concept]
  const group = GROUPS.has(kind)
  return (
    <div
      role="treeitem"
      data-row={key}
      className={styles.row}
      data-group={group ? '' : undefined}
      style={{ '--level': level }}
      aria-level={level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
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
      {group ? <GroupAdd kind={kind} podSpec={row.path.slice(0, -1)} /> : null}
    </div>
  )
}

const SHOWN = ['key', 'kind', 'level', 'label', 'detail', 'concept', 'number', 'place', 'siblings'] as const

function isSame(a: OutlineRowViewProps, b: OutlineRowViewProps): boolean {
  if (a.expanded !== b.expanded || a.selected !== b.selected || a.tabbable !== b.tabbable) return false
  return SHOWN.every((name) => a.row[name] === b.row[name])
}

/** A line of the outline. Renders only when what it shows changes; the tree around it handles clicks and keys. */
export const OutlineRowView = memo(View, isSame)
