import type { KeyboardEventHandler } from 'react'
import { FieldFrame, type FieldProps } from './FieldFrame'
import styles from './input.module.css'
import { TextAreaField } from './TextAreaField'
import { VERBATIM } from './verbatim'

/** What a {@link TextField} takes. */
export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement> | undefined
  readonly placeholder?: string | undefined
  /** For what a machine reads: names, images, paths. */
  readonly mono?: boolean | undefined
  readonly readOnly?: boolean | undefined
}

/** One line of text: a value in, each keystroke out. A value of several lines is shown with all of them. */
export function TextField(props: TextFieldProps) {
  // An input would take the line breaks out with the next keystroke.
  return props.value.includes('\n') ? <TextAreaField wrap {...props} /> : <Line {...props} />
}

function Line({ value, onChange, onBlur, onKeyDown, placeholder, mono, readOnly, ...frame }: TextFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          className={styles.input}
          data-mono={mono === true ? '' : undefined}
          type="text"
          value={value}
          title={value.length > 16 ? value : undefined}
          readOnly={readOnly}
          placeholder={placeholder}
          {...VERBATIM}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        />
      )}
    </FieldFrame>
  )
}
