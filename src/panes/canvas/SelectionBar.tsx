import { CopyPlus, Link2, Lock, LockOpen, Pencil, Trash2 } from 'lucide-react'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuEntry } from '../../ui/Menu'
import styles from './Canvas.module.css'
import type { Deeds } from './deeds'

/** What a {@link SelectionBar} takes. */
export interface SelectionBarProps {
  readonly deeds: Deeds
  readonly connections: readonly MenuEntry[]
  readonly inert: boolean
  readonly onDo: (deed: keyof Pick<Deeds, 'removal' | 'duplication' | 'writing'>) => void
  readonly onRename: () => void
}

/** What can be done with the selected thing, at the foot of the canvas. */
export function SelectionBar({ deeds, connections, inert, onDo, onRename }: SelectionBarProps) {
  const { what, removal, duplication, named, mount, writing } = deeds
  const isEmpty = connections.length === 0 && removal === null && writing === null
  if (isEmpty) return null
  return (
    <div className={styles.bar} role="toolbar" aria-label={`Selected: ${what}`}>
      <span className={styles.what} title={what}>
        {what}
      </span>
      {connections.length === 0 ? null : (
        <Menu
          side="top"
          trigger={
            <Button variant="quiet" disabled={inert} data-deed="connect" icon={<Link2 aria-hidden />}>
              Connect
            </Button>
          }
          entries={connections}
        />
      )}
      {writing === null ? null : (
        <IconButton label={writing.label} side="top" disabled={inert} onClick={() => onDo('writing')}>
          {writing.label === 'Make read-only' ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
        </IconButton>
      )}
      {named === null && mount === null ? null : (
        <IconButton
          label={mount === null ? 'Rename' : 'Change the mount path'}
          keys="F2"
          side="top"
          disabled={inert}
          onClick={onRename}
        >
          <Pencil aria-hidden />
        </IconButton>
      )}
      {duplication === null ? null : (
        <IconButton
          label="Duplicate"
          keys="Mod+D"
          side="top"
          disabled={inert}
          onClick={() => onDo('duplication')}
        >
          <CopyPlus aria-hidden />
        </IconButton>
      )}
      {removal === null ? null : (
        <IconButton label="Remove" keys="Delete" side="top" disabled={inert} onClick={() => onDo('removal')}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
