import { GripVertical, X } from 'lucide-react'
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { AddButton } from './AddButton'
import styles from './ListEditor.module.css'
import { focusRow, placeIn } from './listFocus'
import { RowButton } from './RowButton'
import { Section } from './Section'
import { useRowDrag } from './useRowDrag'

/** What a {@link ListEditor} takes. */
export interface ListEditorProps {
  readonly title: string
  readonly help?: ReactNode
  /** What one row is, for the buttons: "port" gives "Add port", "Remove port 2". */
  readonly noun: string
  readonly count: number
  /** Renders the controls of a row. Rows are keyed by place, so a control survives what is typed in it. */
  readonly row: (index: number) => ReactNode
  /** Puts a new row at that place; its first control gets the focus. */
  readonly onAdd?: ((index: number) => void) | undefined
  readonly onRemove: (index: number) => void
  /** Given: rows can be moved, by dragging their handle, by arrow keys on it, and by Alt with them anywhere in a row. */
  readonly onMove?: ((from: number, to: number) => void) | undefined
  /** Stands where the button to add stands; for lists with several ways to add. */
  readonly action?: ReactNode
  /** Enter adds the next row right after, not at the end. */
  readonly insertsAfter?: boolean
  /** `part`: a smaller heading, inside a section. `bare`: none; something around it names the list. */
  readonly heading?: 'section' | 'part' | 'bare'
  /** Rows of several lines: the buttons stand in the first, which leaves `var(--actions)` free; the others are full. */
  readonly stacked?: boolean
}

/** A list of rows: add, remove and reorder, all by keyboard too. Enter in a text adds the next row. */
export function ListEditor(props: ListEditorProps) {
  const { title, help, noun, count, row, onAdd, onRemove, onMove, action, insertsAfter, stacked } = props
  const { heading = 'section' } = props
  const moves = onMove !== undefined && count > 1
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const add = useRef<HTMLButtonElement>(null)

  const addAt = (index: number): void => {
    flushSync(() => onAdd?.(index))
    if (!focusRow(list.current, index)) focusRow(list.current, count - 1)
  }
  const removeAt = (index: number): void => {
    flushSync(() => onRemove(index))
    if (!focusRow(list.current, index) && !focusRow(list.current, index - 1)) add.current?.focus()
  }
  const move = (from: number, to: number, control: number): void => {
    if (onMove === undefined || to < 0 || to >= count) return
    flushSync(() => onMove(from, to))
    focusRow(list.current, to, control)
  }

  const { drag, handle } = useRowDrag(list, (from, to) => move(from, to, 0))

  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (!event.altKey || step === 0 || !moves || !isOwn(event.target)) return
    const place = placeIn(list.current, event.target)
    if (place === null) return
    event.preventDefault()
    event.stopPropagation()
    move(place.index, place.index + step, place.control)
  }
  /** Whether something is in a row of this list, not in one of a list inside it. */
  const isOwn = (inside: EventTarget): boolean =>
    inside instanceof Element && inside.closest('[data-moves]') === list.current

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const { target } = event
    if (
      event.key !== 'Enter' ||
      event.defaultPrevented ||
      onAdd === undefined ||
      event.nativeEvent.isComposing
    )
      return
    if (!(target instanceof HTMLInputElement) || target.type !== 'text') return
    if (target.getAttribute('aria-activedescendant')) return
    const place = placeIn(list.current, target)
    if (place === null) return
    event.preventDefault()
    event.stopPropagation()
    addAt(insertsAfter === true ? place.index + 1 : count)
  }

  const rows = (
    <div role="presentation" onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown}>
      <ul ref={list} className={styles.list} aria-label={title} data-moves={moves ? '' : undefined}>
        {Array.from({ length: count }, (_, index) => (
          <li
            key={index}
            className={styles.row}
            data-stacked={stacked === true ? '' : undefined}
            data-dragged={drag?.from === index ? '' : undefined}
            data-drop={
              drag === null || drag.to !== index || drag.from === index
                ? undefined
                : drag.to < drag.from
                  ? 'before'
                  : 'after'
            }
            style={{ '--actions': moves ? '52px' : '28px' }}
          >
            <div className={styles.content}>{row(index)}</div>
            <div className={styles.actions}>
              {moves ? (
                <span className={styles.handle} {...handle(index)}>
                  <RowButton
                    label={`Move ${noun} ${index + 1}: drag, or arrow keys`}
                    onKeyDown={(event) => {
                      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                      if (step === 0 || event.altKey) return
                      event.preventDefault()
                      const place = placeIn(list.current, event.currentTarget)
                      move(index, index + step, place?.control ?? 0)
                    }}
                  >
                    <GripVertical aria-hidden />
                  </RowButton>
                </span>
              ) : null}
              <RowButton label={`Remove ${noun} ${index + 1}`} onClick={() => removeAt(index)}>
                <X aria-hidden />
              </RowButton>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
  const button =
    action ??
    (onAdd === undefined ? null : (
      <AddButton ref={add} data-adds onClick={() => addAt(count)}>
        Add {noun}
      </AddButton>
    ))
  if (heading === 'section')
    return (
      <Section title={title} help={help} action={button}>
        {count === 0 ? null : rows}
      </Section>
    )
  if (heading === 'bare')
    return (
      <div className={styles.part}>
        {count === 0 ? null : rows}
        <div>{button}</div>
      </div>
    )
  return (
    <fieldset className={styles.part} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h4 id={id} className={styles.partTitle}>
          {title}
        </h4>
        {button}
      </div>
      {help === undefined ? null : <p className={styles.help}>{help}</p>}
      {count === 0 ? null : rows}
    </fieldset>
  )
}
