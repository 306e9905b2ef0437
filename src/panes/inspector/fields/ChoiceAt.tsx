import type { Change } from '../../../core/kubernetes/change'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Choice } from '../../../core/kubernetes/sourceFields'
import { useFilledIn } from '../../../store/lens'
import { SelectField } from '../../../ui/SelectField'
import { change } from '../change'
import { placeProps, type AtProps } from './at'
import { choiceProblem } from './choiceProblem'
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
  const value = useValue(path)
  const filledIn = useFilledIn(path)
  return (
    <SelectField
      {...frame}
      {...placeProps(path)}
      value={asText(value)}
      error={error ?? choiceProblem(value, choices)}
      options={choices.map(({ value: choice, label, help }) => ({
        value: choice,
        label:
          choice === '' && filledIn !== undefined && label.startsWith('Not set')
            ? `Not set: ${asText(filledIn)}`
            : label,
        hint: help,
      }))}
      onChange={(next) => change(edit?.(next) ?? setValue(path, next === '' ? undefined : next), path)}
    />
  )
}
