import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import styles from './CheckListField.module.css'
import type { FieldProps } from './FieldFrame'

/** One of the things to check. */
export interface CheckOption {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

/** What a {@link CheckListField} takes. */
export interface CheckListFieldProps extends Omit<FieldProps, 'layout' | 'unit'> {
  readonly options: readonly CheckOption[]
  readonly values: readonly string[]
  readonly onToggle: (value: string, isChecked: boolean) => void
}

/** Several of a few things, each a box to check. */
export function CheckListField(props: CheckListFieldProps) {
  const { label, help, error, field, onFocus, options, values, onToggle } = props
  const id = useId()
  const isWrong = error !== null && error !== undefined && error !== ''
  return (
    <fieldset
      className={styles.field}
      aria-labelledby={id}
      aria-describedby={isWrong ? `${id}-error` : undefined}
    >
      <div id={id} className={styles.label}>
        {label}
      </div>
      {help === undefined || help === '' ? null : <p className={styles.help}>{help}</p>}
      {options.map((option, index) => (
        <label key={option.value} className={styles.option}>
          <input
            type="checkbox"
            className={styles.box}
            checked={values.includes(option.value)}
            data-field={index === 0 ? field : undefined}
            aria-label={option.label}
            aria-describedby={option.hint === undefined ? undefined : `${id}-${option.value}`}
            onFocus={onFocus}
            onChange={(event) => onToggle(option.value, event.currentTarget.checked)}
          />
          <span>
            {option.label}
            {option.hint === undefined ? null : (
              <span id={`${id}-${option.value}`} className={styles.hint}>
                {option.hint}
              </span>
            )}
          </span>
        </label>
      ))}
      {isWrong ? (
        <p id={`${id}-error`} className={styles.error}>
          <CircleAlert aria-hidden size={13} />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  )
}
