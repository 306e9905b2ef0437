import { removeItem } from '../../../core/kubernetes/edits/list'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Path } from '../../../core/kubernetes/path'
import { itemsOf } from '../../../core/kubernetes/shape'
import { CheckListField, type CheckOption } from '../../../ui/CheckListField'
import { act } from '../change'
import { placeProps, type AtProps } from './at'
import { asText, useValue } from './useValue'

/** A list of a few texts at a path, in the order in which they were checked. What the list has besides stays, to be unchecked. */
export function ChecksAt({
  path,
  label,
  help,
  error,
  options,
}: Omit<AtProps, 'layout' | 'unit'> & { readonly options: readonly CheckOption[] }) {
  const written = itemsOf(useValue(path)).map((item) => asText(item))
  const foreign = [...new Set(written)].filter((text) => !options.some(({ value }) => value === text))
  return (
    <CheckListField
      label={label}
      help={help}
      error={
        error ??
        (foreign.length === 0 ? null : `Not one of the values Kubernetes knows: ${foreign.join(', ')}.`)
      }
      options={[...options, ...foreign.map((value) => ({ value, label: value }))]}
      values={written}
      {...placeProps(path)}
      onToggle={(value, isChecked) => act(toggled(path, written, value, isChecked))}
    />
  )
}

function toggled(path: Path, written: readonly string[], value: string, isChecked: boolean) {
  if (isChecked) return setValue([...path, written.length], value)
  return removeItem([...path, written.indexOf(value)])
}
