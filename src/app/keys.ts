const APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What a key event says about the keys that are down. */
export interface PressedKeys {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/**
 * Takes pressed keys and a shortcut such as `Mod+Shift+Z`, `F6` or `?`; says whether they are the same. `Mod` is
 * Command on Apple's keyboards and Control elsewhere. Signs that need Shift on some keyboards are compared as signs.
 */
export function matchesKeys(pressed: PressedKeys, keys: string, apple = APPLE): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier)
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key)
  return (
    pressed.key.toUpperCase() === key.toUpperCase() &&
    pressed.ctrlKey === (has('Control') || (has('Mod') && !apple)) &&
    pressed.metaKey === (has('Mod') && apple) &&
    pressed.altKey === has('Alt') &&
    (isSign || pressed.shiftKey === has('Shift'))
  )
}

/** Takes what an event happened on; says whether somebody types there. */
export function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable=true], [role=textbox]') !== null
  )
}
