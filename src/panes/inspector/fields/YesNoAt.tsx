import { setValue } from '../../../core/kubernetes/edits/setValue'
import { useFilledIn } from '../../../store/lens'
import { SegmentedField } from '../../../ui/SegmentedField'
import { change } from '../change'
import { placeProps, type AtProps } from './at'
import { asText, useValue } from './useValue'

/** A boolean at a path: yes, no, or not set, which is not the same as no. */
export function YesNoAt({
  path,
  error,
  preset = null,
  ...frame
}: AtProps & { readonly preset?: string | null }) {
  const value = useValue(path)
  const misfit =
    value === undefined || value === null || typeof value === 'boolean'
      ? null
      : 'Must be true or false, without quotes.'
  const filledIn = asText(useFilledIn(path)) || preset
  const unset = filledIn === null ? 'Not set' : `Not set: ${filledIn === 'true' ? 'yes' : 'no'}`
  return (
    <SegmentedField
      {...frame}
      {...placeProps(path)}
      error={error ?? misfit}
      value={asText(value)}
      options={[
        { value: '', label: unset },
        { value: 'true', label: 'Yes' },
        { value: 'false', label: 'No' },
      ]}
      onChange={(next) => change(setValue(path, next === '' ? undefined : next === 'true'), path)}
    />
  )
}
