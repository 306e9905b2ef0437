import { ParsedField, type ParsedFieldProps } from './ParsedField'

/** A number; a text that a manifest has where a number belongs is shown, and never written. */
type NumberValue = number | string | undefined

/** What a {@link NumberField} takes. */
export interface NumberFieldProps extends Omit<
  ParsedFieldProps<NumberValue>,
  'format' | 'parse' | 'onKeyDown' | 'onChange'
> {
  readonly onChange: (value: number | undefined) => void
  /** Arrow keys stop here; typing may go beyond (the check says what is wrong). */
  readonly min?: number
  readonly max?: number
}

const format = (value: NumberValue): string => (value === undefined ? '' : String(value))

function parse(text: string): { value: number | undefined } | { problem: string } {
  const trimmed = text.trim()
  if (trimmed === '') return { value: undefined }
  const value = /^[-+]?\d+$/.test(trimmed) ? Number(trimmed) : Number.NaN
  return Number.isSafeInteger(value)
    ? { value }
    : { problem: 'Not a whole number, so it is not in the manifest yet.' }
}

/** A whole number, or undefined where the field is empty. Arrow up and down count; half-typed text stays. */
export function NumberField({ value, onChange, min = 0, max = Infinity, ...rest }: NumberFieldProps) {
  return (
    <ParsedField<NumberValue>
      {...rest}
      value={value}
      format={format}
      parse={parse}
      onChange={(next) => {
        if (typeof next !== 'string') onChange(next)
      }}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (step === 0) return
        event.preventDefault()
        const next = typeof value === 'number' ? value + step : min
        onChange(Math.min(max, Math.max(min, next)))
      }}
    />
  )
}
