import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { Button } from '../../../ui/Button'
import type { Spot } from './ask'
import styles from './AskForm.module.css'

/** What an {@link AskForm} takes. */
export interface AskFormProps {
  readonly at: Spot
  readonly title: string
  /** The words of the button that does it. */
  readonly verb: string
  /** Whether something still keeps it from being done. */
  readonly blocked: boolean
  readonly onSubmit: () => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

const MARGIN = 8

/** A small form at a place of the canvas. Enter does it, Escape or leaving it does not. */
export function AskForm({ at, title, verb, blocked, onSubmit, onCancel, children }: AskFormProps) {
  const box = useRef<HTMLDialogElement>(null)
  const leaving = useRef(0)
  const titleId = useId()

  // Kept inside the pane, wherever it was asked for.
  useLayoutEffect(() => {
    const form = box.current
    const pane = form?.offsetParent
    if (!form || !pane) return
    const inside = (wish: number, size: number, room: number) =>
      Math.max(MARGIN, Math.min(wish, room - size - MARGIN))
    form.style.left = `${inside(at.x, form.offsetWidth, pane.clientWidth)}px`
    form.style.top = `${inside(at.y, form.offsetHeight, pane.clientHeight)}px`
  }, [at])

  useEffect(() => {
    const first = box.current?.querySelector<HTMLInputElement>(
      'input[type=text], input:not([aria-hidden], [type=radio])',
    )
    first?.focus({ preventScroll: true })
    first?.select()
    return () => window.clearTimeout(leaving.current)
  }, [])

  const onBlur = (): void => {
    // Lists of choices open elsewhere in the document, but their focus arrives here all the same.
    leaving.current = window.setTimeout(() => {
      if (document.hasFocus() && box.current?.contains(document.activeElement) !== true) onCancel()
    })
  }
  const onFocus = (event: FocusEvent): void => {
    event.stopPropagation()
    window.clearTimeout(leaving.current)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    onCancel()
  }

  return (
    // It is interactive as a whole: Escape leaves it, and so does leaving it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      open
      ref={box}
      className={`${styles.dialog} nokey nopan nowheel`}
      aria-labelledby={titleId}
      tabIndex={-1}
      style={{ left: at.x, top: at.y }}
      onBlur={onBlur}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!blocked) onSubmit()
        }}
      >
        <h3 id={titleId} className={styles.title}>
          {title}
        </h3>
        {children}
        <div className={styles.actions}>
          <Button variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" disabled={blocked}>
            {verb}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
