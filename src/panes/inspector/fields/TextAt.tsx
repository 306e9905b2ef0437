import { useRef, useState, type KeyboardEvent } from 'react'
import { setValue } from '../../../core/kubernetes/edits/setValue'
import type { Json } from '../../../core/kubernetes/json'
import { requiredOr, type Check } from '../../../core/kubernetes/names'
import { valueAt } from '../../../core/kubernetes/path'
import { useDesigner } from '../../../store/designer'
import { useFilledIn } from '../../../store/lens'
import { SuggestField, type Suggestion } from '../../../ui/SuggestField'
import { TextField } from '../../../ui/TextField'
import { change } from '../change'
import { complaint } from './complaint'
import { placeProps, type AtProps, type Edit } from './at'
import { asText, isScalar, textMisfit, useValue } from './useValue'

/** What a {@link TextAt} takes. */
export interface TextAtProps extends AtProps {
  readonly check?: Check | null | undefined
  readonly required?: boolean | undefined
  /** An emptied field keeps `''` instead of leaving the manifest. */
  readonly keepEmpty?: boolean
  readonly placeholder?: string | undefined
  readonly suggestions?: readonly Suggestion[] | undefined
  readonly write?: Edit<string> | undefined
  /** Said while `write` does not take what is typed (a name that is taken): the text stays, the manifest keeps the old one. */
  readonly refusal?: string | undefined
  /** For a name that others follow: emptied it stays in the manifest until the next letter (or, optional, until one leaves). */
  readonly hold?: boolean
  /** Whether numbers may stand here too (a targetPort): digits are then written as a number. */
  readonly numeric?: boolean
}

/** A text of the manifest at a path. While one types an emptied field stays `''`; left empty, an optional one goes. */
export function TextAt(props: TextAtProps) {
  const { path, check = null, required = false, keepEmpty = required, numeric = false, hold = false } = props
  const { label, help, layout, placeholder, suggestions } = props
  const value = useValue(path)
  const filledIn = useFilledIn(path)
  const typed = useRef(false)
  const [refused, setRefused] = useState<{ readonly text: string; readonly value: Json | undefined } | null>(
    null,
  )
  const isRefused = refused !== null && Object.is(refused.value, value)
  const text = isRefused ? refused.text : asText(value)
  const misfit = numeric && typeof value === 'number' ? null : textMisfit(value)
  const checked = complaint(
    required ? requiredOr(text, check) : text === '' || check === null ? null : check(text),
  )
  const write = props.write ?? ((next: string) => setValue(path, numeric ? numberOrText(next) : next))
  const refusal = (refusedText: string, kept: Json | undefined): string | undefined =>
    refusedText !== ''
      ? props.refusal
      : required
        ? `Required value. The manifest keeps ${asText(kept)}.`
        : undefined
  const shared = {
    label,
    help,
    layout,
    placeholder: value === '' ? 'empty text' : filledIn === undefined ? placeholder : asText(filledIn),
    mono: true,
    value: text,
    error: isRefused ? (refusal(text, value) ?? checked) : (props.error ?? misfit ?? checked),
    ...placeProps(path),
    onChange: (next: string) => {
      typed.current = true
      if (hold && next === '') return setRefused({ text: next, value })
      change(write(next), path)
      const now = valueAt(useDesigner.getState().manifest, path)
      setRefused(asText(now) === next ? null : { text: next, value: now })
    },
    onBlur: () => {
      if (typed.current && text === '' && value !== undefined && !keepEmpty)
        change(hold ? write('') : setValue(path, undefined), path)
      typed.current = false
    },
  }
  /** An empty text is a value too: Enter in the empty field sets it, Backspace takes it away. */
  const onKeyDown = (event: KeyboardEvent): void => {
    const next =
      event.key === 'Enter' && value === undefined
        ? ''
        : event.key === 'Backspace' && value === ''
          ? undefined
          : null
    if (next === null || required || hold) return
    event.preventDefault()
    change(next === '' ? write(next) : setValue(path, next), path)
    typed.current = false
  }
  return suggestions === undefined ? (
    <TextField {...shared} readOnly={!isScalar(value)} onKeyDown={onKeyDown} />
  ) : (
    <SuggestField {...shared} suggestions={suggestions} />
  )
}

function numberOrText(text: string): string | number {
  return /^\d{1,9}$/.test(text) && String(Number(text)) === text ? Number(text) : text
}
