import { useId, type ReactNode } from 'react'
import styles from './ChoiceField.module.css'

/** One choice. */
export interface Choice {
  readonly value: string
  readonly label: string
  /** Shown while it is chosen. */
  readonly help?: string | undefined
  readonly icon?: ReactNode
  readonly ink?: string | undefined
}

/** What a {@link ChoiceField} takes. */
export interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  readonly onFocus?: (() => void) | undefined
  /** Put on the chosen one as `data-field`, so that a pane can find and focus it. */
  readonly field?: string | undefined
  /** Only the segments: no line of help under them, no visible label. */
  readonly bare?: boolean
}

/** A choice of few, all in sight: a radio group drawn as one bar. Arrow keys choose. */
export function ChoiceField({
  label,
  value,
  choices,
  onChange,
  onFocus,
  field,
  bare = false,
}: ChoiceFieldProps) {
  const id = useId()
  const help = choices.find((choice) => choice.value === value)?.help
  return (
    <div
      role="radiogroup"
      className={styles.field}
      data-bare={bare ? '' : undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={help === undefined || bare ? undefined : `${id}-help`}
    >
      <div id={`${id}-label`} className={bare ? 'visually-hidden' : styles.label}>
        {label}
      </div>
      <div className={styles.bar}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={styles.segment}
            style={{ '--ink': choice.ink ?? 'var(--text)' }}
          >
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              data-field={choice.value === value ? field : undefined}
              onChange={() => onChange(choice.value)}
              onFocus={onFocus}
            />
            {choice.icon}
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {help === undefined || bare ? null : (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  )
}
