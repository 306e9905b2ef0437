import type { Change } from '../../../core/kubernetes/change'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Choice } from '../../../core/kubernetes/sourceFields'
import { useFilledIn } from '../../../store/lens'
import { SelectField } from '../../../ui/SelectField'
import { change } from '../change'
import { placeProps, type AtProps } from './at'
import { asText, useValue } from './useValue'

/** One of a few texts at a path. The choice with the empty value means that the field is left out. */
export function ChoiceAt({
  path,
  choices,
  error,
  edit,
  ...frame
}: AtProps & {
  readonly choices: readonly Choice[]
  /** What choosing a value changes, where that is more than the field itself. */
  readonly edit?: (value: string) => Change
}) {
  const text = asText(useValue(path))
  const filledIn = useFilledIn(path)
  const known = choices.some((choice) => choice.value === text)
  const unknown = `Not one of the values Kubernetes knows: ${choices.flatMap(({ value }) => (value === '' ? [] : [value])).join(', ')}.`
  return (
    <SelectField
      {...frame}
      {...placeProps(path)}
      value={text}
      error={error ?? (known ? null : unknown)}
      options={choices.map(({ value, label, help }) => ({
        value,
        label:
          value === '' && filledIn !== undefined && label.startsWith('Not set')
            ? `Not set: ${asText(filledIn)}`
            : label,
        hint: help,
      }))}
      onChange={(next) => change(edit?.(next) ?? setValue(path, next === '' ? undefined : next), path)}
    />
  )
}
