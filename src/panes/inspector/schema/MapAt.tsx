import { isObject } from '../../../core/kubernetes/json'
import { removeLabel, renameLabel, setLabel } from '../../../core/kubernetes/edits/labels'
import { quantity } from '../../../core/kubernetes/quantity'
import type { FieldType } from '../../../core/kubernetes/schema/field'
import { KeyValueEditor } from '../../../ui/KeyValueEditor'
import { act, change, selectField } from '../change'
import { asText, textMisfit, useValue } from '../fields/useValue'
import type { ControlProps } from './control'
import { lowered } from '../../../core/words/lowered'

/** A mapping with keys of one's own: texts, or amounts. */
export function MapAt({
  path,
  label,
  help,
  heading,
  noun,
  of,
}: ControlProps & { readonly noun: string; readonly of: FieldType }) {
  const mapping = useValue(path)
  const entries = isObject(mapping) ? Object.entries(mapping) : []
  const isQuantity = of.is === 'scalar' && of.scalar === 'quantity'
  return (
    <KeyValueEditor
      heading={heading}
      title={label}
      help={help}
      noun={lowered(noun)}
      entries={entries.map(([key, value]) => ({
        key,
        value: asText(value),
        valueError: isQuantity ? quantity(asText(value)) : textMisfit(value),
      }))}
      onAdd={(key, value) => change(setLabel(path, key, value), path)}
      onRename={(from, to) => change(renameLabel(path, from, to), path)}
      onChange={(key, value) => change(setLabel(path, key, value), [...path, key])}
      onRemove={(key) => act(removeLabel(path, key))}
      onFocus={(key) => selectField([...path, key])}
    />
  )
}
