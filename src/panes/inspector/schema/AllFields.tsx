import { useState, type ReactElement } from 'react'
import type { Field } from '../../../core/kubernetes/schema/field'
import {
  documentation,
  firstSentence,
  NO_DOCUMENTATION,
  type Documentation,
} from '../../../core/kubernetes/schema/documentation'
import { helpOf } from '../../../core/words/fieldHelp'
import { labelOf } from '../../../core/words/fieldLabels'
import { AddButton } from '../../../ui/AddButton'
import { PickButton } from '../../../ui/PickButton'

/** A field with the part of a form that it belongs to. */
export interface Offer {
  readonly field: Field
  readonly group: string
  readonly onAdd: () => void
}

/** Every field that is not set, to be found by name, each with a line on what it is for. */
export function AllFields({
  offers,
  label,
  trigger,
}: {
  readonly offers: readonly Offer[]
  readonly label: string
  readonly trigger?: ReactElement
}) {
  const [texts, setTexts] = useState<Documentation>(NO_DOCUMENTATION)
  // Where the documentation can't be had the list is there all the same.
  const onOpen = (): void => void documentation().then(setTexts, () => undefined)
  return (
    <PickButton
      label={label}
      placeholder="Search by name"
      trigger={trigger ?? <AddButton>{label}</AddButton>}
      onOpen={onOpen}
      entries={() =>
        offers.map(({ field, group, onAdd }, index) => ({
          id: String(index),
          group,
          label: labelOf(field),
          hint: [
            field.deprecated ? 'Deprecated.' : '',
            helpOf(field) ?? firstSentence(texts.ofField(field)),
            field.since === null ? '' : `Since Kubernetes ${field.since}.`,
          ]
            .filter((words) => words !== '')
            .join(' '),
          disabled: false,
          run: onAdd,
        }))
      }
    />
  )
}
