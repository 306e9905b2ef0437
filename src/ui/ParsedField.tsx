import { useState } from 'react'
import { TextField, type TextFieldProps } from './TextField'

/** What a text means, or why it means nothing. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string }

/** What a {@link ParsedField} takes. */
export interface ParsedFieldProps<T extends string | number | undefined> extends Omit<
  TextFieldProps,
  'value' | 'onChange'
> {
  readonly value: T
  readonly format: (value: T) => string
  readonly parse: (text: string) => Parsed<T>
  readonly onChange: (value: T) => void
}

/**
 * A value that is typed as text (a number, an octal mode). It keeps what is typed, also while that means nothing:
 * then it says why and leaves the value alone. A value that changes from outside replaces the text.
 */
export function ParsedField<T extends string | number | undefined>({
  value,
  format,
  parse,
  onChange,
  error,
  ...rest
}: ParsedFieldProps<T>) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: T } | null>(null)
  const current = typed !== null && Object.is(typed.value, value) ? typed : null
  const text = current === null ? format(value) : current.text
  const parsed = current === null ? null : parse(text)
  return (
    <TextField
      {...rest}
      value={text}
      error={parsed !== null && 'problem' in parsed ? parsed.problem : error}
      onChange={(next) => {
        const result = parse(next)
        const means = 'value' in result ? result.value : value
        setTyped({ text: next, value: means })
        if (!Object.is(means, value)) onChange(means)
      }}
    />
  )
}
