import { FolderTree, Lock, LockOpen } from 'lucide-react'
import { memo, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Change } from '../../../core/kubernetes/change'
import { mount, setMount, unmount } from '../../../core/kubernetes/edits/volumes'
import { valueAt, type Path } from '../../../core/kubernetes/path'
import { field, itemsOf, textOf } from '../../../core/kubernetes/shape'
import { relativePath } from '../../../core/kubernetes/values'
import { useDesigner } from '../../../store/designer'
import { RowButton } from '../../../ui/RowButton'
import { change } from '../change'
import { useValue } from '../fields/useValue'
import styles from './matrix.module.css'

/** What a {@link Cell} takes: plain values, so that it renders only for its own mount. */
export interface CellProps {
  readonly podSpec: Path
  readonly list: 'containers' | 'initContainers'
  readonly index: number
  readonly volume: string
  /** The mount's place in the container's volumeMounts; null: not mounted. */
  readonly place: number | null
  /** What the cell is, in words. */
  readonly label: string
}

/** The matrix stays in sight while one edits in it: its edits select nothing. */
function still(edit: Change): Change {
  return (documents) => {
    edit(documents)
    return undefined
  }
}

/** One mount: its path, whether it is read-only, its sub path. An empty cell mounts with the first letter. */
export const Cell = memo(function Cell({ podSpec, list, index, volume, place, label }: CellProps) {
  const container = [...podSpec, list, index]
  const path = [...container, 'volumeMounts', place ?? -1]
  const value = useValue(path)
  const id = useId()
  const subPathInput = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState(false)
  const mountPath = textOf(field(value, 'mountPath'))
  const subPath = textOf(field(value, 'subPath'))
  const readOnly = field(value, 'readOnly') === true
  const problem = useProblem(container, place, mountPath, subPath)
  const shown = place !== null && (opened || subPath !== '')

  const type = (text: string): void => {
    if (place !== null) return change(still(setMount(path, { mountPath: text })), [...path, 'mountPath'])
    if (text === '') return
    const next = itemsOf(valueAt(useDesigner.getState().manifest, path.slice(0, -1))).length
    change(still(mount(container, volume, text)), [...container, 'volumeMounts', next, 'mountPath'])
  }

  return (
    <div
      role="presentation"
      className={styles.cell}
      data-mounted={place === null ? undefined : ''}
      onBlur={({ currentTarget, relatedTarget }) => {
        // Not before the focus has left the cell: its other controls go with the mount.
        if (place !== null && mountPath === '' && !currentTarget.contains(relatedTarget))
          change(still(unmount(path)), path)
      }}
    >
      <div className={styles.line}>
        <input
          className={styles.input}
          aria-label={`Mount path of ${label}`}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={problem === null ? undefined : id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder="—"
          value={mountPath}
          onChange={(event) => type(event.currentTarget.value)}
        />
        {place === null ? null : (
          <>
            <RowButton
              label={`${label} is ${readOnly ? 'read-only' : 'writable'}`}
              aria-pressed={readOnly}
              onClick={() => change(still(setMount(path, { readOnly: !readOnly })), path)}
            >
              {readOnly ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
            </RowButton>
            <RowButton
              label={`Sub path of ${label}`}
              aria-expanded={shown}
              disabled={subPath !== ''}
              onClick={() => {
                flushSync(() => setOpened(!opened))
                subPathInput.current?.focus()
              }}
            >
              <FolderTree aria-hidden />
            </RowButton>
          </>
        )}
      </div>
      {shown ? (
        <label className={styles.subPath}>
          <span>sub path</span>
          <input
            ref={subPathInput}
            className={styles.input}
            type="text"
            autoComplete="off"
            spellCheck={false}
            aria-label={`Sub path of ${label}`}
            value={subPath}
            onChange={(event) =>
              change(still(setMount(path, { subPath: event.currentTarget.value })), [...path, 'subPath'])
            }
          />
        </label>
      ) : null}
      {problem === null ? null : (
        <p id={id} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
})

/** What is wrong with a mount: the server refuses a path twice in a container, and a sub path that leaves the volume. */
function useProblem(
  container: Path,
  place: number | null,
  mountPath: string,
  subPath: string,
): string | null {
  const twice = useDesigner((designer) => {
    if (place === null || mountPath === '') return false
    const mounts = itemsOf(valueAt(designer.manifest, [...container, 'volumeMounts']))
    return mounts.filter((other) => field(other, 'mountPath') === mountPath).length > 1
  })
  if (place === null) return null
  if (mountPath === '') return 'Required value'
  if (twice) return 'must be unique'
  return subPath === '' ? null : relativePath(subPath)
}
