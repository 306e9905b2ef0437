import { Dialog } from '@base-ui/react/dialog'
import { useRef } from 'react'
import { Finder, type FinderEntry } from './Finder'
import { focusFirst } from './focusNow'
import styles from './Palette.module.css'

/** What a {@link Palette} takes. */
export interface PaletteProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly entries: readonly FinderEntry[]
}

/** Finds one of many things to do by typing some letters of it; runs the chosen one after closing. */
export function Palette({ open, onClose, entries }: PaletteProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          ref={popup}
          className={styles.popup}
          aria-label="Find a command"
          initialFocus={() => focusFirst(popup.current)}
        >
          <Finder
            label="Find a command"
            listLabel="Commands"
            placeholder="What do you want to do?"
            entries={entries}
            onClose={onClose}
          />
          <Dialog.Close className="visually-hidden">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
