import { FieldLine } from './FieldLine'
import { useState, type ReactNode } from 'react'
import styles from './KeyValueEditor.module.css'
import { ListEditor, type ListEditorProps } from './ListEditor'
import { TextField } from './TextField'

/** One key and its value. */
export interface KeyValue {
  readonly key: string
  readonly value: string
  readonly keyError?: string | null | undefined
  readonly valueError?: string | null | undefined
  /** Stands right of the value, such as a mark that a selector uses this label. */
  readonly mark?: ReactNode
}

/** What a {@link KeyValueEditor} takes. */
export interface KeyValueEditorProps {
  readonly title: string
  readonly help?: ReactNode
  readonly noun: string
  readonly entries: readonly KeyValue[]
  readonly onAdd: (key: string, value: string) => void
  readonly onRename: (from: string, to: string) => void
  readonly onChange: (key: string, value: string) => void
  readonly onRemove: (key: string) => void
  /** A row's control got the focus. */
  readonly onFocus?: ((key: string) => void) | undefined
  readonly keyLabel?: string
  readonly valueLabel?: string
  readonly heading?: ListEditorProps['heading']
}

/** A key as typed: shown as long as the mapping has not taken it (it is empty, or used elsewhere) and still has `key`. */
interface TypedKey {
  readonly index: number
  readonly key: string
  readonly text: string
}

/** Keys with values (labels, annotations, a selector). A new row enters the mapping with the first letter of its key. */
export function KeyValueEditor(props: KeyValueEditorProps) {
  const { title, help, noun, entries, onAdd, onRename, onChange, onRemove, onFocus } = props
  const { keyLabel = 'Key', valueLabel = 'Value', heading = 'section' } = props
  const [typed, setTyped] = useState<TypedKey | null>(null)
  const [pending, setPending] = useState<{ readonly key: string; readonly value: string } | null>(null)

  const isTaken = (key: string, index: number): boolean =>
    entries.some((e, i) => e.key === key && i !== index)
  const problemOf = (key: string): string =>
    key === '' ? 'A key is needed.' : `The key ${key} is in use already.`

  const typeKey = (index: number, text: string): void => {
    const entry = entries[index]
    if (entry === undefined) {
      if (text === '' || isTaken(text, index)) return setPending({ key: text, value: pending?.value ?? '' })
      setPending(null)
      return onAdd(text, pending?.value ?? '')
    }
    setTyped({ index, key: entry.key, text })
    if (text !== '' && text !== entry.key && !isTaken(text, index)) onRename(entry.key, text)
  }

  const row = (index: number): ReactNode => {
    const entry: KeyValue = entries[index] ?? { key: pending?.key ?? '', value: pending?.value ?? '' }
    const isPending = entries[index] === undefined
    const half =
      typed?.index === index && typed.key === entry.key && typed.text !== entry.key ? typed.text : null
    const keyError =
      half !== null ? problemOf(half) : isPending && entry.key !== '' ? problemOf(entry.key) : entry.keyError
    return (
      <FieldLine columns className={styles.row}>
        <TextField
          layout="cell"
          mono
          label={keyLabel}
          value={half ?? entry.key}
          error={keyError}
          onChange={(text) => typeKey(index, text)}
          onFocus={isPending ? undefined : () => onFocus?.(entry.key)}
        />
        <div className={styles.value}>
          <TextField
            layout="cell"
            mono
            label={valueLabel}
            value={entry.value}
            error={entry.valueError}
            onChange={(text) =>
              isPending ? setPending({ key: entry.key, value: text }) : onChange(entry.key, text)
            }
            onFocus={isPending ? undefined : () => onFocus?.(entry.key)}
          />
          {entry.mark === undefined ? null : <span data-mark>{entry.mark}</span>}
        </div>
      </FieldLine>
    )
  }

  return (
    <div
      onBlur={(event) => {
        const leaves = !event.currentTarget.contains(event.relatedTarget)
        if (leaves && pending !== null && pending.key === '' && pending.value === '') setPending(null)
      }}
    >
      <ListEditor
        heading={heading}
        title={title}
        help={help}
        noun={noun}
        count={entries.length + (pending === null ? 0 : 1)}
        row={row}
        onAdd={() => setPending(pending ?? { key: '', value: '' })}
        onRemove={(index) => {
          const entry = entries[index]
          setTyped(null)
          if (entry === undefined) setPending(null)
          else onRemove(entry.key)
        }}
      />
    </div>
  )
}
