import { useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { flushSync } from 'react-dom'
import { removalAt } from '../../../core/kubernetes/edits/removal'
import type { Path } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'
import { act } from '../change'
import { focusField } from '../focusField'
import { useManifest } from '../useManifest'
import { AddMenu } from './AddMenu'
import styles from './outline.module.css'
import { OutlineRowView } from './OutlineRowView'
import { movement } from './movement'
import { outlineRows, rowAt, visibleRows, type OutlineRow } from './rows'
import { rowToGo } from './rowToGo'

/** The manifest as a tree: selects, adds, removes, reorders; all by keyboard too. */
export function Outline({ onEnter }: { readonly onEnter: () => void }) {
  const manifest = useManifest()
  const all = useMemo(() => outlineRows(manifest), [manifest])
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => visibleRows(all, folded), [all, folded])
  const selected = useDesigner((designer) => rowAt(rows, designer.selected)?.key)
  const tabbable = selected ?? rows[0]?.key

  const fold = (row: OutlineRow, close: boolean): void => {
    const next = new Set(folded)
    if (close) next.add(row.key)
    else next.delete(row.key)
    setFolded(next)
  }
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const row = rowOf(rows, event.target)
    if (row === undefined || isButton(event.target)) return
    if (event.target instanceof Element && event.target.closest('[data-fold]'))
      fold(row, !folded.has(row.key))
    else useDesigner.getState().select(row.path)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const row = rowOf(rows, event.target)
    if (row === undefined || isButton(event.target)) return
    if (handled(event, row)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const handled = (event: KeyboardEvent<HTMLDivElement>, row: OutlineRow): boolean => {
    const tree = event.currentTarget
    const { key, altKey, ctrlKey, metaKey } = event
    if (ctrlKey || metaKey) return false
    if (altKey) {
      const change = key === 'ArrowUp' ? movement(row, -1) : key === 'ArrowDown' ? movement(row, 1) : null
      if (change === null) return false
      edit(tree, () => act(change))
      return true
    }
    if (key === 'Delete' || key === 'Backspace') {
      const change = removalAt(row.path)
      if (change !== null) edit(tree, () => act(change))
      return change !== null
    }
    if (key === 'Enter') onEnter()
    else if (key === 'F2') focusField(nameField(row))
    else if (key === 'ArrowLeft' && row.parent && !folded.has(row.key)) fold(row, true)
    else if (key === 'ArrowRight' && folded.has(row.key)) fold(row, false)
    else {
      const next = rowToGo(rows, row, key)
      if (next === null) return false
      edit(tree, () => useDesigner.getState().select(next.path))
    }
    return true
  }

  return (
    <div className={styles.outline}>
      <div className={styles.head}>
        <h2 className={styles.title}>Outline</h2>
        <AddMenu />
      </div>
      <div
        role="tree"
        tabIndex={-1}
        aria-label="Outline"
        className={styles.tree}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {rows.map((row) => (
          <OutlineRowView
            key={row.key}
            row={row}
            expanded={row.parent ? !folded.has(row.key) : undefined}
            selected={row.key === selected}
            tabbable={row.key === tabbable}
          />
        ))}
      </div>
    </div>
  )
}

function isButton(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null
}

function rowOf(rows: readonly OutlineRow[], target: EventTarget): OutlineRow | undefined {
  const key = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
  return rows.find((row) => row.key === key)
}

/** Does what changes the selection, then focuses the row that is selected now. */
function edit(tree: HTMLElement, run: () => void): void {
  flushSync(run)
  const row = tree.querySelector<HTMLElement>('[aria-selected="true"]')
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

function nameField({ kind, path }: OutlineRow): Path {
  return kind === 'container' || kind === 'volume' ? [...path, 'name'] : [...path, 'metadata', 'name']
}
