import { setValue } from '../../../core/kubernetes/edits/setValue'
import { SwitchField } from '../../../ui/SwitchField'
import { change } from '../change'
import { placeProps, type AtProps } from './at'
import { useValue } from './useValue'

/** A boolean of the manifest at a path that is false where it is absent: switching off removes it. */
export function SwitchAt({ path, error, ...frame }: AtProps) {
  const value = useValue(path)
  const misfit =
    value === undefined || value === null || typeof value === 'boolean'
      ? null
      : 'Must be true or false, without quotes.'
  return (
    <SwitchField
      {...frame}
      {...placeProps(path)}
      value={value === true}
      error={error ?? misfit}
      onChange={(on) => change(setValue(path, on ? true : undefined), path)}
    />
  )
}
