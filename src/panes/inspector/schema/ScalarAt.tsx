import type { ReactNode } from 'react'
import { declaredFor, hasDeclared } from '../../../core/completion/declared'
import { setChoice } from '../../../core/kubernetes/edits/setChoice'
import type { ScalarType } from '../../../core/kubernetes/schema/field'
import { exampleOf } from '../../../core/words/fieldExamples'
import { unitOf } from '../../../core/words/fieldLabels'
import { inExplainedOrder, valueHelpOf } from '../../../core/words/valueHelp'
import { ChoiceAt } from '../fields/ChoiceAt'
import { NumberAt } from '../fields/NumberAt'
import { QuantityAt } from '../fields/QuantityAt'
import { TextAt, type TextAtProps } from '../fields/TextAt'
import { Unedited } from '../fields/Unedited'
import { YesNoAt } from '../fields/YesNoAt'
import { useManifest } from '../useManifest'
import type { ControlProps } from './control'

const CONTROLS: Readonly<Record<ScalarType, (props: ControlProps) => ReactNode>> = {
  string: (props) => <WordAt {...props} />,
  boolean: ({ field, ...props }) => <YesNoAt {...at(props)} preset={field.preset} />,
  int32: ({ field, ...props }) => (
    <NumberAt
      {...at(props)}
      unit={unitOf(field)}
      required={field.required}
      placeholder={field.preset ?? exampleOf(field)}
    />
  ),
  int64: (props) => CONTROLS.int32(props),
  quantity: ({ field, ...props }) => <QuantityAt {...at(props)} example={exampleOf(field)} />,
  'int-or-string': (props) => <WordAt {...props} numeric />,
  time: (props) => <WordAt {...props} />,
  bytes: (props) => <WordAt {...props} />,
  any: ({ path }) => <Unedited path={path} />,
}

const at = ({ path, label, help, layout }: Omit<ControlProps, 'field'>) => ({ path, label, help, layout })

/** The control of one value, by its type: text, number, amount, yes or no, one of a few. */
export function ScalarAt({ scalar, ...props }: ControlProps & { readonly scalar: ScalarType }) {
  const { field } = props
  if (field.values.length > 0)
    return (
      <ChoiceAt
        {...at(props)}
        choices={choicesOf(field)}
        edit={(value) => setChoice(props.path, field.owner, value)}
      />
    )
  return CONTROLS[scalar](props)
}

function choicesOf({ owner, name, values, preset, required }: ControlProps['field']) {
  const unset = { value: '', label: preset === null ? 'Not set' : `Not set: ${preset}`, help: '' }
  return [
    ...(required ? [] : [unset]),
    ...inExplainedOrder(owner, name, values).map((value) => ({
      value,
      label: value,
      help: valueHelpOf(owner, name, value) ?? '',
    })),
  ]
}

function WordAt({ numeric = false, ...props }: ControlProps & { readonly numeric?: boolean }) {
  const { field } = props
  const text: TextAtProps = {
    ...at(props),
    numeric,
    required: field.required,
    placeholder: field.preset ?? exampleOf(field),
  }
  return hasDeclared(field.owner, field.name) ? <DeclaredAt {...props} text={text} /> : <TextAt {...text} />
}

/** A text with what the design declares of its kind: names, ports, keys. */
function DeclaredAt({ field, path, text }: ControlProps & { readonly text: TextAtProps }) {
  const declared = declaredFor(field.owner, field.name, useManifest(), path)
  return (
    <TextAt
      {...text}
      suggestions={declared.map(({ value, about }) => ({ value: String(value), hint: about }))}
    />
  )
}
