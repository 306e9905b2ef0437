import { setValue } from '../../../core/kubernetes/edits/setValue'
import { requiredOr, type Check } from '../../../core/kubernetes/names'
import { NumberField } from '../../../ui/NumberField'
import { useFilledIn } from '../../../store/lens'
import { change } from '../change'
import { placeProps, type AtProps, type Edit } from './at'
import { asText, useValue } from './useValue'

/** A whole number of the manifest at a path; an emptied field leaves the manifest. */
export function NumberAt({
  path,
  check = null,
  required = false,
  placeholder,
  min,
  max,
  write,
  error,
  ...frame
}: AtProps & {
  readonly check?: Check | null
  readonly required?: boolean
  readonly placeholder?: string
  readonly min?: number
  readonly max?: number
  readonly write?: Edit<number | undefined>
}) {
  const value = useValue(path)
  const filledIn = useFilledIn(path)
  const text = asText(value)
  const misfit = text === '' || typeof value === 'number' ? null : 'Must be a whole number without quotes.'
  const complaint =
    misfit ?? (required ? requiredOr(text, check) : text === '' ? null : (check?.(text) ?? null))
  return (
    <NumberField
      {...frame}
      {...placeProps(path)}
      mono
      value={typeof value === 'number' ? value : text === '' ? undefined : text}
      error={error ?? complaint}
      placeholder={filledIn === undefined ? placeholder : asText(filledIn)}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      onChange={(next) => change(write === undefined ? setValue(path, next) : write(next), path)}
    />
  )
}
