import { Popover } from '@base-ui/react/popover'
import { useRef, useState, type ReactElement } from 'react'
import { Finder, type FinderEntry } from './Finder'
import { focusFirst } from './focusNow'
import styles from './PickButton.module.css'

/** What a {@link PickButton} takes. */
export interface PickButtonProps {
  /** The button that opens it; it must pass on its props and its ref. */
  readonly trigger: ReactElement
  /** Names the list and its input. */
  readonly label: string
  readonly placeholder: string
  /** Asked for when it opens. */
  readonly entries: () => readonly FinderEntry[]
  readonly onOpen?: () => void
}

/** A button with a searchable list under it: for more choices than a menu holds. */
export function PickButton({ trigger, label, placeholder, entries, onOpen }: PickButtonProps) {
  const [open, setOpen] = useState(false)
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (next) onOpen?.()
      }}
    >
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} align="start" sideOffset={4}>
          <Popover.Popup
            ref={popup}
            className={styles.popup}
            aria-label={label}
            initialFocus={() => focusFirst(popup.current)}
          >
            <Finder
              dense
              label={label}
              listLabel={label}
              placeholder={placeholder}
              entries={entries()}
              onClose={() => setOpen(false)}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
