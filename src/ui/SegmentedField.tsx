import { useId } from 'react'
import styles from './ChoiceField.module.css'
import { FieldFrame, type FieldProps } from './FieldFrame'

/** What a {@link SegmentedField} takes. */
export interface SegmentedFieldProps extends FieldProps {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** A choice of two or three words, all in sight, framed as the fields around it. Arrow keys choose. */
export function SegmentedField({ value, options, onChange, field, onFocus, ...frame }: SegmentedFieldProps) {
  const name = useId()
  const chosen = options.find((option) => option.value === value) ?? options[0]
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <div
          role="radiogroup"
          className={styles.bar}
          aria-label={frame.label}
          aria-describedby={control['aria-describedby']}
        >
          {options.map((option) => (
            <label key={option.value} className={styles.segment} style={{ '--ink': 'var(--text)' }}>
              <input
                type="radio"
                className="visually-hidden"
                name={name}
                value={option.value}
                checked={option === chosen}
                data-field={option === chosen ? field : undefined}
                onChange={() => onChange(option.value)}
                onFocus={onFocus}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
