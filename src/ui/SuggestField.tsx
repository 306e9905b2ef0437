import { Autocomplete } from '@base-ui/react/autocomplete'
import { FieldFrame, type FieldProps } from './FieldFrame'
import input from './input.module.css'
import styles from './SelectField.module.css'
import { VERBATIM } from './verbatim'

/** Something one could type. */
export interface Suggestion {
  readonly value: string
  readonly hint?: string | undefined
}

/** What a {@link SuggestField} takes. */
export interface SuggestFieldProps extends FieldProps {
  readonly value: string
  readonly suggestions: readonly Suggestion[]
  readonly onChange: (value: string) => void
  readonly onBlur?: (() => void) | undefined
  readonly placeholder?: string | undefined
  readonly mono?: boolean | undefined
}

/** Free text with suggestions: whatever is typed stands, what exists is offered. */
export function SuggestField({
  value,
  suggestions,
  onChange,
  onBlur,
  placeholder,
  mono,
  ...frame
}: SuggestFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <Autocomplete.Root
          items={suggestions}
          itemToStringValue={(item: Suggestion) => item.value}
          value={value}
          onValueChange={(next, { reason }) => {
            // Escape closes the list; the kit would empty the field where there is none to close.
            if (reason !== 'escape-key') onChange(next)
          }}
          openOnInputClick
        >
          <Autocomplete.Input
            {...control}
            // While the list is open the kit hides the rest of the page from screen readers, the label too.
            aria-label={frame.label}
            className={input.input}
            data-mono={mono === true ? '' : undefined}
            placeholder={placeholder}
            {...VERBATIM}
            onBlur={onBlur}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className={styles.positioner} sideOffset={4} align="start">
              <Autocomplete.Popup className={styles.popup}>
                <Autocomplete.List className={styles.list}>
                  {(item: Suggestion) => (
                    <Autocomplete.Item key={item.value} value={item} className={styles.item}>
                      <span className={styles.words}>
                        <span className={styles.name} data-mono={mono === true ? '' : undefined}>
                          {item.value}
                        </span>
                        {item.hint === undefined ? null : <span className={styles.hint}>{item.hint}</span>}
                      </span>
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
      )}
    </FieldFrame>
  )
}
