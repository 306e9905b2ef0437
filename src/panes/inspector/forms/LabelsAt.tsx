import type { ReactNode } from 'react'
import { removeLabel, renameLabel, setLabel } from '../../../core/kubernetes/edits/labels'
import { isObject } from '../../../core/kubernetes/json'
import { labelKey, labelValue } from '../../../core/kubernetes/names'
import type { Path } from '../../../core/kubernetes/path'
import { KeyValueEditor } from '../../../ui/KeyValueEditor'
import { act, change, selectField } from '../change'
import { complaint } from '../fields/complaint'
import { asText, textMisfit, useValue } from '../fields/useValue'

/** A mapping of texts at a path: labels, a selector, annotations. What is bound to an entry follows it. */
export function LabelsAt({
  path,
  title,
  help,
  noun,
  annotations = false,
  heading = 'section',
  mark,
}: {
  readonly path: Path
  readonly title: string
  readonly help?: ReactNode
  readonly noun: string
  /** Annotations may hold any text. */
  readonly annotations?: boolean
  readonly heading?: 'section' | 'part'
  readonly mark?: ((key: string, value: string) => ReactNode) | undefined
}) {
  const mapping = useValue(path)
  const entries = isObject(mapping) ? Object.entries(mapping) : []
  return (
    <KeyValueEditor
      heading={heading}
      title={title}
      help={help}
      noun={noun}
      entries={entries.map(([key, value]) => {
        const text = asText(value)
        return {
          key,
          value: text,
          keyError: complaint(labelKey(key)),
          valueError: textMisfit(value) ?? (annotations ? null : complaint(labelValue(text))),
          mark: mark?.(key, text),
        }
      })}
      onAdd={(key, value) => change(setLabel(path, key, value), path)}
      onRename={(from, to) => change(renameLabel(path, from, to), path)}
      onChange={(key, value) => change(setLabel(path, key, value), [...path, key])}
      onRemove={(key) => act(removeLabel(path, key))}
      onFocus={(key) => selectField([...path, key])}
    />
  )
}
