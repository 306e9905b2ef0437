import { setValue } from '../../../core/kubernetes/edits/setValue'
import { formatFileMode, parseFileMode } from '../../../core/kubernetes/values'
import { ParsedField, type Parsed } from '../../../ui/ParsedField'
import { change } from '../change'
import { placeProps, type AtProps } from './at'
import { asText, useValue } from './useValue'

type Mode = number | string | undefined

const format = (mode: Mode): string => (typeof mode === 'number' ? formatFileMode(mode) : (mode ?? ''))

function parse(text: string): Parsed<Mode> {
  if (text.trim() === '') return { value: undefined }
  const mode = parseFileMode(text.trim())
  return mode === null
    ? { problem: 'Three octal digits are wanted, such as 0644, so it is not in the manifest yet.' }
    : { value: mode }
}

/** Permission bits at a path: typed and shown in octal, a number in the manifest. */
export function ModeAt({ path, error, ...frame }: AtProps) {
  const value = useValue(path)
  const text = asText(value)
  const misfit =
    typeof value === 'number'
      ? value >= 0 && value <= 0o777
        ? null
        : `Must be between 0 and 0777 (octal); ${value} is ${formatFileMode(value)}.`
      : text === ''
        ? null
        : 'Must be a number without quotes.'
  return (
    <ParsedField<Mode>
      {...frame}
      {...placeProps(path)}
      mono
      value={typeof value === 'number' ? value : text === '' ? undefined : text}
      error={error ?? misfit}
      placeholder="0644"
      format={format}
      parse={parse}
      onChange={(next) => change(setValue(path, next), path)}
    />
  )
}
