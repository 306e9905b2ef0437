import { setFileText } from '../../../core/kubernetes/edits/files'
import type { ConfigFile } from '../../../core/kubernetes/files'
import { keepLineEnds } from '../../../core/kubernetes/keepLineEnds'
import { TextAreaField } from '../../../ui/TextAreaField'
import { change } from '../change'
import { placeProps } from '../fields/at'
import { Unedited } from '../fields/Unedited'
import { asText, isScalar, textMisfit } from '../fields/useValue'

/** What a file holds, as text. What is typed is written as its list wants it; tabs and line ends stay. */
export function FileContent({
  file: { path, key, list, content, value },
  onType,
}: {
  readonly file: ConfigFile
  readonly onType: () => void
}) {
  if (!isScalar(value)) return <Unedited path={path} />
  const text = content.is === 'text' ? content.text : asText(value)
  const isPacked = list.encoding === 'base64'
  return (
    <TextAreaField
      layout="cell"
      mono
      label="Value"
      help={`What ${key} holds${isPacked ? '; the manifest has it in base64' : ''}.`}
      minRows={3}
      maxRows={20}
      value={text}
      error={
        content.is !== 'invalid'
          ? null
          : isPacked && typeof value === 'string'
            ? 'This is no base64, which the server wants here. Type what it should hold: it is packed for you.'
            : textMisfit(value)
      }
      {...placeProps(path)}
      onChange={(next) => {
        onType()
        change(setFileText(path, keepLineEnds(text, next)), path)
      }}
    />
  )
}
