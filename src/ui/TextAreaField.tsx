import { FieldFrame, type FieldProps } from './FieldFrame'
import styles from './input.module.css'
import { VERBATIM } from './verbatim'

/** What a {@link TextAreaField} takes. */
export interface TextAreaFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly readOnly?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly mono?: boolean | undefined
  /** Long lines wrap instead of scrolling. */
  readonly wrap?: boolean | undefined
  /** Its height follows the text, between these numbers of lines. */
  readonly minRows?: number
  readonly maxRows?: number
}

/** Text of several lines, such as a script: a value in, each keystroke out. Tab leaves it, as everywhere. */
export function TextAreaField({
  value,
  onChange,
  onBlur,
  readOnly,
  placeholder,
  mono,
  wrap,
  minRows = 2,
  maxRows = 16,
  ...frame
}: TextAreaFieldProps) {
  const lines = value.split('\n').length
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <textarea
          {...control}
          className={styles.input}
          data-mono={mono === true ? '' : undefined}
          data-wrap={wrap === true ? '' : undefined}
          rows={Math.max(minRows, Math.min(maxRows, lines))}
          value={value}
          placeholder={placeholder}
          {...VERBATIM}
          readOnly={readOnly}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
        />
      )}
    </FieldFrame>
  )
}
