import { X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { AddButton } from './AddButton'
import styles from './ChipsField.module.css'
import { FieldFrame, type FieldProps } from './FieldFrame'
import input from './input.module.css'
import { VERBATIM } from './verbatim'

/** What a {@link ChipsField} takes. */
export interface ChipsFieldProps extends FieldProps {
  readonly values: readonly string[]
  readonly suggestions: readonly string[]
  readonly onAdd: (value: string) => void
  readonly onRemove: (index: number) => void
  readonly placeholder?: string | undefined
}

/** Several short texts in a box. Enter, a comma or leaving adds what is typed; Backspace in the empty box removes the last. */
export function ChipsField(props: ChipsFieldProps) {
  const { values, suggestions, onAdd, onRemove, placeholder, ...frame } = props
  const [typed, setTyped] = useState('')
  const add = (): void => {
    const text = typed.trim()
    setTyped('')
    if (text !== '' && !values.includes(text)) onAdd(text)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'Enter' || event.key === ',') && typed !== '') {
      event.preventDefault()
      event.stopPropagation()
      add()
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) onRemove(values.length - 1)
  }
  // The same text may be there twice: it is what it is and where it is.
  const chips = values.map((value, index) => ({ id: `${index} ${value}`, value, index }))
  const offered = suggestions.filter((value) => !values.includes(value))
  return (
    <div className={styles.field}>
      <FieldFrame {...frame}>
        {(control) => (
          <div className={styles.box}>
            {chips.map(({ id, value, index }) => (
              <span key={id} className={styles.chip}>
                {value === '' ? '(empty)' : value}
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={`Remove ${value === '' ? 'the empty one' : value}`}
                  onClick={() => onRemove(index)}
                >
                  <X aria-hidden />
                </button>
              </span>
            ))}
            <input
              {...control}
              className={`${input.input} ${styles.input}`}
              data-mono=""
              type="text"
              value={typed}
              placeholder={placeholder}
              {...VERBATIM}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={onKeyDown}
              onBlur={add}
            />
          </div>
        )}
      </FieldFrame>
      {offered.length === 0 ? null : (
        <div className={styles.offers}>
          {offered.map((value) => (
            <AddButton key={value} onClick={() => onAdd(value)}>
              {value}
            </AddButton>
          ))}
        </div>
      )}
    </div>
  )
}
