import { Switch } from '@base-ui/react/switch'
import { FieldFrame, type FieldProps } from './FieldFrame'
import styles from './SwitchField.module.css'

/** What a {@link SwitchField} takes. */
export interface SwitchFieldProps extends FieldProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** On or off. */
export function SwitchField({ value, onChange, ...frame }: SwitchFieldProps) {
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <Switch.Root
          {...control}
          nativeButton
          render={(props) => <button {...props} type="button" />}
          className={styles.track}
          checked={value}
          onCheckedChange={(checked) => onChange(checked)}
        >
          <Switch.Thumb className={styles.thumb} />
        </Switch.Root>
      )}
    </FieldFrame>
  )
}
