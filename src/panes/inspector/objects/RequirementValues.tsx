import { removeItem } from '../../../core/kubernetes/edits/list'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import { labelValue } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { labelsNear } from '../../../core/kubernetes/selectors'
import { itemsOf } from '../../../core/kubernetes/shape'
import { ChipsField } from '../../../ui/ChipsField'
import { act } from '../change'
import { placeProps } from '../fields/at'
import { complaint } from '../fields/complaint'
import { asText, useValue } from '../fields/useValue'
import { useManifest } from '../useManifest'

/** Operators that ask about the key alone. */
const BARE: ReadonlySet<string> = new Set(['Exists', 'DoesNotExist'])

/** The values a requirement of a selector compares with; none where its operator asks about the key alone. `path` is that of the requirement. */
export function RequirementValues({ path }: { readonly path: Path }) {
  const list = [...path, 'values']
  const values = itemsOf(useValue(list)).map((value) => asText(value))
  const operator = asText(useValue([...path, 'operator']))
  const key = asText(useValue([...path, 'key']))
  const offered = labelsNear(useManifest(), path, false).filter((label) => label.key === key)
  if (BARE.has(operator) && values.length === 0) return null
  const wrong = values.map((value) => labelValue(value)).find((said) => said !== null)
  return (
    <ChipsField
      layout="cell"
      label="Values"
      values={values}
      suggestions={offered.map(({ value }) => value)}
      error={
        BARE.has(operator)
          ? `May not be specified when operator is ${operator}.`
          : values.length === 0
            ? 'Required value'
            : complaint(wrong ?? null)
      }
      {...placeProps(list)}
      onAdd={(value) => act(setValue([...list, values.length], value))}
      onRemove={(index) => act(removeItem([...list, index]))}
    />
  )
}
