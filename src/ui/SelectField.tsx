import { Select } from '@base-ui/react/select'
import { ChevronDown, Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldFrame, type FieldProps } from './FieldFrame'
import input from './input.module.css'
import styles from './SelectField.module.css'

/** One choice. */
export interface SelectOption {
  readonly value: string
  readonly label: string
  /** A second, quieter line in the list. */
  readonly hint?: string | undefined
  readonly icon?: ReactNode
}

/** What a {@link SelectField} takes. */
export interface SelectFieldProps extends FieldProps {
  /** A value that is no option is shown as it is: what a manifest says is never hidden. */
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
  readonly mono?: boolean | undefined
  /** Shows the chosen option's icon only; its words stay for screen readers. */
  readonly compact?: boolean
}

/** A choice out of a list, each with an explanation. */
export function SelectField({ value, options, onChange, mono, compact, ...frame }: SelectFieldProps) {
  const chosen = options.find((option) => option.value === value)
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <Select.Root
          value={value}
          modal={false}
          onValueChange={(next) => {
            if (next !== null && next !== value) onChange(next)
          }}
        >
          <Select.Trigger
            {...control}
            className={`${input.input} ${styles.trigger}`}
            data-mono={mono === true ? '' : undefined}
            data-compact={compact === true ? '' : undefined}
            title={compact === true ? (chosen?.label ?? value) : undefined}
          >
            {chosen?.icon}
            <span className={compact === true ? 'visually-hidden' : styles.chosen}>
              {chosen?.label ?? value}
            </span>
            <ChevronDown aria-hidden className={styles.arrow} />
          </Select.Trigger>
          <Select.Portal>
            <Select.Positioner
              className={styles.positioner}
              sideOffset={4}
              align="start"
              alignItemWithTrigger={false}
            >
              <Select.Popup className={styles.popup}>
                <Select.List className={styles.list}>
                  {options.map((option) => (
                    <Select.Item
                      key={option.value}
                      value={option.value}
                      label={option.label}
                      className={styles.item}
                    >
                      <span className={styles.mark}>
                        <Select.ItemIndicator>
                          <Check aria-hidden />
                        </Select.ItemIndicator>
                      </span>
                      <span className={styles.words}>
                        <Select.ItemText className={styles.name} data-mono={mono === true ? '' : undefined}>
                          {option.icon}
                          {option.label}
                        </Select.ItemText>
                        {option.hint === undefined ? null : (
                          <span className={styles.hint}>{option.hint}</span>
                        )}
                      </span>
                    </Select.Item>
                  ))}
                </Select.List>
              </Select.Popup>
            </Select.Positioner>
          </Select.Portal>
        </Select.Root>
      )}
    </FieldFrame>
  )
}
