import type { LucideIcon } from 'lucide-react'
import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { findEntries } from './findEntries'
import styles from './Finder.module.css'
import { focusNow } from './focusNow'
import { Keys } from './Keys'

/** One thing that can be found. */
export interface FinderEntry {
  readonly id: string
  readonly group: string
  readonly label: string
  /** A second, quieter line. */
  readonly hint?: string | undefined
  readonly keys?: string | undefined
  readonly Icon?: LucideIcon | undefined
  /** CSS colour of the icon. */
  readonly ink?: string | undefined
  readonly disabled: boolean
  readonly run: () => void
}

/** What a {@link Finder} takes. */
export interface FinderProps {
  /** Names the input. */
  readonly label: string
  /** Names the list. */
  readonly listLabel: string
  readonly placeholder: string
  readonly entries: readonly FinderEntry[]
  /** Called before what is chosen runs. */
  readonly onClose: () => void
  readonly dense?: boolean
}

/** Finds one of many things by typing some letters of it; runs the chosen one after closing. */
export function Finder({ label, listLabel, placeholder, entries, onClose, dense = false }: FinderProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const found = findEntries(entries, query)
  const active = found[Math.min(index, found.length - 1)]

  const choose = (entry: FinderEntry | undefined): void => {
    if (entry === undefined || entry.disabled) return
    flushSync(onClose)
    // After the popup has given back the focus, so that what runs may take it, and the next key goes there.
    queueMicrotask(() => focusNow(entry.run))
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
    <div className={styles.finder} data-dense={dense ? '' : undefined}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
        aria-autocomplete="list"
        placeholder={placeholder}
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
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={listLabel}>
        {found.map((entry, i) => (
          <Line
            key={entry.id}
            id={`${id}-${entry.id}`}
            entry={entry}
            heading={
              query === '' && entry.group !== '' && found[i - 1]?.group !== entry.group ? entry.group : null
            }
            isActive={entry === active}
            onPoint={() => setIndex(i)}
            onChoose={() => choose(entry)}
          />
        ))}
        {found.length === 0 ? <p className={styles.none}>Nothing has these letters. Try fewer.</p> : null}
      </div>
    </div>
  )
}

interface LineProps {
  readonly id: string
  readonly entry: FinderEntry
  readonly heading: string | null
  readonly isActive: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

function Line({ id, entry, heading, isActive, onPoint, onChoose }: LineProps) {
  const { Icon, ink, label, hint, keys, disabled } = entry
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
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-selected={isActive}
        aria-disabled={disabled}
        onPointerMove={onPoint}
        onClick={onChoose}
      >
        {Icon === undefined ? null : (
          <span className={styles.icon} style={iconColour}>
            <Icon aria-hidden />
          </span>
        )}
        <span className={styles.words}>
          <span className={styles.label}>{label}</span>
          {hint === undefined ? null : (
            <span id={`${id}-hint`} className={styles.hint}>
              {hint}
            </span>
          )}
        </span>
        {keys === undefined ? null : <Keys keys={keys} />}
      </div>
    </>
  )
}
