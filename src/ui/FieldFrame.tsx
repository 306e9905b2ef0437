import { use, useId, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { ErrorPlace } from './FieldLine'
import { useFieldNote, type FieldNote } from './FieldNotes'
import { LEVEL_ICONS } from './levels'
import styles from './FieldFrame.module.css'

/** What every form control takes besides its value. */
export interface FieldProps {
  readonly label: string
  /** What the value counts, e.g. `s`: a quiet word behind the label, which the help should say too. */
  readonly unit?: string | null | undefined
  /** One short line: what the value means. */
  readonly help?: ReactNode
  /** What is wrong with the value, or null. Shown under the control; it never keeps anybody from typing. */
  readonly error?: string | null | undefined
  /**
   * `row` (default): label left of the control and help below it where there is room, else both above it.
   * `cell`: one of several controls in a line: label above, help for screen readers only.
   * `bare`: label and help for screen readers only, where the place says what it is.
   */
  readonly layout?: 'row' | 'cell' | 'bare'
  /** Put on the control as `data-field`, so that a pane can find and focus it. */
  readonly field?: string | undefined
  readonly onFocus?: (() => void) | undefined
}

/** What ties a control to its label, help and error: spread it on the control. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'data-field': string | undefined
  readonly onFocus: (() => void) | undefined
}

/** Frames a control with its label, help and error. Takes a function that renders the control with the given attributes. */
export function FieldFrame({
  label,
  unit,
  help,
  error,
  layout = 'row',
  field,
  onFocus,
  children,
}: FieldProps & { readonly children: (control: ControlAttributes) => ReactNode }) {
  const id = useId()
  const isWrong = error !== null && error !== undefined && error !== ''
  const note = useFieldNote(field)
  const said: FieldNote | null = isWrong ? { level: 'error', text: error } : note
  const helped = help !== undefined && help !== ''
  const describedBy = [said === null ? '' : `${id}-error`, helped ? `${id}-help` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className={styles.field} data-layout={layout}>
      <label
        className={layout === 'bare' ? 'visually-hidden' : styles.label}
        htmlFor={id}
        data-part={layout === 'bare' ? undefined : 'label'}
      >
        {label}
        {unit === undefined || unit === null ? null : (
          <span className={styles.unit} aria-hidden>
            {unit}
          </span>
        )}
      </label>
      <div className={styles.control}>
        {children({
          id,
          'aria-describedby': describedBy === '' ? undefined : describedBy,
          'aria-invalid': said?.level === 'error' ? true : undefined,
          'data-field': field,
          onFocus,
        })}
      </div>
      {said === null ? null : (
        <Complaint id={`${id}-error`} of={layout === 'row' ? '' : label} note={said} isJudged={!isWrong} />
      )}
      {helped ? (
        <p id={`${id}-help`} className={layout === 'row' ? styles.help : 'visually-hidden'}>
          {help}
        </p>
      ) : null}
    </div>
  )
}

/** What is wrong: under the control, or under the line of controls it is one of, which it then names. */
function Complaint({
  id,
  of,
  note: { level, text },
  isJudged,
}: {
  readonly id: string
  readonly of: string
  readonly note: FieldNote
  readonly isJudged: boolean
}) {
  const Icon = LEVEL_ICONS[level]
  const place = use(ErrorPlace)
  const complaint = (
    <p id={id} className={styles.error} data-level={level} data-judged={isJudged ? '' : undefined}>
      <Icon aria-hidden size={13} />
      <span>{place === null || of === '' ? text : `${of}: ${text}`}</span>
    </p>
  )
  return place === null ? complaint : createPortal(complaint, place)
}
