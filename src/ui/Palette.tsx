import { Dialog } from '@base-ui/react/dialog'
import type { LucideIcon } from 'lucide-react'
import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { findEntries } from './findEntries'
import { Keys } from './Keys'
import styles from './Palette.module.css'

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string
  readonly group: string
  readonly label: string
  readonly keys?: string | undefined
  readonly Icon?: LucideIcon | undefined
  /** CSS colour of the icon. */
  readonly ink?: string | undefined
  readonly disabled: boolean
  readonly run: () => void
}

/** What a {@link Palette} takes. */
export interface PaletteProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly entries: readonly PaletteEntry[]
}

/** Finds one of many things to do by typing some letters of it; runs the chosen one after closing. */
export function Palette({ open, onClose, entries }: PaletteProps) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label="Find a command">
          <Finder entries={entries} onClose={onClose} />
          <Dialog.Close className="visually-hidden">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Finder({ entries, onClose }: Omit<PaletteProps, 'open'>) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const found = findEntries(entries, query)
  const active = found[Math.min(index, found.length - 1)]

  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined || entry.disabled) return
    onClose()
    // After the dialog has given back the focus, so that the command may take it.
    requestAnimationFrame(entry.run)
  }

  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1 + found.length,
    PageDown: Math.min(index + 8, found.length - 1),
    PageUp: Math.max(index - 8, 0),
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (event.nativeEvent.isComposing || (step === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    if (step === undefined) choose(active)
    else if (found.length > 0) setIndex(step % found.length)
  }

  return (
    <>
      <input
        className={styles.input}
        role="combobox"
        aria-label="Find a command"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        aria-autocomplete="list"
        placeholder="What do you want to do?"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      {/* A popup of rich lines that the input steers (ARIA combobox pattern): no native element is that. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label="Commands">
        {found.map((entry, i) => (
          <Line
            key={entry.id}
            id={`${id}-${entry.id}`}
            entry={entry}
            heading={query === '' && found[i - 1]?.group !== entry.group ? entry.group : null}
            isActive={entry === active}
            onPoint={() => setIndex(i)}
            onChoose={() => choose(entry)}
          />
        ))}
        {found.length === 0 ? <p className={styles.none}>Nothing has these letters. Try fewer.</p> : null}
      </div>
    </>
  )
}

interface LineProps {
  readonly id: string
  readonly entry: PaletteEntry
  readonly heading: string | null
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Line({ id, entry, heading, isActive, onPoint, onChoose }: LineProps) {
  const { Icon, ink, label, keys, disabled } = entry
  const iconColour: CSSProperties = { color: ink }
  return (
    <>
      {heading === null ? null : (
        <div className={styles.heading} role="presentation">
          {heading}
        </div>
      )}
      {/* The keys are the input's. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus */}
      <div
        ref={(element) => {
          if (isActive) element?.scrollIntoView({ block: 'nearest' })
        }}
        id={id}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="option"
        className={styles.line}
        aria-selected={isActive}
        aria-disabled={disabled}
        onPointerMove={onPoint}
        onClick={onChoose}
      >
        <span className={styles.icon} style={iconColour}>
          {Icon === undefined ? null : <Icon aria-hidden />}
        </span>
        <span className={styles.label}>{label}</span>
        {keys === undefined ? null : <Keys keys={keys} />}
      </div>
    </>
  )
}
